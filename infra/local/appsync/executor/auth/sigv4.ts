/**
 * Verifies requests signed with AWS Signature Version 4.
 * AWS General Reference, "Create a signed AWS API request".
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { JsonObject } from '../../types.ts';
import type { IamVerifier, SignedRequest } from '../options.ts';

/** Credentials that may sign, with the `ctx.identity` of who holds them. */
export interface SigningCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  identity: JsonObject;
}

export interface SigV4Options {
  credentials: readonly SigningCredentials[];
  region: string;
  /** The service in the signature's scope. Default `appsync`. */
  service?: string;
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

/** How old or how far ahead a signature may be: five minutes, as at AWS. */
const SKEW_MS = 5 * 60 * 1000;

const HEADER =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

interface Signature {
  accessKeyId: string;
  day: string;
  region: string;
  service: string;
  signedHeaders: string[];
  value: string;
}

/** A verifier over static credentials. It rejects with AWS's words where they tell what to mend. */
export function createSigV4Verifier(options: SigV4Options): IamVerifier {
  const { region, service = 'appsync', now = Date.now } = options;
  const holders = new Map(options.credentials.map((row) => [row.accessKeyId, row]));

  return {
    async verify(request) {
      const signature = parseSignature(request.headers['authorization'] ?? '');
      const holder = holders.get(signature.accessKeyId);
      if (!holder) throw new Error('The security token included in the request is invalid.');
      const token = request.headers['x-amz-security-token'];
      if (holder.sessionToken !== token)
        throw new Error('The security token included in the request is invalid.');
      if (signature.region !== region || signature.service !== service)
        throw new Error(
          `Credential should be scoped to ${region}/${service}. Received: ${signature.region}/${signature.service}`,
        );
      if (!signature.signedHeaders.includes('host'))
        throw new Error("'Host' must be a 'SignedHeader' in the AWS Authorization.");
      const date = request.headers['x-amz-date'] ?? '';
      const age = now() - parseDate(date);
      if (!date.startsWith(signature.day) || !(Math.abs(age) <= SKEW_MS))
        throw new Error(`Signature expired or not yet current: ${date || 'no X-Amz-Date'}`);

      const expected = sign(request, signature, holder.secretAccessKey, date);
      if (!timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(signature.value, 'hex')))
        throw new Error(
          'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
        );
      return holder.identity;
    },
  };
}

function parseSignature(header: string): Signature {
  const match = HEADER.exec(header);
  if (!match) throw new Error('The Authorization header is not a complete AWS4-HMAC-SHA256 header.');
  const [, accessKeyId = '', day = '', region = '', service = '', headers = '', value = ''] = match;
  return { accessKeyId, day, region, service, signedHeaders: headers.split(';'), value };
}

/** `20260131T235959Z` in milliseconds; NaN for any other text. */
function parseDate(text: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sign(request: SignedRequest, signature: Signature, secret: string, date: string): string {
  const { day, region, service } = signature;
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonicalRequest(request, signature))];
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), 'aws4_request');
  return hmac(key, toSign.join('\n')).toString('hex');
}

function canonicalRequest(request: SignedRequest, { signedHeaders }: Signature): string {
  const { pathname, searchParams } = new URL(request.url, 'http://host');
  const query = [...searchParams]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map((pair) => pair.join('='))
    .join('&');
  const headers = signedHeaders.map(
    (name) => `${name}:${(request.headers[name] ?? '').trim().replace(/\s+/g, ' ')}\n`,
  );
  return [
    request.method,
    pathname.split('/').map(encode).join('/'),
    query,
    headers.join(''),
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** RFC 3986: everything but unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
