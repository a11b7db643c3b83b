/**
 * Files in a zip, unpacked within limits: sizes are held against what really comes out, not against what the directory
 * claims. Layout: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { ExtractionRefusal, mebibytes } from './extracted.ts';

interface Entry {
  name: string;
  encrypted: boolean;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** A document has dozens of files; thousands are pictures at best. */
const MOST_ENTRIES = 20_000;

const damaged = (what: string): ExtractionRefusal =>
  new ExtractionRefusal(
    'damaged',
    `The file is cut short or broken: ${what}. Save it again and upload it once more.`,
  );

/** Names of the files, and a way to unpack one of them. */
export interface Unzipped {
  names: string[];
  /**
   * @returns undefined where there is no such file
   * @throws ExtractionRefusal `encrypted`, `damaged`, `too-large` when all that was unpacked goes over the limit
   */
  read(name: string): Uint8Array | undefined;
}

/** @throws ExtractionRefusal `damaged` */
export function unzip(bytes: Uint8Array, unpackedLimit: number): Unzipped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(bytes, view);
  let left = unpackedLimit;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const content = unpack(bytes, view, entry, left);
      left -= content.length;
      return content;
    },
  };
}

function directoryOf(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = endOf(view);
  const entries = new Map<string, Entry>();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (n > MOST_ENTRIES)
      throw new ExtractionRefusal('too-large', `The file holds over ${MOST_ENTRIES} files.`);
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY)
      throw damaged('its directory ends early');
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const flags = view.getUint16(at + 8, true);
    const entry: Entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      encrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    entries.set(entry.name, entry);
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The record at the end, before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged('its directory is missing');
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, limit: number): Uint8Array {
  if (entry.encrypted) {
    throw new ExtractionRefusal(
      'encrypted',
      'The document has a password. Save it without one and upload it again.',
    );
  }
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL)
    throw damaged(`${entry.name} is missing`);
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  if (start + entry.packed > bytes.length) throw damaged(`${entry.name} ends early`);
  const content = inflate(bytes.subarray(start, start + entry.packed), entry, limit);
  if (content.length !== entry.unpacked || crc32(content) !== entry.crc)
    throw damaged(`${entry.name} is not whole`);
  return content;
}

function inflate(packed: Uint8Array, entry: Entry, limit: number): Uint8Array {
  const tooLarge = new ExtractionRefusal(
    'too-large',
    `Unpacked, the file is larger than ${mebibytes(limit)}. Upload a smaller one.`,
  );
  if (entry.method === STORED) {
    if (packed.length > limit) throw tooLarge;
    return packed;
  }
  if (entry.method !== DEFLATED) throw damaged(`${entry.name} is packed by an unknown method`);
  if (limit < 1) throw tooLarge;
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge;
    throw damaged(`${entry.name} cannot be unpacked`);
  }
}
