/** Third step, for each part: one call of a model, unless its answer is kept already. */
import { ModelRefusal } from '../../ports/embeddings/port.ts';
import type { Answered, ImageAnalysis, TextAnalysis } from '../../ports/analysis/port.ts';
import { nameOf, sha256 } from '../../ports/results/question.ts';
import type { Question } from '../../ports/results/port.ts';
import { createBudget, type Spending } from './budget.ts';
import { checkedImage, checkedText } from './check-answer.ts';
import type { PartOutput } from './extract.ts';
import type { ModelPorts } from './ports.ts';
import { enter } from './run.ts';
import { textOf, type ImageSource, type Source, type TextSource } from './source.ts';

/** What is kept of a call. */
export type KeptAnalysis =
  | (Answered<TextAnalysis> & { kind: 'TEXT'; at: string })
  | (Answered<ImageAnalysis> & { kind: 'IMAGE'; at: string });

/** @throws NonsenseAnswer, ModelUnavailable, BudgetExhausted, EnrichmentOff, EnrichmentCancelled */
export function createAnalyse(ports: ModelPorts<'analysis'>) {
  const { table, results, media, models, now } = ports;

  return async (input: PartOutput): Promise<PartOutput> => {
    const { choice } = await enter(table, input);
    const { tenantId } = input;
    const source = (await results.read(tenantId, input.source ?? '')) as Source | null;
    if (!source || source.kind === 'SPEECH') return input;

    const call = source.kind === 'TEXT' ? await textCall(source) : await imageCall(source);
    if (!call) return input;
    const name = nameOf(call.question);
    if (await results.read(tenantId, name)) return { ...input, analysis: name };
    const most = { tokens: call.tokens, microUsd: call.tokens * models.maximumMicroUsdPerToken };
    try {
      const answered = await createBudget(ports, input, choice).pay<KeptAnalysis>(most, call.run);
      await results.write(tenantId, name, call.check(answered));
      return { ...input, analysis: name };
    } catch (error) {
      if (!(error instanceof ModelRefusal)) throw error;
      return { ...input, problem: error.message.slice(0, 300) };
    }

    async function textCall({ title, ...text }: TextSource): Promise<Call | null> {
      const words = textOf(text as TextSource);
      if (!words.trim()) return null;
      const { vocabulary } = choice;
      const analysis = await models.analysis();
      return {
        question: {
          model: analysis.textModel,
          promptVersion: analysis.promptVersion,
          input: { title, text: words, vocabulary },
        },
        tokens: analysis.mostOfText({ title, text: words, vocabulary }),
        run: async () => ({
          kind: 'TEXT',
          at: new Date(now()).toISOString(),
          ...(await analysis.analyseText({ title, text: words, vocabulary })),
        }),
        check: (kept) => (kept.kind === 'TEXT' ? { ...kept, result: checkedText(kept.result, words) } : kept),
      };
    }

    async function imageCall({ key, kind: _kind, ...facts }: ImageSource): Promise<Call | null> {
      const object = await media.read(key);
      if (!object) return null;
      const { bytes } = object;
      const analysis = await models.analysis();
      return {
        question: {
          model: analysis.imageModel,
          promptVersion: analysis.promptVersion,
          input: { image: sha256(bytes), ...facts },
        },
        tokens: analysis.mostOfImage(facts),
        run: async () => ({
          kind: 'IMAGE',
          at: new Date(now()).toISOString(),
          ...(await analysis.analyseImage({ ...facts, bytes })),
        }),
        check: (kept) => (kept.kind === 'IMAGE' ? { ...kept, result: checkedImage(kept.result) } : kept),
      };
    }
  };
}

interface Call {
  question: Question;
  /** The most that it may take. */
  tokens: Spending['tokens'];
  run: () => Promise<KeptAnalysis>;
  /** @throws NonsenseAnswer */
  check: (answer: KeptAnalysis) => KeptAnalysis;
}
