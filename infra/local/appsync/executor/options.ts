/** What `createAppSync` is given. Names follow the AppSync API reference (CreateGraphqlApi, CreateResolver). */
import type { DataSource, Json, JsonObject, LoadedCode } from '../types.ts';

/** `authenticationType` of the AppSync API reference. */
export type Mode = 'API_KEY' | 'AWS_IAM' | 'AMAZON_COGNITO_USER_POOLS' | 'OPENID_CONNECT' | 'AWS_LAMBDA';

export interface UnitResolver {
  kind: 'UNIT';
  type: string;
  field: string;
  dataSource: string;
  code: LoadedCode;
}

export interface PipelineFunction {
  name: string;
  dataSource: string;
  code: LoadedCode;
}

export interface PipelineResolver {
  kind: 'PIPELINE';
  type: string;
  field: string;
  code: LoadedCode;
  functions: PipelineFunction[];
}

export type Resolver = UnitResolver | PipelineResolver;

/** One API key. `expires` is in seconds since the epoch, as in CreateApiKey; a key without one does not end. */
export interface ApiKey {
  value: string;
  expires?: number;
}

/** An issuer of JSON Web Tokens. `verify` rejects when the token is not good; its claims become the identity. */
export interface TokenIssuer {
  issuer: string;
  verify(token: string): Promise<JsonObject>;
}

/** What a Lambda authorizer is sent. */
export interface LambdaAuthorizerEvent {
  authorizationToken: string;
  requestContext: {
    apiId: string;
    accountId: string;
    requestId: string;
    queryString: string | null;
    operationName: string | null;
    variables: JsonObject;
  };
  requestHeaders: Record<string, string>;
}

/** What a Lambda authorizer answers. `ttlOverride` is in seconds; 0 turns caching off for this answer. */
export interface LambdaAuthorizerReply {
  isAuthorized: boolean;
  resolverContext?: Record<string, Json>;
  deniedFields?: string[];
  ttlOverride?: number;
}

export interface LambdaAuthorizer {
  invoke(event: LambdaAuthorizerEvent): Promise<LambdaAuthorizerReply>;
  /** `authorizerResultTtlInSeconds`; 300 when absent, as in AppSync. */
  ttlSeconds?: number;
}

/** The request as its signature covers it. */
export interface SignedRequest {
  method: string;
  /** Path and query as sent. */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

/** Verifies a signed request; rejects, or resolves to the `ctx.identity` of the IAM caller. */
export interface IamVerifier {
  verify(request: SignedRequest): Promise<JsonObject>;
}

export interface AuthOptions {
  default: Mode;
  additional?: Mode[];
  apiKeys?: ApiKey[];
  userPools?: TokenIssuer;
  oidc?: TokenIssuer;
  lambdaAuthorizer?: LambdaAuthorizer;
  iam?: IamVerifier;
}

export interface Limits {
  /** 1-75; 0 is off (the default). Leaves count as a level. */
  queryDepthLimit?: number;
  /** 1-10000; 0 means AppSync's own 10,000. */
  resolverCountLimit?: number;
  /** Bytes of one request body. Default 1,048,576. */
  requestBytes?: number;
  /** Milliseconds that one request may take. Default 30,000. */
  requestMs?: number;
}

/** A line of the log: what resolvers print, and what went wrong where nothing more could be told to the client. */
export type Log = (entry: { level: 'error' | 'warn' | 'info'; message: string; cause?: unknown }) => void;

export interface AppSyncOptions {
  /** SDL as deployed to AppSync. The AWS scalars and directives are supplied. */
  schema: string;
  resolvers: Resolver[];
  dataSources: Record<string, DataSource>;
  /** `ctx.env`. */
  env?: Record<string, string>;
  auth: AuthOptions;
  limits?: Limits;
  /** Whether `__schema` and `__type` may be asked for. Default true. */
  introspection?: boolean;
  apiId: string;
  region: string;
  accountId: string;
  /** `ctx.request.domainName`; null where the API has no domain of its own. */
  domainName?: string | null;
  /** Milliseconds between `ka` messages of a realtime connection. Default 60,000. */
  keepAliveMs?: number;
  log?: Log;
  /** Seconds and milliseconds of expiry and caching are read from here. Default `Date.now`. */
  now?: () => number;
}
