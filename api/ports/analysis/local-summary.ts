/** A summary made of the text's own sentences: the ones nearest to what the whole is about. */
import type { Embeddings, Usage } from '../embeddings/port.ts';
import { passageOf, type Sentence } from './local-reading.ts';
import type { Found } from './port.ts';

/** A text of fewer characters is its own summary. */
const SHORTEST_TEXT = 280;
const SENTENCE = { least: 30, most: 400 };
/** Sentences that are compared; vectors take most of the time. */
const COMPARED = 48;
const CHOSEN = 2;
/** What standing first is worth, in nearness: leads say what a text is about. */
const LEAD = 0.06;

export interface Summary {
  found?: Found<string>;
  usage: Usage;
}

const nothing: Usage = { inputTokens: 0, outputTokens: 0, microUsd: 0 };

/**
 * Two sentences, in the order of the text. None for a short text.
 * @throws ModelUnavailable when the embeddings do
 */
export async function summaryOf(
  sentences: readonly Sentence[],
  embeddings: Pick<Embeddings, 'embedTexts'>,
): Promise<Summary> {
  const length = sentences.reduce((sum, { text }) => sum + text.length, 0);
  const candidates = sentences
    .filter(({ text, words }) => isProse(text) && words.some(({ pos }) => pos === 'VERB' || pos === 'AUX'))
    .slice(0, COMPARED);
  if (length < SHORTEST_TEXT || candidates.length <= CHOSEN) return { usage: nothing };
  const { vectors, usage } = await embeddings.embedTexts(
    candidates.map(({ text }) => text),
    'document',
  );
  const centre = centroid(vectors);
  const scores = vectors.map((vector, index) => dot(vector, centre) + LEAD / (index + 1));
  const best = scores
    .map((score, index) => ({ score, index }))
    .sort((a, b) => b.score - a.score)
    .slice(0, CHOSEN)
    .sort((a, b) => a.index - b.index);
  const chosen = best.flatMap(({ index }) => candidates[index] ?? []);
  const value = chosen.map(({ text }) => text).join(' ');
  const nearness = best.reduce((sum, { score }) => sum + score / best.length, 0);
  const confidence = Math.min(Math.max(nearness, 0.2), 0.7);
  return { found: { value, confidence, passage: passageOf(chosen[0]?.text ?? '') }, usage };
}

const isProse = (text: string): boolean =>
  text.length >= SENTENCE.least && text.length <= SENTENCE.most && /[.!?…]["”’)]?$/u.test(text.trim());

function centroid(vectors: ReadonlyArray<Float32Array | null>): Float32Array {
  const sum = new Float32Array(vectors.find((vector) => vector !== null)?.length ?? 0);
  for (const vector of vectors) vector?.forEach((value, axis) => (sum[axis] = (sum[axis] ?? 0) + value));
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

function dot(a: Float32Array | null, b: Float32Array): number {
  let sum = 0;
  a?.forEach((value, axis) => (sum += value * (b[axis] ?? 0)));
  return sum;
}
