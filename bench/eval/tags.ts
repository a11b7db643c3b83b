/**
 * Proposed tags against the subjects that cataloguers gave. The vocabulary is all the subjects there are, as a tenant's
 * own would be; which of them a work has is held out. Much of what is in a picture stands in no text, so nobody who
 * reads only texts can come near 1.
 */
import { createLocalAnalysis } from '#api/ports/analysis/local.ts';
import type { Analysis } from '#api/ports/analysis/port.ts';
import { recordsOf } from './corpus.ts';
import { precisionRecall } from './ranking.ts';
import type { Row } from './row.ts';
import { wordsOf } from './words.ts';

/** Texts of a work that enrichment reads. */
const TEXTS = ['description', 'inscription', 'provenance'];

/** Tags do not depend on the summary, for which alone texts are embedded. */
const withoutSummary = (): Analysis =>
  createLocalAnalysis({
    embeddings: {
      embedTexts: async (texts) => ({
        vectors: texts.map(() => null),
        usage: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
      }),
    },
  });

/** @param works file of records */
export async function tagRows(works: string, analysis: Analysis = withoutSummary()): Promise<Row[]> {
  const all = await recordsOf(works);
  const labelled = all.flatMap((record) =>
    Array.isArray(record.subjects) ? [{ record, subjects: record.subjects as string[] }] : [],
  );
  const vocabulary = [...new Set(labelled.flatMap(({ subjects }) => subjects))].toSorted();
  const counts = { right: 0, proposed: 0, wanted: 0, rightFree: 0, free: 0 };
  for (const { record, subjects } of labelled) {
    const text = TEXTS.flatMap((column) => (record[column] ? [String(record[column])] : [])).join('\n\n');
    const { result } = await analysis.analyseText({ title: String(record.title ?? ''), text, vocabulary });
    const wanted = new Set(subjects.map(folded));
    const right = (tags: ReadonlyArray<{ value: string }>): number =>
      tags.filter(({ value }) => wanted.has(folded(value))).length;
    counts.wanted += wanted.size;
    counts.proposed += result.tags.length;
    counts.right += right(result.tags);
    counts.free += result.freeTags.length;
    counts.rightFree += right(result.freeTags);
  }
  await analysis.close();
  const { right, proposed, wanted, rightFree, free } = counts;
  return [
    ...Object.entries(precisionRecall(right, proposed, wanted)).map(([name, value]) => ({
      name: `tags of the vocabulary against subjects: ${name}`,
      value,
      unit: `of ${labelled.length} works`,
    })),
    {
      name: 'free tags that are a subject as well',
      value: precisionRecall(rightFree, free, wanted).precision,
      unit: `of ${free}`,
    },
  ];
}

const folded = (tag: string): string => wordsOf(tag).join(' ');
