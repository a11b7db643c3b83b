/**
 * A page's `nextToken`: the key at which it ended, encrypted and bound to its query, as AppSync's are opaque. A token of
 * another query or a changed one is refused. The same page has the same token, so that answers can be compared.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Json, JsonObject } from '../../../types.ts';
import type { Item } from './attribute-values.ts';
import { toItem } from './attribute-values.ts';

/** A `nextToken` that this data source did not write for this query. */
export class InvalidTokenError extends Error {
  override name = 'InvalidTokenError';
}

/** What tokens are sealed with where nobody names a secret: they end with the process. */
const OWN_SECRET = randomBytes(32).toString('hex');

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** What a token is good for: everything of its query that says which items it walks over. */
export function bindingOf(...parts: unknown[]): string {
  return JSON.stringify(parts);
}

/** Attributes of a key are scalars. Engines name them in any order. */
function keyText(last: Item): string {
  const attributes = Object.entries(last).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const typed = attributes.map(([name, value]) => [
    name,
    value.B ? { B: Buffer.from(value.B).toString('base64') } : value,
  ]);
  return JSON.stringify([Object.fromEntries(typed)]);
}

/** Given as bytes, a key would be imported in each use, which takes longer than the use. */
const keys = new Map<string, KeyObject>();

function keyFrom(secret = OWN_SECRET): KeyObject {
  const known = keys.get(secret);
  if (known) return known;
  const key = createSecretKey(createHash('sha256').update(`nextToken ${secret}`).digest());
  keys.set(secret, key);
  return key;
}

/** The key at which a page ended, for the query that `binding` names. */
export function writeToken(last: Item, binding: string, secret: string | undefined): string {
  const text = keyText(last);
  const key = keyFrom(secret);
  const nonce = createHmac('sha256', key).update(`${binding} ${text}`).digest().subarray(0, NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(binding));
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
}

/** @throws InvalidTokenError in AppSync's words. */
export function readToken(
  token: Json | undefined,
  binding: string,
  secret: string | undefined,
): Item | undefined {
  if (token === undefined || token === null) return undefined;
  try {
    const bytes = Buffer.from(String(token), 'base64url');
    const opened = createDecipheriv(CIPHER, keyFrom(secret), bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(binding))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text =
      opened.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + opened.final('utf8');
    const [last] = JSON.parse(text) as [JsonObject];
    return toItem(last, 'nextToken');
  } catch {
    throw new InvalidTokenError('Invalid pagination token given.');
  }
}
