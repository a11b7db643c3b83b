import { operations } from '#openapi/operations.gen.ts';

/** A GraphQL answer, as https://spec.graphql.org/October2021/#sec-Response-Format has it, with AppSync's error fields. */
export interface GraphqlAnswer {
  data?: Record<string, unknown> | null;
  errors?: ReadonlyArray<{
    message: string;
    errorType?: string | null;
    errorInfo?: Record<string, unknown> | null;
  }> | null;
}

/**
 * Sends one operation. What cannot be sent, or is not answered with GraphQL, throws; that is tried again.
 * @param headers `x-tenant` and `x-artissist-via`.
 */
export type Api = (
  query: string,
  variables: Record<string, unknown>,
  headers: Record<string, string>,
) => Promise<GraphqlAnswer>;

/** What the platform refused, with the permanent name of the reason. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly errorType: string;
  /** `field`, `received` and `fix` of an error of ours, and `id` of what is there already. */
  readonly info: Readonly<Record<string, unknown>>;
  constructor(errorType: string, message: string, info: Readonly<Record<string, unknown>>) {
    super(message);
    this.errorType = errorType;
    this.info = info;
  }
}

/** The platform cannot be reached, or does not take our credential: nothing else will go either. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}

/** Failures that pass by themselves. */
const PASSING = /^(Throttled|Unavailable|Internal|InternalFailure|ExecutionTimeout|DynamoDB:.*|Lambda:.*)$/;
const REJECTED = /^(Unauthenticated|UnauthorizedException)$/;
const TRIES = 8;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5000;

/** How long to pause before the nth try, in milliseconds: doubled each time. */
export const pauseBefore = (attempt: number): number =>
  Math.min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE);

/** Calls the platform's operations by name. */
export interface Client {
  /**
   * @param name Operation of the REST mirror, for example `createProject`.
   * @param tenantId The tenant acted for; left out for the operator's own calls.
   * @returns What the operation's root field answers.
   * @throws ApiError When the platform refuses. @throws UnreachableError When it cannot be reached.
   */
  call<T>(name: string, variables: Record<string, unknown>, tenantId?: string): Promise<T>;
}

/**
 * A client that tries passing failures again, with growing pauses. Creating is safe to repeat because everything is
 * created with an `externalRef`.
 */
export function createClient(options: {
  api: Api;
  sleep: (milliseconds: number) => Promise<void>;
  onRetry?: () => void;
}): Client {
  const { api, sleep, onRetry } = options;

  async function attempt<T>(name: string, variables: Record<string, unknown>, tenantId?: string): Promise<T> {
    const operation = operations[name];
    if (operation === undefined) throw new Error(`There is no operation ${name}.`);
    const headers = { 'x-artissist-via': 'import', ...(tenantId !== undefined && { 'x-tenant': tenantId }) };
    const answer = await api(operation.document, variables, headers);
    const [error] = answer.errors ?? [];
    if (error) throw new ApiError(error.errorType ?? 'Unknown', error.message, error.errorInfo ?? {});
    let value: unknown = answer.data;
    for (const step of operation.path) value = (value as Record<string, unknown> | null | undefined)?.[step];
    if (value === null || value === undefined) {
      throw new Error(
        `The answer to ${name} holds nothing. Received: ${JSON.stringify(answer).slice(0, 200)}.`,
      );
    }
    return value as T;
  }

  return {
    async call<T>(name: string, variables: Record<string, unknown>, tenantId?: string): Promise<T> {
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt<T>(name, variables, tenantId);
        } catch (error) {
          if (error instanceof UnreachableError) throw error;
          if (error instanceof ApiError && REJECTED.test(error.errorType)) {
            throw new UnreachableError(`The platform does not take the credential: ${error.message}`, {
              cause: error,
            });
          }
          if (error instanceof ApiError && !PASSING.test(error.errorType)) throw error;
          if (tries === TRIES) {
            if (error instanceof ApiError) throw error;
            throw new UnreachableError(
              `The platform did not answer ${name} in ${TRIES} tries: ${(error as Error).message}`,
              { cause: error },
            );
          }
          onRetry?.();
          await sleep(pauseBefore(tries));
        }
      }
    },
  };
}
