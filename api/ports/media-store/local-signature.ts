/**
 * Signed addresses of the local media store: an HMAC-SHA-256 over everything that the address allows.
 * As with a presigned S3 request, nothing is remembered between signing and use.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature allows. Type, length and checksum are there for uploads only. */
export interface Grant {
  method: 'GET' | 'PUT';
  key: string;
  /** Seconds since 1970. */
  expires: number;
  contentType?: string;
  contentLength?: number;
  sha256?: string;
}

/** A grant read back from an address, or the reason why it is none. */
export type Verdict = { ok: true; grant: Grant } | { ok: false; reason: string };

function mac(grant: Grant, secret: string): Buffer {
  const { method, key, expires, contentType, contentLength, sha256 } = grant;
  // A JSON array keeps the fields apart whatever they hold.
  const message = JSON.stringify([
    method,
    key,
    expires,
    contentType ?? null,
    contentLength ?? null,
    sha256 ?? null,
  ]);
  return createHmac('sha256', secret).update(message).digest();
}

/** The query string that carries a grant and its signature. */
export function signGrant(grant: Grant, secret: string): string {
  const query = new URLSearchParams({ expires: String(grant.expires) });
  if (grant.contentType !== undefined) query.set('type', grant.contentType);
  if (grant.contentLength !== undefined) query.set('length', String(grant.contentLength));
  if (grant.sha256 !== undefined) query.set('sha256', grant.sha256);
  query.set('signature', mac(grant, secret).toString('hex'));
  return query.toString();
}

/**
 * Checks an address against the secret and the clock.
 * @param method the method of the request: an address signed for GET opens nothing else, HEAD included
 * @param now milliseconds since 1970
 */
export function verifyGrant(
  method: string,
  key: string,
  query: URLSearchParams,
  secret: string,
  now: number,
): Verdict {
  const signature = query.get('signature');
  if (!signature)
    return { ok: false, reason: 'The address has no signature. Ask the API for a signed address.' };
  const expires = Number(query.get('expires'));
  const grant: Grant = { method: method as Grant['method'], key, expires };
  if (query.has('type')) grant.contentType = query.get('type') ?? '';
  if (query.has('length')) grant.contentLength = Number(query.get('length'));
  if (query.has('sha256')) grant.sha256 = query.get('sha256') ?? '';
  const wanted = mac(grant, secret);
  const given = Buffer.from(/^[0-9a-f]{64}$/.test(signature) ? signature : '', 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return {
      ok: false,
      reason: `The signature does not fit ${method} ${key}. Use the signed address unchanged.`,
    };
  }
  if (expires * 1000 <= now) {
    return {
      ok: false,
      reason: `The address expired at ${new Date(expires * 1000).toISOString()}. Ask for a new one.`,
    };
  }
  return { ok: true, grant };
}
