/**
 * Analysis by a model on Amazon Bedrock, through Converse with one tool that the model must use:
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/tool-use.html
 */
import { ConverseCommand, type ConverseCommandOutput, type Tool } from '@aws-sdk/client-bedrock-runtime';
import { modelCall } from '../../observability/model-call.ts';
import { bedrockError, type Sender, wasUnderWay } from '../bedrock/aws.ts';
import { costOf, type Prices } from '../bedrock/prices.ts';
import type { Usage } from '../embeddings/port.ts';
import { createAskedAnalysis, mostUsed, type Question, type Reply } from './asked.ts';
import type { Analysis } from './port.ts';

const TIMEOUT_MS = 60_000;
const MAX_TOKENS = 2_000;

/**
 * @param client from `createBedrockClient`
 * @param textModel a model id or an inference profile, for example `us.amazon.nova-2-lite-v1:0`
 * @param imageModel one that sees pictures; the same by default
 * @param prices instead of the listed ones
 */
export function createBedrockAnalysis(options: {
  client: Sender & { destroy(): void };
  textModel: string;
  imageModel?: string;
  prices?: Prices;
  timeoutMs?: number;
}): Analysis {
  const { client, textModel, imageModel = textModel, prices, timeoutMs = TIMEOUT_MS } = options;

  const usageOf = (model: string, used: Pick<Usage, 'inputTokens' | 'outputTokens'>): Usage => ({
    ...used,
    microUsd: costOf(model, used, prices),
  });

  async function ask(question: Question): Promise<Reply> {
    const { model, system, text, jpeg, form } = question;
    const command = new ConverseCommand({
      modelId: model,
      system: [{ text: system }],
      messages: [
        {
          role: 'user',
          content: [
            ...(jpeg ? [{ image: { format: 'jpeg' as const, source: { bytes: jpeg } } }] : []),
            { text },
          ],
        },
      ],
      inferenceConfig: { maxTokens: MAX_TOKENS, temperature: 0 },
      toolConfig: {
        tools: [
          {
            toolSpec: { name: form.name, description: form.description, inputSchema: { json: form.schema } },
          } as Tool,
        ],
        toolChoice: { tool: { name: form.name } },
      },
    });
    let output: ConverseCommandOutput;
    try {
      output = await modelCall({ provider: 'bedrock', operation: 'Converse', model }, async (tell) => {
        const answer = await client.send(command, { abortSignal: AbortSignal.timeout(timeoutMs) });
        const { inputTokens = 0, outputTokens = 0 } = answer.usage ?? {};
        tell({ inputTokens, outputTokens });
        return answer;
      });
    } catch (error) {
      // An answer that was cut on its way cannot be read, and asking again is right.
      if (error instanceof SyntaxError)
        return { answer: undefined, usage: usageOf(model, mostUsed(question, MAX_TOKENS)) };
      throw Object.assign(
        bedrockError(error, model),
        wasUnderWay(error) && { usage: usageOf(model, mostUsed(question, MAX_TOKENS)) },
      );
    }
    // An answer that does not say what it cost is charged all the same.
    const { inputTokens, outputTokens } = { ...mostUsed(question, MAX_TOKENS), ...output.usage };
    const used = output.output?.message?.content?.find(({ toolUse }) => toolUse?.name === form.name);
    return {
      answer: used?.toolUse?.input,
      usage: usageOf(model, { inputTokens, outputTokens }),
    };
  }

  return createAskedAnalysis({
    textModel,
    imageModel,
    maxTokens: MAX_TOKENS,
    ask,
    close: async () => client.destroy(),
  });
}
