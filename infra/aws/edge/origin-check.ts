/**
 * Lets only CloudFront call the HTTP API, to which a firewall cannot be attached: CloudFront adds a header with a secret
 * to its requests. While the secret is renewed (`rotation/`), the old and the new value hold. Simple responses of a Lambda
 * authorizer, format 2.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Label, Secrets } from '#api/ports/secrets/port.ts';

/** The header that carries the secret, in lower case as HTTP APIs hand headers over. */
export const ORIGIN_HEADER = 'x-artissist-origin';
/** The values that hold: the present one, the one to come, and the one before it. */
const VALID: readonly Label[] = ['AWSCURRENT', 'AWSPENDING', 'AWSPREVIOUS'];
/** Values are read again after this time, and for a header that none of them is, though not at every one. */
const KEPT_MS = 300_000;
export const READ_AGAIN_MS = 10_000;

export interface OriginCheckEvent {
  headers?: Readonly<Record<string, string | undefined>>;
}

export interface OriginCheckOptions {
  /** The values that hold now; none of them is empty. */
  read: () => Promise<readonly string[]>;
  /** Milliseconds, of a clock that only goes on. */
  now: () => number;
}

/** Reads the values of a secret that hold. */
export const heldValues =
  (secrets: Pick<Secrets, 'labelled'>, secretId: string) => async (): Promise<string[]> => {
    const values = await Promise.all(VALID.map((label) => secrets.labelled(secretId, label)));
    return values.filter((value) => value !== undefined && value !== '') as string[];
  };

/** A handler that compares the header with the values, in a time that tells nothing of where they differ. */
export function createOriginCheck({ read, now }: OriginCheckOptions) {
  let known: { digests: Buffer[]; at: number } | undefined;
  const values = async (maxAgeMs: number): Promise<Buffer[]> => {
    if (known === undefined || now() - known.at >= maxAgeMs) {
      try {
        known = { digests: (await read()).map(digest), at: now() };
      } catch (error) {
        // What held a moment ago goes on holding while values cannot be read.
        if (known === undefined) throw error;
        known.at = now();
      }
    }
    return known.digests;
  };
  return async ({ headers = {} }: OriginCheckEvent): Promise<{ isAuthorized: boolean }> => {
    const given = digest(headers[ORIGIN_HEADER] ?? '');
    const isAmong = (digests: Buffer[]): boolean =>
      digests.filter((each) => timingSafeEqual(given, each)).length > 0;
    return { isAuthorized: isAmong(await values(KEPT_MS)) || isAmong(await values(READ_AGAIN_MS)) };
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
