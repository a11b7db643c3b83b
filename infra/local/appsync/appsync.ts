/**
 * A GraphQL API as AppSync runs it, in this process: APPSYNC_JS resolvers over data sources, the five authorization
 * modes, AppSync's errors and its realtime protocol.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { format } from 'node:util';
import { createApi } from './executor/api.ts';
import { createAuthenticator } from './executor/auth/authenticator.ts';
import { attachFields } from './executor/fields.ts';
import { callFromRequest, readCall, toResponse, writeReply } from './executor/http/adapters.ts';
import type { OperationEnvironment } from './executor/operation.ts';
import type { AppSyncOptions, Log } from './executor/options.ts';
import { pipelineResolver, unitResolver } from './executor/resolver.ts';
import { buildSchema } from './executor/schema/build.ts';
import { createProjection } from './executor/realtime/projection.ts';
import { createRealtime } from './executor/realtime/realtime.ts';
import { createDocumentCache } from './executor/validation/documents.ts';
import { enabledModes, subscribedMutations, wiringProblems } from './executor/wiring.ts';

export type { AppSyncOptions, Mode, Resolver } from './executor/options.ts';

export interface AppSync {
  /** Answers `POST /graphql` (and a browser's preflight). The server decides on the path. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The same in process, without a socket. */
  fetch(request: Request): Promise<Response>;
  /** Takes a WebSocket handshake for `/graphql/realtime`. The server decides on the path. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends every connection. */
  close(): Promise<void>;
}

const REQUEST_BYTES = 1_048_576;
const REQUEST_MS = 30_000;
const RESOLVER_COUNT = 10_000;
const KEEP_ALIVE_MS = 60_000;

/** Writes to the error stream. */
const logToStderr: Log = ({ level, message, cause }) =>
  void process.stderr.write(
    cause === undefined
      ? `appsync ${level}: ${message}\n`
      : format('appsync %s: %s %o\n', level, message, cause),
  );

/**
 * Puts an API together.
 *
 * @throws an error that lists every problem of schema, resolvers, data sources and authorization.
 */
export function createAppSync(options: AppSyncOptions): AppSync {
  const { limits = {}, log = logToStderr } = options;
  const schema = buildSchema(options.schema);
  const problems = wiringProblems(schema, options);
  if (problems.length > 0)
    throw new Error(`The API cannot be created:\n${problems.map((line) => `- ${line}`).join('\n')}`);

  const resolverEnvironment = {
    env: options.env ?? {},
    domainName: options.domainName ?? null,
    dataSources: options.dataSources,
  };
  const modes = { defaultMode: options.auth.default, enabledModes: enabledModes(options) };
  attachFields(schema, {
    ...modes,
    resolverCountLimit: limits.resolverCountLimit || RESOLVER_COUNT,
    resolvers: new Map(
      options.resolvers.map((resolver) => [
        `${resolver.type}.${resolver.field}`,
        resolver.kind === 'UNIT'
          ? unitResolver(resolver, resolverEnvironment)
          : pipelineResolver(resolver, resolverEnvironment),
      ]),
    ),
  });

  const environment: OperationEnvironment = {
    schema,
    documents: createDocumentCache(schema, options.introspection ?? true),
    depthLimit: limits.queryDepthLimit ?? 0,
    log,
  };
  const authenticator = createAuthenticator(options);
  const realtime = createRealtime({
    environment: {
      ...environment,
      authenticator,
      projection: createProjection(options.schema, modes),
    },
    mutations: subscribedMutations(schema),
    keepAliveMs: options.keepAliveMs ?? KEEP_ALIVE_MS,
    log,
  });
  const api = createApi({
    authenticator,
    environment,
    requestMs: limits.requestMs ?? REQUEST_MS,
    log,
    onMutation: realtime.publish,
  });
  const requestBytes = limits.requestBytes ?? REQUEST_BYTES;

  return {
    async handle(request, response) {
      const reply = await readCall(request, requestBytes).then(api.respond, api.refuse);
      writeReply(response, reply);
    },
    async fetch(request) {
      const reply = await callFromRequest(request, requestBytes).then(api.respond, api.refuse);
      return toResponse(reply);
    },
    upgrade: realtime.upgrade,
    close: realtime.close,
  };
}
