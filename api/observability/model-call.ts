/**
 * A call of a model as a span of its own, in either home: which model was asked, what it took and gave, and whether it was
 * throttled. Neither what was asked nor what was answered.
 */
import { traced, type Traced } from './telemetry.ts';

export interface ModelCall {
  /** Who serves the model. */
  provider: 'bedrock' | 'openai';
  /** As the service calls it, for example `Converse`. */
  operation: string;
  /** Id of the model or of its inference profile. */
  model: string;
}

/** @param work says how many tokens it took and gave: `inputTokens`, `outputTokens` */
export const modelCall = <Result>(
  { provider, operation, model }: ModelCall,
  work: Traced<Result>,
): Promise<Result> =>
  traced(
    `${provider} ${operation}`,
    { kind: 'client', attributes: { provider, operation, model } },
    async (tell) => {
      try {
        return await work(tell);
      } catch (error) {
        if (isThrottled(error)) tell({ throttled: 1 });
        throw error;
      }
    },
  );

/** Names of errors by which Bedrock says that too much was asked of it, or of the account. */
const THROTTLES = new Set([
  'ThrottlingException',
  'ServiceQuotaExceededException',
  'TooManyRequestsException',
]);

/** Whether an error, or what caused it, says so by its name or the status 429. */
function isThrottled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { $metadata, status } = error as { $metadata?: { httpStatusCode?: number }; status?: number };
  return (
    THROTTLES.has(error.name) ||
    $metadata?.httpStatusCode === 429 ||
    status === 429 ||
    isThrottled(error.cause)
  );
}
