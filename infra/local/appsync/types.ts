/**
 * The words that the two halves of the local AppSync runtime share: the evaluator (which runs APPSYNC_JS code)
 * and the executor (which runs GraphQL operations over resolvers and data sources).
 * Shapes follow the AppSync developer guide, "APPSYNC_JS runtime features" and "Context reference".
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** `ctx.identity`, by authorization mode; null for an API key. */
export type Identity = JsonObject | null;

/** `ctx.info`. */
export interface Info {
  fieldName: string;
  parentTypeName: string;
  variables: JsonObject;
  selectionSetList: string[];
  selectionSetGraphQL: string;
}

/** An error as a resolver raises it with `util.error`, or as a data source reports it in `ctx.error`. */
export interface ResolverError {
  message: string;
  type: string | null;
  data?: Json;
  info?: Json;
}

/** What a request or response handler is given. Every member is plain JSON: only its text enters the sandbox. */
export interface EvaluationContext {
  arguments: JsonObject;
  source: Json;
  identity: Identity;
  request: { headers: Record<string, string>; domainName: string | null };
  info: Info;
  stash: JsonObject;
  prev: { result: Json } | null;
  result: Json;
  error: { message: string; type: string } | null;
  env: Record<string, string>;
  /** `util.authType()` answers this. */
  authType: AuthType;
}

export type AuthType =
  | 'API Key Authorization'
  | 'User Pool Authorization'
  | 'Open ID Connect Authorization'
  | 'IAM Authorization'
  | 'Lambda Authorization';

/** What `extensions.*` recorded during one evaluation, in order. */
export interface ExtensionCall {
  name:
    | 'setSubscriptionFilter'
    | 'setSubscriptionInvalidationFilter'
    | 'invalidateSubscriptions'
    | 'evictFromApiCache';
  arguments: Json[];
}

/** The outcome of one handler. `value` is what it returned (null when nothing). */
export interface Evaluation {
  value: Json;
  stash: JsonObject;
  /** Set when `runtime.earlyReturn` ended the handler; `value` is its argument. */
  earlyReturn: { skipTo: 'END' | 'NEXT' } | null;
  /** Set when `util.error` or `util.unauthorized` ended the handler. */
  error: ResolverError | null;
  /** From `util.appendError`. */
  appendedErrors: ResolverError[];
  /** From `util.http.addResponseHeader(s)`. */
  responseHeaders: Record<string, string>;
  extensions: ExtensionCall[];
}

/** One loaded APPSYNC_JS module. */
export interface LoadedCode {
  readonly name: string;
  readonly hasRequest: boolean;
  readonly hasResponse: boolean;
  request(context: EvaluationContext): Evaluation;
  response(context: EvaluationContext): Evaluation;
}

/** APPSYNC_JS source as deployed: one bundled ES module that exports `request` and/or `response`. */
export interface ResolverSource {
  /** Shown in errors, e.g. `Query.project`. */
  name: string;
  /** Shown in errors beside the line, e.g. `dist/resolvers/Query.project.js`. */
  file: string;
  code: string;
}

/** What a data source answers to an evaluated request. */
export interface DataSourceResult {
  result: Json;
  error: { message: string; type: string } | null;
}

/** A data source: takes the request object that the resolver's `request` handler returned. */
export interface DataSource {
  readonly type: 'AMAZON_DYNAMODB' | 'AWS_LAMBDA' | 'NONE';
  invoke(request: JsonObject, call: DataSourceCall): Promise<DataSourceResult>;
}

/** What a data source may need to know of the call around it (Lambda's event and log context). */
export interface DataSourceCall {
  context: EvaluationContext;
  signal: AbortSignal;
}
