/** AppSync developer guide, "AWS_LAMBDA authorization". */
import type { GraphQLRequest } from '../operation.ts';
import type { AppSyncOptions, LambdaAuthorizer, LambdaAuthorizerReply } from '../options.ts';
import type { Caller } from '../request-context.ts';

type Answer = Pick<Caller, 'identity' | 'deniedFields'>;

export interface LambdaAuthorization {
  /** Null when the caller is not authorized. */
  authorize(
    token: string,
    headers: Record<string, string>,
    request: GraphQLRequest,
    requestId: string,
  ): Promise<Answer | null>;
}

const DEFAULT_TTL_SECONDS = 300;
const CACHE_CAPACITY = 1000;

/** Asks the authorizer once a token, and again when its time to live has passed. */
export function createLambdaAuthorization(
  authorizer: LambdaAuthorizer,
  { apiId, accountId, log }: Pick<AppSyncOptions, 'apiId' | 'accountId' | 'log'>,
  now: () => number,
): LambdaAuthorization {
  const cache = new Map<string, { answer: Answer | null; until: number }>();
  return {
    async authorize(token, headers, request, requestId) {
      const known = cache.get(token);
      if (known && known.until > now()) return known.answer;
      cache.delete(token);
      let reply: LambdaAuthorizerReply;
      let answer: Answer | null;
      try {
        reply = await authorizer.invoke({
          authorizationToken: token,
          requestContext: {
            apiId,
            accountId,
            requestId,
            queryString: request.query,
            operationName: request.operationName,
            variables: request.variables,
          },
          requestHeaders: headers,
        });
        answer = reply.isAuthorized === true ? answerFrom(reply) : null;
      } catch (cause) {
        log?.({ level: 'error', message: 'The Lambda authorizer failed.', cause });
        return null;
      }
      const ttl = reply.ttlOverride ?? authorizer.ttlSeconds ?? DEFAULT_TTL_SECONDS;
      if (ttl > 0) {
        cache.set(token, { answer, until: now() + ttl * 1000 });
        if (cache.size > CACHE_CAPACITY) cache.delete(cache.keys().next().value ?? token);
      }
      return answer;
    },
  };
}

function answerFrom({ resolverContext, deniedFields }: LambdaAuthorizerReply): Answer {
  return {
    identity: { resolverContext: flat(resolverContext ?? {}) },
    deniedFields: deniedFields?.length ? new Set(deniedFields.map(fieldName)) : null,
  };
}

/** `resolverContext` holds no nested values: AppSync refuses them. */
function flat(
  context: NonNullable<LambdaAuthorizerReply['resolverContext']>,
): NonNullable<LambdaAuthorizerReply['resolverContext']> {
  for (const [name, value] of Object.entries(context))
    if (value !== null && typeof value === 'object')
      throw new TypeError(
        `The authorizer's resolverContext.${name} must be a flat value. Received: ${JSON.stringify(value)}`,
      );
  return context;
}

/** `Type.field`, from that form or from `arn:aws:appsync:<region>:<account>:apis/<id>/types/<Type>/fields/<field>`. */
function fieldName(denied: string): string {
  const arn = /\/types\/(\w+)\/fields\/(\w+)$/.exec(denied);
  return arn ? `${arn[1]}.${arn[2]}` : denied;
}
