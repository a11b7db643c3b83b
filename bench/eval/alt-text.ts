/**
 * Proposed alternative texts against those that people wrote. The figure is the F1 of their words, which says how much
 * of the same is said and nothing of whether it is good. On one machine no model sees what a picture shows: the proposal
 * names the work, its medium and its colours, and so says little of what a person says.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalAnalysis } from '#api/ports/analysis/local.ts';
import { readText } from '#api/ports/analysis/local-reading.ts';
import { mediumOf } from '#api/ports/analysis/local-terms.ts';
import type { Analysis } from '#api/ports/analysis/port.ts';
import { recordsOf } from './corpus.ts';
import { mean } from './ranking.ts';
import type { Row } from './row.ts';
import { wordF1, wordsOf } from './words.ts';

/** What the pictures' files begin with beside the pairs' names. */
const PREFIX = 'potter-';
const ARTIST = 'Beatrix Potter';

/** @param works file of records, which know the medium */
export async function altTextRows(
  { pairs, pictures }: { pairs: string; pictures: string },
  works: string,
  analysis: Analysis = createLocalAnalysis({ embeddings: { embedTexts: () => Promise.reject(new Error()) } }),
): Promise<Row[]> {
  const mediums = new Map(
    (await recordsOf(works)).map(({ id, medium }) => [String(id), String(medium ?? '')]),
  );
  const scores: number[] = [];
  let [silent, wrongTitle, wrongMedium] = [0, 0, 0];
  for (const { file, alt, work_id, work_title } of await recordsOf(pairs)) {
    const picture = join(pictures, `${PREFIX}${String(file)}`);
    if (!existsSync(picture)) continue;
    const [title, medium] = [String(work_title), mediums.get(String(work_id)) ?? ''];
    const bytes = readFileSync(picture);
    const { result } = await analysis.analyseImage({
      bytes,
      contentType: 'image/jpeg',
      title,
      artist: ARTIST,
      medium,
    });
    const proposed = result.altText?.value ?? '';
    scores.push(wordF1(proposed, String(alt)));
    if (!proposed) silent += 1;
    else {
      if (!holds(proposed, title)) wrongTitle += 1;
      const named = mediumOf(await readText(proposed))?.value ?? '';
      if (!holds(medium, named)) wrongMedium += 1;
    }
  }
  await analysis.close();
  const unit = `of ${scores.length} pictures`;
  const share = (name: string, count: number): Row => ({
    name: `alternative texts: share ${name}`,
    value: count / scores.length,
    unit,
    better: 'lower',
  });
  return [
    { name: "alternative texts: word F1 against a person's, mean", value: mean(scores), unit },
    share('without any text', silent),
    share('that names another title or none', wrongTitle),
    share('that names a medium which the record does not have', wrongMedium),
  ];
}

const holds = (text: string, part: string): boolean =>
  ` ${wordsOf(text).join(' ')} `.includes(` ${wordsOf(part).join(' ')} `.replace(/^ {2,}$/, ' '));
