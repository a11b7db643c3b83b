/**
 * Finds out who calls. The mode follows from the shape of what was sent, as in AppSync: a signature of version 4
 * goes to IAM, a JSON Web Token to user pools or OpenID Connect, any other Authorization header to the Lambda
 * authorizer, and `x-api-key` to the API keys.
 * AppSync developer guide, "Configuring authorization and authentication to secure your GraphQL APIs".
 */
import type { AuthType, JsonObject } from '../../types.ts';
import type { HttpCall } from '../http/message.ts';
import type { GraphQLRequest } from '../operation.ts';
import { RequestError } from '../operation.ts';
import type { AppSyncOptions, Mode, TokenIssuer } from '../options.ts';
import type { Caller } from '../request-context.ts';
import { enabledModes } from '../wiring.ts';
import { createApiKeyCheck } from './api-key.ts';
import { createLambdaAuthorization } from './lambda-authorizer.ts';
import { readTokenClaims } from './token.ts';

export interface Authenticator {
  /** @throws RequestError 401 UnauthorizedException. */
  authenticate(call: HttpCall, request: GraphQLRequest, requestId: string): Promise<Caller>;
}

const AUTH_TYPE: Record<Mode, AuthType> = {
  API_KEY: 'API Key Authorization',
  AWS_IAM: 'IAM Authorization',
  AMAZON_COGNITO_USER_POOLS: 'User Pool Authorization',
  OPENID_CONNECT: 'Open ID Connect Authorization',
  AWS_LAMBDA: 'Lambda Authorization',
};

const REMEMBERED = 500;

/** The refusal that AppSync gives without a reason. */
export function unauthorized(message = 'You are not authorized to make this call.'): RequestError {
  return new RequestError(401, 'UnauthorizedException', message);
}

export function createAuthenticator(options: AppSyncOptions): Authenticator {
  const { auth } = options;
  const modes = new Set(enabledModes(options));
  const now = options.now ?? Date.now;
  const isApiKey = createApiKeyCheck(auth.apiKeys ?? [], now);
  const lambda = auth.lambdaAuthorizer
    ? createLambdaAuthorization(auth.lambdaAuthorizer, options, now)
    : null;

  const caller = (mode: Mode, rest: Partial<Caller>): Caller => ({
    mode,
    authType: AUTH_TYPE[mode],
    identity: null,
    groups: [],
    deniedFields: null,
    ...rest,
  });

  /** Modes of tokens that were verified: each is verified again, but not read again to tell who has to. */
  const verified = new Map<string, Mode>();
  const rememberVerified = (authorization: string, mode: Mode): void => {
    if (verified.has(authorization)) return;
    if (verified.size >= REMEMBERED) verified.delete(verified.keys().next().value ?? '');
    verified.set(authorization, mode);
  };

  return {
    async authenticate(call, request, requestId) {
      const authorization = call.headers['authorization'];
      if (authorization === undefined || authorization === '') {
        const key = call.headers['x-api-key'];
        if (key !== undefined && modes.has('API_KEY') && isApiKey(key)) return caller('API_KEY', {});
        throw unauthorized();
      }
      const mode = verified.get(authorization) ?? modeOf(authorization, modes, auth);
      if (mode === 'AWS_IAM' && auth.iam) {
        const identity = await auth.iam.verify(call).catch((error: unknown) => {
          throw unauthorized(error instanceof Error ? error.message : undefined);
        });
        return caller('AWS_IAM', { identity });
      }
      if (mode === 'AMAZON_COGNITO_USER_POOLS' && auth.userPools) {
        const claims = await verifyToken(auth.userPools, authorization);
        rememberVerified(authorization, mode);
        const groups = groupsOf(claims);
        const identity = userPoolsIdentity(claims, groups, auth.userPools.issuer, call.sourceIp);
        return caller('AMAZON_COGNITO_USER_POOLS', { groups, identity });
      }
      if (mode === 'OPENID_CONNECT' && auth.oidc) {
        const claims = await verifyToken(auth.oidc, authorization);
        rememberVerified(authorization, mode);
        const identity = { sub: claims['sub'] ?? null, issuer: auth.oidc.issuer, claims };
        return caller('OPENID_CONNECT', { identity });
      }
      if (mode === 'AWS_LAMBDA' && lambda) {
        const answer = await lambda.authorize(authorization, call.headers, request, requestId);
        if (answer === null) throw unauthorized();
        return caller('AWS_LAMBDA', answer);
      }
      throw unauthorized();
    },
  };
}

function modeOf(
  authorization: string,
  modes: ReadonlySet<Mode>,
  { userPools, oidc }: AppSyncOptions['auth'],
): Mode | null {
  if (authorization.startsWith('AWS4-HMAC-SHA256')) return 'AWS_IAM';
  const claims = readTokenClaims(withoutBearer(authorization));
  if (claims === null) return authorization.startsWith('Bearer ') ? null : 'AWS_LAMBDA';
  const issuer = claims['iss'];
  if (modes.has('AMAZON_COGNITO_USER_POOLS') && issuer === userPools?.issuer)
    return 'AMAZON_COGNITO_USER_POOLS';
  if (modes.has('OPENID_CONNECT') && issuer === oidc?.issuer) return 'OPENID_CONNECT';
  return null;
}

function withoutBearer(authorization: string): string {
  return authorization.startsWith('Bearer ') ? authorization.slice(7) : authorization;
}

async function verifyToken(issuer: TokenIssuer, authorization: string): Promise<JsonObject> {
  const token = withoutBearer(authorization);
  try {
    return await issuer.verify(token);
  } catch (error) {
    const expired = error instanceof Error && /expired/i.test(`${error.name} ${error.message}`);
    throw unauthorized(expired ? 'Token has expired.' : undefined);
  }
}

function groupsOf(claims: JsonObject): string[] {
  const groups = claims['cognito:groups'];
  return Array.isArray(groups) ? groups.map(String) : [];
}

/** `ctx.identity` of a user pool's user. */
function userPoolsIdentity(
  claims: JsonObject,
  groups: string[],
  issuer: string,
  sourceIp: string,
): JsonObject {
  return {
    sub: claims['sub'] ?? null,
    issuer,
    username: claims['username'] ?? claims['cognito:username'] ?? claims['sub'] ?? null,
    claims,
    groups: groups.length > 0 ? groups : null,
    sourceIp: [sourceIp],
    defaultAuthStrategy: 'ALLOW',
  };
}
