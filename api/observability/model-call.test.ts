/** Calls of models, as whoever collects spans sees them. */
import { describe, expect, it } from 'vitest';
import { createBedrockAnalysis } from '../ports/analysis/aws.ts';
import { createOpenAiAnalysis } from '../ports/analysis/openai.ts';
import { type Fault, startBedrock } from '../ports/bedrock/bedrock.testing.ts';
import { createBedrockEmbeddings } from '../ports/embeddings/aws.ts';
import { type Attributes, type SpanStart, within } from './telemetry.ts';
import { keepTold } from './telemetry.testing.ts';

const WORDS = 'The harbour at dusk, painted in oil on canvas.';

interface Ended {
  start: SpanStart;
  found: Attributes | undefined;
  failed: boolean;
}

/** Runs work of a step of an enrichment; answers the spans that ended. */
async function spansOf(work: () => Promise<unknown>): Promise<Ended[]> {
  const ended: Ended[] = [];
  const startSpan = (start: SpanStart) => ({
    context: { traceId: 't', spanId: start.name },
    end: (error?: unknown, found?: Attributes) =>
      void ended.push({ start, found, failed: error !== undefined }),
  });
  const { telemetry } = keepTold();
  await within('enrich-analyse', { ...telemetry, startSpan }, { requestId: 'request-0001' }, work).catch(
    () => undefined,
  );
  return ended;
}

async function onBedrock(
  use: (client: Awaited<ReturnType<typeof startBedrock>>['client']) => Promise<unknown>,
  fault?: Fault,
): Promise<Ended[]> {
  const bedrock = await startBedrock(({ operation }) =>
    operation === 'invoke'
      ? { body: { embeddings: [{ embedding: Array.from({ length: 1024 }, () => 1) }] }, inputTokens: 9 }
      : { body: { output: { message: { content: [] } }, usage: { inputTokens: 120, outputTokens: 30 } } },
  );
  if (fault) bedrock.fail(fault);
  try {
    return await spansOf(() => use(bedrock.client));
  } finally {
    await bedrock.end();
  }
}

const model = 'us.amazon.nova-2-lite-v1:0';
const embed: Parameters<typeof onBedrock>[0] = (client) =>
  createBedrockEmbeddings({ client }).embedTexts([WORDS], 'document');
const analyse: Parameters<typeof onBedrock>[0] = (client) =>
  createBedrockAnalysis({ client, textModel: model }).analyseText({ text: WORDS, vocabulary: [] });

describe('a call of a model', () => {
  it.each([
    ['Converse', model, analyse, { inputTokens: 120, outputTokens: 30 }],
    ['InvokeModel', 'amazon.nova-2-multimodal-embeddings-v1:0', embed, { inputTokens: 9 }],
  ] as const)('by %s is a span with its model and tokens, and nothing of what was asked', async (...row) => {
    const [operation, asked, use, found] = row;

    const [span] = await onBedrock(use);

    expect(span).toMatchObject({
      start: {
        ...{ name: `bedrock ${operation}`, kind: 'client', service: 'enrich-analyse' },
        correlation: { requestId: 'request-0001' },
        attributes: { provider: 'bedrock', operation, model: asked },
      },
      found,
    });
    expect(JSON.stringify(span)).not.toContain('harbour');
  });

  it.each([analyse, embed])('that is throttled says so, and fails', async (use) => {
    const [span] = await onBedrock(use, { error: 'ThrottlingException', status: 429 });

    expect(span).toMatchObject({ found: { throttled: 1 }, failed: true });
  });

  it('that fails for another reason was not throttled', async () => {
    const [span] = await onBedrock(embed, { error: 'ModelErrorException', status: 424 });

    expect(span).toMatchObject({ failed: true });
    expect(span?.found).toEqual({});
  });

  it('of this machine or a service of like words is a span as well', async () => {
    const completion = {
      choices: [{ message: { content: '{}' } }],
      usage: { prompt_tokens: 5, completion_tokens: 2 },
    };
    const use = (answer: () => Response) => () =>
      createOpenAiAnalysis({
        url: 'http://127.0.0.1:1',
        textModel: 'llama',
        fetch: () => Promise.resolve(answer()),
      }).analyseText({ text: WORDS, vocabulary: [] });

    const [answered] = await spansOf(use(() => new Response(JSON.stringify(completion))));
    const [throttled] = await spansOf(use(() => new Response('slow down', { status: 429 })));

    expect(answered).toMatchObject({
      start: { attributes: { provider: 'openai', model: 'llama' } },
      found: { inputTokens: 5, outputTokens: 2 },
    });
    expect(throttled).toMatchObject({ found: { throttled: 1 }, failed: true });
  });
});
