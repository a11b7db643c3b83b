/**
 * One object of the local media store is one file: the bytes, then what is known of them as JSON, the length of
 * that JSON (4 bytes, big endian) and a mark. A single rename so replaces bytes and description together, any
 * viewer still opens the file, and a file torn by a power cut lacks its mark and counts as absent.
 */
import { type FileHandle, open } from 'node:fs/promises';

const MARK = Buffer.from('AMS1');
const FOOTER = 8;

/** What the trailer keeps of an object. */
export interface Description {
  contentType: string;
  cacheControl: string;
  etag: string;
}

/** The trailer to write after an object's bytes. */
export function trailer(description: Description): Buffer {
  const json = Buffer.from(JSON.stringify(description));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([json, length, MARK]);
}

/** An object's file, open for reading; the caller closes the handle. */
export interface OpenObject {
  handle: FileHandle;
  description: Description;
  /** Length of the object's own bytes, from the file's start. */
  size: number;
  lastModified: Date;
}

/** Opens an object's file, or gives null when there is none or it is torn. */
export async function openObject(path: string): Promise<OpenObject | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
  const object = await readTrailer(handle).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  if (!object) await handle.close();
  return object;
}

async function readTrailer(handle: FileHandle): Promise<OpenObject | null> {
  const { size: total, mtime } = await handle.stat();
  if (total < FOOTER) return null;
  const footer = Buffer.alloc(FOOTER);
  await handle.read(footer, 0, FOOTER, total - FOOTER);
  const length = footer.readUInt32BE(0);
  const size = total - FOOTER - length;
  if (!footer.subarray(4).equals(MARK) || size < 0) return null;
  const json = Buffer.alloc(length);
  await handle.read(json, 0, length, size);
  return { handle, description: JSON.parse(json.toString()) as Description, size, lastModified: mtime };
}

/** Whether an error says that a path is not there. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
