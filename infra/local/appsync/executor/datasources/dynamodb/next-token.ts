import type { Json, JsonObject } from '../../../types.ts';
import type { Item } from './attribute-values.ts';
import { toItem } from './attribute-values.ts';

/** A `nextToken` that this data source did not write. */
export class InvalidTokenError extends Error {
  override name = 'InvalidTokenError';
}

/** The key at which a page ended, as a text whose form is nobody's business. */
export function writeToken(key: Item): string {
  const json = JSON.stringify(key, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
  return Buffer.from(json).toString('base64url');
}

/** @throws InvalidTokenError in AppSync's words. */
export function readToken(token: Json | undefined): Item | undefined {
  if (token === undefined || token === null) return undefined;
  try {
    const json = Buffer.from(String(token), 'base64url').toString('utf8');
    return toItem(JSON.parse(json) as JsonObject, 'nextToken');
  } catch {
    throw new InvalidTokenError('Invalid pagination token given.');
  }
}
