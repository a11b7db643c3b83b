/** The media store in a folder, with HMAC-signed addresses that `infra/local/media` serves. */
import { createHash, type Hash, randomUUID } from 'node:crypto';
import { copyFile, type FileHandle, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { assertDeclaration, assertExpiry, assertKey, assertPrefix, isMediaKey } from './keys.ts';
import { type Description, isAbsent, openObject, trailer } from './local-object-file.ts';
import { type Grant, signGrant, type Verdict, verifyGrant } from './local-signature.ts';
import { type MediaHead, MediaNotFoundError, type MediaStore, PRIVATE_CACHE_CONTROL } from './port.ts';

const STALE_TEMPORARY_MS = 3_600_000;

/** Bytes that were uploaded do not fit what was declared. */
export class UploadMismatchError extends Error {
  override name = 'UploadMismatchError';
  /** What came, in words. */
  readonly received: string;
  /** What to send instead. */
  readonly fix: string;
  constructor(received: string, fix: string) {
    super(`${fix} Received: ${received}.`);
    this.received = received;
    this.fix = fix;
  }
}

/** The port, and what only the local server needs of it. */
export interface LocalMediaStore extends MediaStore {
  /** Whether a request may do what it asks, by its signature and the clock. */
  verify(method: string, key: string, query: URLSearchParams): Verdict;
  /**
   * Stores an upload while it streams: nothing is at `key` before length and checksum are proven.
   * @throws UploadMismatchError when the bytes do not fit the grant
   */
  receive(grant: Grant, body: AsyncIterable<Uint8Array>): Promise<void>;
}

/**
 * Opens (and makes) the store.
 * @param dir the folder that holds the objects
 * @param origin where `/media/*` is served, such as `http://localhost:4321`
 * @param secret the signing secret, at least 32 characters; keep it, or open addresses end with the process
 * @param now the clock, milliseconds since 1970
 */
export function createLocalMediaStore(options: {
  dir: string;
  origin: string;
  secret: string;
  now?: () => number;
}): LocalMediaStore {
  const { dir, origin, secret, now = Date.now } = options;
  if (secret.length < 32)
    throw new Error(`Media signing secret must have at least 32 characters. Received: ${secret.length}`);
  const temporary = join(dir, 'tmp');
  mkdirSync(temporary, { recursive: true });
  removeStale(temporary, now());

  const pathOf = (key: string, areas?: string): string => join(dir, 'objects', assertKey(key, areas));
  const expiry = (seconds: number): number => Math.floor(now() / 1000) + seconds;
  const address = (grant: Grant): string => `${origin}/media/${grant.key}?${signGrant(grant, secret)}`;

  /** Fills a temporary file and moves it into place, or leaves nothing behind. */
  async function place(
    path: string,
    fill: (handle: FileHandle, file: string) => Promise<void>,
  ): Promise<void> {
    const file = join(temporary, randomUUID());
    const handle = await open(file, 'wx+');
    try {
      await fill(handle, file);
      await handle.close();
      await mkdir(dirname(path), { recursive: true });
      await rename(file, path);
    } catch (error) {
      await handle.close();
      await unlink(file);
      throw error;
    }
  }

  async function head(key: string): Promise<MediaHead | null> {
    const object = await openObject(pathOf(key));
    if (!object) return null;
    await object.handle.close();
    return { ...object.description, size: object.size, lastModified: object.lastModified };
  }

  const store: LocalMediaStore = {
    async signUpload(declaration) {
      assertDeclaration(declaration);
      const { key, contentType, contentLength, sha256 } = declaration;
      const expires = expiry(declaration.expiresInSeconds);
      return {
        url: address({ method: 'PUT', key, expires, contentType, contentLength, sha256 }),
        method: 'PUT',
        headers: { 'content-type': contentType, 'x-amz-checksum-sha256': sha256 },
      };
    },
    async signRead({ key, expiresInSeconds }) {
      assertKey(key, 'ud');
      assertExpiry(expiresInSeconds);
      return address({ method: 'GET', key, expires: expiry(expiresInSeconds) });
    },
    async read(key) {
      const object = await openObject(pathOf(key));
      if (!object) return null;
      const { handle, description, size, lastModified } = object;
      try {
        const bytes = new Uint8Array(size);
        for (let at = 0; at < size;) at += (await handle.read(bytes, at, size - at, at)).bytesRead;
        return { ...description, size, lastModified, bytes };
      } finally {
        await handle.close();
      }
    },
    head,
    async stream(key, range) {
      const object = await openObject(pathOf(key));
      if (!object) return null;
      const { handle, description, size, lastModified } = object;
      // The trailer follows the object's bytes, so the end is always said, and nothing cannot be asked for.
      const start = range?.start ?? 0;
      const end = Math.min(range?.end ?? size - 1, size - 1);
      if (start <= end)
        return { ...description, size, lastModified, body: handle.createReadStream({ start, end }) };
      await handle.close();
      return { ...description, size, lastModified, body: Readable.from([]) };
    },
    async write(key, bytes, { contentType, cacheControl }) {
      const description = { contentType, cacheControl, etag: etagOf(createHash('sha256').update(bytes)) };
      await place(pathOf(key), async (handle) => {
        await handle.writeFile(bytes);
        await handle.appendFile(trailer(description));
      });
    },
    async copy(from, to, { cacheControl }) {
      const source = pathOf(from);
      const target = pathOf(to);
      const object = await openObject(source);
      if (!object) throw new MediaNotFoundError(from);
      await object.handle.close();
      const { description, size } = object;
      await place(target, async (handle, file) => {
        await copyFile(source, file);
        await handle.truncate(size);
        const tail = trailer({ ...description, cacheControl });
        await handle.write(tail, 0, tail.length, size);
      });
    },
    async remove(keys) {
      const paths = keys.map((key) => pathOf(key));
      for (const path of paths) {
        await unlink(path).catch((error: unknown) => {
          if (!isAbsent(error)) throw error;
        });
      }
    },
    async *list(prefix) {
      assertPrefix(prefix);
      for await (const key of walk(join(dir, 'objects'), prefix.slice(0, -1))) {
        const found = isMediaKey(key) ? await head(key) : null;
        if (found) yield { key, size: found.size, lastModified: found.lastModified };
      }
    },
    verify: (method, key, query) => verifyGrant(method, key, query, secret, now()),
    async receive(grant, body) {
      const { key, contentType = '', contentLength = 0, sha256 = '' } = grant;
      await place(pathOf(key, 'u'), async (handle) => {
        const hash = createHash('sha256');
        let length = 0;
        for await (const chunk of body) {
          length += chunk.length;
          if (length > contentLength) break;
          hash.update(chunk);
          await handle.appendFile(chunk);
        }
        if (length !== contentLength)
          throw new UploadMismatchError(
            `${length} bytes`,
            `The body must have the declared ${contentLength} bytes.`,
          );
        const found = hash.copy().digest('base64');
        if (found !== sha256)
          throw new UploadMismatchError(found, `The bytes must have the declared SHA-256 ${sha256}.`);
        const description: Description = {
          contentType,
          cacheControl: PRIVATE_CACHE_CONTROL,
          etag: etagOf(hash),
        };
        await handle.appendFile(trailer(description));
        // The upload may be the only copy of a work; what is derived can be made again.
        await handle.sync();
      });
    },
  };
  return store;
}

const etagOf = (hash: Hash): string => `"${hash.digest('hex').slice(0, 32)}"`;

/** Every file under `root/from`, as slash-separated paths from `root`, in order. */
async function* walk(root: string, from: string): AsyncGenerator<string> {
  let entries;
  try {
    entries = await readdir(join(root, from), { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return;
    throw error;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) yield* walk(root, `${from}/${entry.name}`);
    else yield `${from}/${entry.name}`;
  }
}

/** Removes what a killed process left half-written, but nothing that another one may still be writing. */
function removeStale(temporary: string, now: number): void {
  for (const name of readdirSync(temporary)) {
    const file = join(temporary, name);
    const age = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now);
    if (age > STALE_TEMPORARY_MS) rmSync(file, { force: true });
  }
}
