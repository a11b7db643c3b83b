/**
 * Puts a person's `uid` into the tokens of a Cognito user pool, as the local issuer does.
 *
 * The immutable attribute `custom:uid` is the person's uid where it was set. Cognito takes it only when a person is
 * created by an administrator, which is how people come from another pool, and no client may write it. Whoever signs
 * up alone has none: their uid is the ULID that follows from pool and `sub`, the same at every sign-in, so nothing has
 * to be stored and two first sign-ins at once cannot disagree. When people move to another pool, this uid goes with
 * them as the attribute.
 */
import { createHash } from 'node:crypto';

/** What is used of Cognito's event, `TokenGeneration_*`. */
export interface PreTokenEvent {
  userPoolId: string;
  request: { userAttributes: Readonly<Record<string, string>> };
}

/**
 * The response of version 2 of the trigger, the first that reaches access tokens.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export interface PreTokenResponse {
  claimsAndScopeOverrideDetails: {
    idTokenGeneration: { claimsToAddOrOverride: { uid: string } };
    accessTokenGeneration: { claimsToAddOrOverride: { uid: string } };
  };
}

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The event with the uid among the claims of both tokens.
 * @throws Error when the attribute is no ULID, or the person has no `sub`: no token is better than a wrong one
 */
export function withUid<Event extends PreTokenEvent>(event: Event): Event & { response: PreTokenResponse } {
  const claims = { claimsToAddOrOverride: { uid: uidOf(event) } };
  return {
    ...event,
    response: {
      claimsAndScopeOverrideDetails: { idTokenGeneration: claims, accessTokenGeneration: claims },
    },
  };
}

function uidOf({ userPoolId, request: { userAttributes } }: PreTokenEvent): string {
  const kept = userAttributes['custom:uid'];
  if (kept !== undefined && !ULID.test(kept)) {
    throw new Error(`custom:uid must be a ULID. Received: ${JSON.stringify(kept)}`);
  }
  if (kept !== undefined) return kept;
  const { sub } = userAttributes;
  if (!sub) throw new Error('A person of a user pool has a `sub`. Received: none');
  return ulidOf(createHash('sha256').update(`${userPoolId}\n${sub}`).digest());
}

/** The first 128 bits in Crockford's base 32: https://github.com/ulid/spec */
function ulidOf(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes.subarray(0, 16)).toString('hex')}`);
  let text = '';
  for (let place = 0; place < 26; place += 1) {
    text = `${CROCKFORD[Number(rest & 31n)]}${text}`;
    rest >>= 5n;
  }
  return text;
}
