/**
 * The media store: uploaded originals, what is derived from them, and the public copies.
 *
 * Keys say who may read:
 * - `u/<tenantId>/<assetId>` an upload, private;
 * - `d/<tenantId>/<assetId>/<hash>-<w>.<ext>` derived, private, read through signed addresses;
 * - `p/<tenantId>/<assetId>/<hash>-<w>.<ext>` a public copy, served at `/media/p/...` to everyone;
 * - `e/<tenantId>/<sha256>.json` what a model or an extraction answered; never signed, never served.
 *
 * `<hash>` is the first 16 hex digits of the bytes' SHA-256, `<w>` a width in pixels (0 for what has none).
 */
import type { Readable } from 'node:stream';

/** The largest upload, in bytes (50 MB), as the contract says. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** The longest life of a signed address, in seconds: the seven days that Signature Version 4 allows. */
export const MAX_EXPIRY_SECONDS = 604_800;

/** `cache-control` of public copies: kept a day, asked again afterwards, so that unpublishing takes hold. */
export const PUBLIC_CACHE_CONTROL = 'public, max-age=86400, must-revalidate';

/** `cache-control` of everything that only its owner may see. */
export const PRIVATE_CACHE_CONTROL = 'private, no-store';

/** What is known of an object without its bytes. */
export interface MediaHead {
  /** Media type as it was declared when the object was stored. */
  contentType: string;
  cacheControl: string;
  /** Length in bytes. */
  size: number;
  /** Entity tag with its quotes, changes with the bytes. */
  etag: string;
  lastModified: Date;
}

/** An object with all its bytes. */
export interface MediaObject extends MediaHead {
  bytes: Uint8Array;
}

/** An object, or a part of it, as a stream. `size` is the size of the whole object. */
export interface MediaStream extends MediaHead {
  body: Readable;
}

/** First and last byte, both included, counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

/** What an upload is fixed to before it begins. */
export interface UploadDeclaration {
  /** A `u/` key. */
  key: string;
  /** Media type without parameters, such as `image/jpeg`. */
  contentType: string;
  /** Bytes, 1 to MAX_UPLOAD_BYTES. */
  contentLength: number;
  /** SHA-256 of the bytes in base64 (44 characters). */
  sha256: string;
  /** 1 to MAX_EXPIRY_SECONDS. */
  expiresInSeconds: number;
}

/**
 * How to upload. Send exactly `headers`, and the bytes with a `content-length` (every HTTP client adds that one
 * itself). Another type, length or checksum is refused with 403, bytes that do not fit the checksum with 400;
 * in neither case is anything stored.
 */
export interface SignedUpload {
  url: string;
  method: 'PUT';
  headers: Record<string, string>;
}

/** One row of a listing. */
export interface MediaListing {
  key: string;
  size: number;
  lastModified: Date;
}

/** Every method throws MediaKeyError for a key that breaks the pattern. */
export interface MediaStore {
  /** @throws MediaDeclarationError when a declared value is out of range. */
  signUpload(declaration: UploadDeclaration): Promise<SignedUpload>;
  /** An address to GET one private object (`u/` or `d/`) until it expires. */
  signRead(request: { key: string; expiresInSeconds: number }): Promise<string>;
  /** The whole object, or null when there is none. */
  read(key: string): Promise<MediaObject | null>;
  head(key: string): Promise<MediaHead | null>;
  /** The object, or the given range of it, as a stream that the caller reads or destroys. */
  stream(key: string, range?: ByteRange): Promise<MediaStream | null>;
  /** Stores or replaces in one step: a reader sees the old or the new object, never a part. */
  write(
    key: string,
    bytes: Uint8Array,
    options: { contentType: string; cacheControl: string },
  ): Promise<void>;
  /** Copies bytes and type, with another `cache-control`. @throws MediaNotFoundError without a source. */
  copy(from: string, to: string, options: { cacheControl: string }): Promise<void>;
  /** Removes what is there of these keys; what is already gone is no error. */
  remove(keys: readonly string[]): Promise<void>;
  /** Every object under a prefix of whole segments (`d/`, `d/<tenantId>/`, `d/<tenantId>/<assetId>/`, `e/<tenantId>/`), by key. */
  list(prefix: string): AsyncIterable<MediaListing>;
}

/** A key or prefix that is not one of ours. */
export class MediaKeyError extends Error {
  override name = 'MediaKeyError';
  readonly key: string;
  constructor(key: string, expected: string) {
    super(`Media key must be ${expected}. Received: ${JSON.stringify(key)}`);
    this.key = key;
  }
}

/** The object that an operation needs is not there. */
export class MediaNotFoundError extends Error {
  override name = 'MediaNotFoundError';
  readonly key: string;
  constructor(key: string) {
    super(`No media object at ${key}`);
    this.key = key;
  }
}

/** A declared value of a signed request is out of range. `field` names it. */
export class MediaDeclarationError extends Error {
  override name = 'MediaDeclarationError';
  readonly field: string;
  constructor(field: string, expected: string, received: unknown) {
    super(`${field} must be ${expected}. Received: ${JSON.stringify(received)}`);
    this.field = field;
  }
}
