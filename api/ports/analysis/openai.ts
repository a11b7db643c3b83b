/**
 * Analysis by any endpoint that speaks OpenAI's chat completions with structured outputs, such as Ollama's or
 * llama.cpp's server: https://platform.openai.com/docs/api-reference/chat/create
 */
import { modelCall } from '../../observability/model-call.ts';
import { costOf, type Prices } from '../bedrock/prices.ts';
import { ModelRefusal, ModelUnavailable, type Usage } from '../embeddings/port.ts';
import { createAskedAnalysis, mostUsed, type Question, type Reply } from './asked.ts';
import type { Analysis } from './port.ts';

/** Models on one machine are slow. */
const TIMEOUT_MS = 180_000;
const MAX_TOKENS = 2_000;
/** Answers that say the request itself is wrong. */
const REFUSED = new Set([400, 413, 422]);

/**
 * @param url of the API up to and with its version, for example `http://127.0.0.1:11434/v1`
 * @param apiKey sent as a bearer token; local endpoints need none
 * @param prices by model id; a model without one costs nothing, as on one's own machine
 */
export function createOpenAiAnalysis(options: {
  url: string;
  textModel: string;
  imageModel?: string;
  apiKey?: string;
  prices?: Prices;
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
}): Analysis {
  const { url, textModel, imageModel = textModel, apiKey, prices = {}, timeoutMs = TIMEOUT_MS } = options;
  const { fetch = globalThis.fetch } = options;
  const endpoint = `${url.replace(/\/+$/, '')}/chat/completions`;

  async function ask(question: Question): Promise<Reply> {
    const { model } = question;
    const most = usageOf(model, mostUsed(question, MAX_TOKENS));
    const call = { provider: 'openai', operation: 'chat.completions', model } as const;
    const completion = await modelCall(call, async (tell) => {
      const answer = parsed(await send(JSON.stringify(requestOf(question)), model, most)) as
        Completion | undefined;
      const { prompt_tokens: asked = 0, completion_tokens: given = 0 } = answer?.usage ?? {};
      tell({ inputTokens: asked, outputTokens: given });
      return answer;
    });
    const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = completion?.usage ?? {};
    return {
      answer: parsed(completion?.choices?.[0]?.message?.content ?? ''),
      // An answer that does not say what it cost counts as much as it may have.
      usage: usageOf(model, {
        inputTokens: inputTokens ?? most.inputTokens,
        outputTokens: outputTokens ?? most.outputTokens,
      }),
    };
  }

  const usageOf = (model: string, used: Pick<Usage, 'inputTokens' | 'outputTokens'>): Usage => ({
    ...used,
    microUsd: prices[model] ? costOf(model, used, prices) : 0,
  });

  /**
   * The text of a good answer. @throws ModelUnavailable, ModelRefusal
   * @param most what a question costs whose answer never came
   */
  async function send(body: string, model: string, most: Usage): Promise<string> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await response.text();
    } catch (error) {
      const unavailable = new ModelUnavailable(
        `${endpoint} does not answer: ${String(error)}. Check that it runs, or try again.`,
        { cause: error },
      );
      if (error instanceof Error && error.name === 'TimeoutError') unavailable.usage = most;
      throw unavailable;
    }
    if (response.ok) return text;
    const message = `${model} at ${endpoint} answered ${response.status}: ${text.slice(0, 200)}`;
    const error = REFUSED.has(response.status) ? new ModelRefusal(message) : new ModelUnavailable(message);
    throw Object.assign(error, { status: response.status });
  }

  return createAskedAnalysis({
    textModel,
    imageModel,
    maxTokens: MAX_TOKENS,
    ask,
    close: async () => undefined,
  });
}

interface Completion {
  choices?: Array<{ message?: { content?: string } }>;
  usage?: { prompt_tokens?: number; completion_tokens?: number };
}

function requestOf({ model, system, text, jpeg, form }: Question): object {
  const address = jpeg && `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
  const picture = address ? [{ type: 'image_url', image_url: { url: address } }] : [];
  return {
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: [...picture, { type: 'text', text }] },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: { name: form.name, strict: true, schema: form.schema },
    },
    temperature: 0,
    max_tokens: MAX_TOKENS,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
