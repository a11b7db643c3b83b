/**
 * Lets only CloudFront call the HTTP API, to which a firewall cannot be attached: CloudFront adds a header with a secret
 * to its requests. Simple responses of a Lambda authorizer, format 2.0:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
import { createHash, timingSafeEqual } from 'node:crypto';

/** The header that carries the secret, in lower case as HTTP APIs hand headers over. */
export const ORIGIN_HEADER = 'x-artissist-origin';

export interface OriginCheckEvent {
  headers?: Readonly<Record<string, string | undefined>>;
}

/** A handler that compares the header with the secret, in a time that tells nothing of where they differ. */
export function createOriginCheck(secret: string) {
  const wanted = digest(secret);
  return async ({ headers = {} }: OriginCheckEvent): Promise<{ isAuthorized: boolean }> => ({
    isAuthorized: timingSafeEqual(digest(headers[ORIGIN_HEADER] ?? ''), wanted),
  });
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
