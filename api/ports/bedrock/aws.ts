/** What both twins on Amazon Bedrock need: a client, and its errors in the ports' words. */
import {
  BedrockRuntimeClient,
  type BedrockRuntimeClientConfig,
  BedrockRuntimeServiceException,
  type InvokeModelCommandOutput,
  InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { modelCall } from '../../observability/model-call.ts';
import { ModelRefusal, ModelUnavailable } from '../embeddings/port.ts';

/**
 * A client that tries once: whoever calls has a queue in front and retries with jitter of its own.
 * @param endpoint another Bedrock than AWS's; HTTP/2, as the service speaks it
 */
export function createBedrockClient(options: {
  region: string;
  endpoint?: string;
  credentials?: BedrockRuntimeClientConfig['credentials'];
}): BedrockRuntimeClient {
  const { region, endpoint, credentials } = options;
  return new BedrockRuntimeClient({
    region,
    maxAttempts: 1,
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
  });
}

/** The client's one method that is used. */
export type Sender = Pick<BedrockRuntimeClient, 'send'>;

/** Errors that say something about the input itself. Everything else is about the service, the account or the way. */
const OF_THE_INPUT = new Set(['ValidationException']);

/**
 * The port's error for what the service answered:
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html#API_runtime_InvokeModel_Errors
 * Missing access counts as unavailable: the input is not to blame, and the message says what to do.
 */
export function bedrockError(error: unknown, model: string): ModelRefusal | ModelUnavailable {
  if (error instanceof ModelRefusal || error instanceof ModelUnavailable) return error;
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  if (error instanceof BedrockRuntimeServiceException && OF_THE_INPUT.has(name))
    return new ModelRefusal(`${model} does not take this input: ${message}`, { cause: error });
  const advice =
    name === 'AccessDeniedException'
      ? 'Allow bedrock:InvokeModel for the role, and access to the model in the account.'
      : name === 'ResourceNotFoundException'
        ? 'Check the model id and the region.'
        : 'Try again later.';
  return new ModelUnavailable(`${model} does not answer: ${name}: ${message} ${advice}`, { cause: error });
}

/**
 * Whether the model may have answered, and is charged for, though nothing came of it: the call was given up or its
 * connection broke. What the service itself refuses is not charged.
 */
export function wasUnderWay(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  if (error instanceof BedrockRuntimeServiceException) return OF_A_RUNNING_MODEL.has(error.name);
  return !NEVER_SENT.has((error as { code?: string }).code ?? error.name);
}

const OF_A_RUNNING_MODEL = new Set([
  'ModelErrorException',
  'ModelStreamErrorException',
  'ModelTimeoutException',
]);
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CredentialsProviderError']);

/**
 * InvokeModel with JSON in and out.
 * @returns the body, and the tokens that the service counted where it says so in its header
 * @throws ModelUnavailable, ModelRefusal
 */
export async function invokeModel(
  client: Sender,
  model: string,
  body: unknown,
  timeoutMs: number,
): Promise<{ answer: unknown; inputTokens?: number }> {
  const command = new InvokeModelCommand({
    modelId: model,
    contentType: 'application/json',
    accept: 'application/json',
    body: JSON.stringify(body),
  });
  let inputTokens: number | undefined;
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      inputTokens = tokensIn(result.response);
      return result;
    },
    { step: 'deserialize', name: 'countTokens' },
  );
  return modelCall({ provider: 'bedrock', operation: 'InvokeModel', model }, async (tell) => {
    try {
      const answer: InvokeModelCommandOutput = await client.send(command, {
        abortSignal: AbortSignal.timeout(timeoutMs),
      });
      if (inputTokens === undefined) return { answer: parsed(answer.body) };
      tell({ inputTokens });
      return { answer: parsed(answer.body), inputTokens };
    } catch (error) {
      throw bedrockError(error, model);
    }
  });
}

function tokensIn(response: unknown): number | undefined {
  const headers = (response as { headers?: Record<string, string> }).headers;
  const value = Number(headers?.['x-amzn-bedrock-input-token-count']);
  return Number.isFinite(value) ? value : undefined;
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
