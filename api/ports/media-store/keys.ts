/** The pattern of media keys and of what is declared for an upload: the one gate before any path or signature. */
import {
  MAX_EXPIRY_SECONDS,
  MAX_UPLOAD_BYTES,
  MediaDeclarationError,
  MediaKeyError,
  type UploadDeclaration,
} from './port.ts';

const ULID = '[0-7][0-9A-HJKMNP-TV-Z]{25}';
const FILE = '[0-9a-f]{16}-(?:0|[1-9][0-9]{0,4})\\.[a-z0-9]{2,5}';
const RESULT = '[0-9a-f]{64}\\.json';
const KEY = new RegExp(`^(?:u/${ULID}/${ULID}|[dp]/${ULID}/${ULID}/${FILE}|e/${ULID}/${RESULT})$`);
const PREFIX = new RegExp(`^[udpe]/(?:${ULID}/)?$|^[dp]/${ULID}/${ULID}/$`);
// RFC 6838 section 4.2: restricted names, here in lower case and without parameters.
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/;
const SHA256_BASE64 = /^[A-Za-z0-9+/]{43}=$/;

/** The key of an upload. */
export const uploadKey = (tenantId: string, assetId: string): string => assertKey(`u/${tenantId}/${assetId}`);

/** The key of a derived file, named by its content. `width` is 0 for what has none. */
export const derivedKey = (
  tenantId: string,
  assetId: string,
  file: { hash: string; width: number; extension: string },
): string => assertKey(`d/${tenantId}/${assetId}/${file.hash}-${file.width}.${file.extension}`);

/** The public copy's key of a derived file. @throws MediaKeyError when `derived` is no `d/` key. */
export function publicKey(derived: string): string {
  assertKey(derived, 'd');
  return `p${derived.slice(1)}`;
}

/** The key of what a model or an extraction answered, named by the SHA-256 (64 hex digits) of what was asked. */
export const resultKey = (tenantId: string, sha256: string): string =>
  assertKey(`e/${tenantId}/${sha256}.json`, 'e');

/** Whether a string is a whole media key. */
export const isMediaKey = (key: string): boolean => KEY.test(key);

/** Returns the key, or throws MediaKeyError; `areas` are the first letters allowed. */
export function assertKey(key: string, areas = 'udpe'): string {
  if (KEY.test(key) && areas.includes(key.charAt(0))) return key;
  const shapes = {
    u: 'u/<ULID>/<ULID>',
    d: 'd/<ULID>/<ULID>/<16 hex>-<width>.<ext>',
    p: 'p/<ULID>/<ULID>/<16 hex>-<width>.<ext>',
    e: 'e/<ULID>/<64 hex>.json',
  };
  const expected = [...areas].map((area) => shapes[area as keyof typeof shapes]);
  throw new MediaKeyError(key, expected.join(' or '));
}

/** Returns the prefix, or throws MediaKeyError. */
export function assertPrefix(prefix: string): string {
  if (PREFIX.test(prefix)) return prefix;
  throw new MediaKeyError(prefix, 'a prefix of whole segments, such as d/<tenantId>/<assetId>/');
}

/** Throws MediaDeclarationError unless the life of a signed address is a whole number of seconds in range. */
export function assertExpiry(expiresInSeconds: number): void {
  if (Number.isInteger(expiresInSeconds) && expiresInSeconds >= 1 && expiresInSeconds <= MAX_EXPIRY_SECONDS)
    return;
  throw new MediaDeclarationError(
    'expiresInSeconds',
    `a whole number from 1 to ${MAX_EXPIRY_SECONDS}`,
    expiresInSeconds,
  );
}

/** Throws MediaKeyError or MediaDeclarationError unless everything declared for an upload is in range. */
export function assertDeclaration(declaration: UploadDeclaration): void {
  const { key, contentType, contentLength, sha256, expiresInSeconds } = declaration;
  assertKey(key, 'u');
  assertExpiry(expiresInSeconds);
  if (!MEDIA_TYPE.test(contentType))
    throw new MediaDeclarationError(
      'contentType',
      'a media type in lower case without parameters, such as image/jpeg',
      contentType,
    );
  if (!Number.isInteger(contentLength) || contentLength < 1 || contentLength > MAX_UPLOAD_BYTES)
    throw new MediaDeclarationError(
      'contentLength',
      `a whole number of bytes from 1 to ${MAX_UPLOAD_BYTES}`,
      contentLength,
    );
  if (!SHA256_BASE64.test(sha256))
    throw new MediaDeclarationError('sha256', 'the SHA-256 of the bytes in base64 (44 characters)', sha256);
}
