/** Works to be searched: 156,491 of museums where the data stands beside the repository, else the committed samples. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createZstdDecompress } from 'node:zlib';
import { COLOUR_NAMES } from '#api/ports/search-index/colours.ts';
import type { SearchDocument, Vector } from '#api/ports/search-index/port.ts';
import { ROOT } from '#infra/local/settings.ts';

interface Work {
  id: string;
  artist_ids?: string[];
  artist_names?: string[];
  title?: string;
  foreign_title?: string;
  series?: string;
  date_text?: string;
  year_start?: number;
  year_end?: number;
  medium?: string;
  classification?: string;
  inscription?: string;
  description?: string;
  subjects?: string[];
  culture?: string;
  period?: string;
  places?: string[];
  licence?: string;
}

const FULL = join(ROOT, '..', 'shared', 'data', 'full', 'works.jsonl.zst');
const SAMPLES = join(ROOT, 'content', 'samples', 'works.jsonl');

/** The first works, or all; without the full data the samples, and that is said. */
export async function* readWorks(most = Infinity): AsyncGenerator<SearchDocument> {
  const full = existsSync(FULL);
  if (!full)
    process.stderr.write(`NOT MEASURED AT SCALE: ${FULL} is not there, the samples stand in for it.\n`);
  const lines = full
    ? createInterface({ input: createReadStream(FULL).pipe(createZstdDecompress()), crlfDelay: Infinity })
    : readFileSync(SAMPLES, 'utf8').trimEnd().split('\n');
  let read = 0;
  for await (const line of lines) {
    if (read >= most) return;
    yield documentOf(JSON.parse(line) as Work, read);
    read += 1;
  }
}

function documentOf(work: Work, at: number): SearchDocument {
  return {
    docKey: `work#${work.id}`,
    tenantId: work.artist_ids?.[0] ?? 'nobody',
    kind: 'work',
    entityId: work.id,
    projectId: work.id,
    version: 1,
    path: `works/${at}`,
    title: work.title ?? work.id,
    altTitles: given(work.foreign_title, work.series),
    people: work.artist_names,
    tags: work.subjects,
    medium: work.medium,
    summary: work.description,
    body: work.inscription,
    context: given(work.date_text, work.culture, work.period, ...(work.places ?? [])),
    classification: work.classification,
    yearFrom: work.year_start,
    yearTo: work.year_end,
    // Pictures are not looked at here: a colour stands in for theirs.
    colours: [COLOUR_NAMES[at % COLOUR_NAMES.length]!],
    licence: work.licence,
    at: new Date(Date.UTC(2026, 0, 1) + at * 1_000).toISOString(),
  };
}

const given = (...texts: Array<string | undefined>): string[] => texts.filter((text) => text !== undefined);

const DIMENSIONS = 512;

/**
 * A vector that means nothing: directions about one of 200 middles, since real ones crowd together as well. The same
 * for the same number.
 */
export function syntheticVector(seed: number, model = 'synthetic@1'): Vector {
  const values = new Float32Array(DIMENSIONS);
  let middle = (Math.imul(seed % 200, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
  let own = (Math.imul(seed + 1, 0x85ebca6b) ^ 0xc2b2ae35) >>> 0;
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at += 1) {
    middle = (Math.imul(middle, 1_664_525) + 1_013_904_223) >>> 0;
    own = (Math.imul(own, 1_664_525) + 1_013_904_223) >>> 0;
    const value = middle / 2 ** 32 - 0.5 + (own / 2 ** 32 - 0.5);
    values[at] = value;
    sum += value * value;
  }
  const length = Math.sqrt(sum);
  return { model, values: values.map((value) => value / length) };
}
