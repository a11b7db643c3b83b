import type { GraphQLError } from 'graphql';
import type { AuthType, ExtensionCall, Identity, JsonObject } from '../types.ts';
import type { Log, Mode } from './options.ts';

/** Who calls, as one of the authorization modes found. */
export interface Caller {
  mode: Mode;
  authType: AuthType;
  identity: Identity;
  /** Cognito groups; empty in other modes. */
  groups: readonly string[];
  /** Fields that the Lambda authorizer denied, as `Type.field`. */
  deniedFields: ReadonlySet<string> | null;
}

/** graphql-js's context value: what one operation shares between its fields. */
export interface RequestContext {
  caller: Caller;
  headers: Record<string, string>;
  variables: JsonObject;
  signal: AbortSignal;
  log: Log;
  resolverCount: number;
  /** The deepest level that may be answered; 0 when this operation needs no check. */
  depthLimit: number;
  /** From `util.appendError`, already located. */
  appended: GraphQLError[];
  /** From `util.http.addResponseHeader(s)`. */
  responseHeaders: Record<string, string>;
  /** From `extensions.*`, in order. */
  extensions: ExtensionCall[];
}
