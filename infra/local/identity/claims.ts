import { createHash, randomUUID } from 'node:crypto';
import type { AccountClaims } from 'oidc-provider';
import type { User } from './types.ts';

/** Facts of one token that the person alone does not settle. */
export interface Occasion {
  /** When the person signed in, seconds since 1970. */
  readonly authTime: number;
  /** The grant the token descends from; it stays the same through every refresh. */
  readonly grantId: string;
}

/**
 * What Cognito adds to an access token beside the registered claims, and our `uid`, which a
 * pre-token-generation trigger puts in the cloud's tokens.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export function accessTokenClaims(user: User, occasion: Occasion): Record<string, unknown> {
  return {
    token_use: 'access',
    auth_time: occasion.authTime,
    origin_jti: uuidOf(occasion.grantId),
    event_id: randomUUID(),
    username: user.sub,
    uid: user.uid,
    ...groups(user),
  };
}

/**
 * What Cognito puts in an ID token about a person.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 */
export function idTokenClaims(user: User): AccountClaims {
  return {
    sub: user.sub,
    token_use: 'id',
    uid: user.uid,
    email: user.email,
    email_verified: true,
    name: user.name,
    'cognito:username': user.sub,
    ...groups(user),
  };
}

/** Which claims a scope lets into the ID token; the provider drops the rest. */
export const CLAIMS_BY_SCOPE = {
  openid: ['sub', 'uid', 'token_use', 'cognito:username', 'cognito:groups'],
  email: ['email', 'email_verified'],
  profile: ['name'],
};

function groups(user: User): Record<string, unknown> {
  return user.groups.length > 0 ? { 'cognito:groups': user.groups } : {};
}

/** A UUID that follows from a text, version 8 of RFC 9562. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
