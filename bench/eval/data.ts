/** What is measured on: the open data beside the repository where it is, else the samples that are committed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#infra/local/settings.ts';

export interface EvalData {
  name: 'open data' | 'samples';
  /** `artists.jsonl` and `works.jsonl`. */
  works: string;
  /** Topics with what is relevant; made of the works' own subjects where it is absent. */
  topics?: string;
  documents: string;
  audio?: string;
  /** Alternative texts that people wrote, and the pictures of some of them. */
  altTexts?: { pairs: string; pictures: string };
}

const OPEN = join(ROOT, '..', 'shared', 'data');

export const samplesOnly = (): EvalData => ({
  name: 'samples',
  works: join(ROOT, 'content/samples'),
  documents: join(ROOT, 'bench/eval/samples/documents'),
});

export function evalData(open = OPEN): EvalData {
  if (!existsSync(open)) return samplesOnly();
  return {
    name: 'open data',
    works: open,
    topics: join(open, 'relevance/topics.jsonl'),
    documents: join(open, 'documents'),
    audio: join(open, 'audio'),
    altTexts: { pairs: join(open, 'relevance/potter_alt_text.jsonl'), pictures: join(open, 'images') },
  };
}
