/**
 * `npm run eval [-- name...] [--accept] [--samples]`: how well things are found, read and described, measured against
 * what people said. Fails where a figure misses its bar or is worse than the checked-in one; `--accept` checks in what
 * was measured, `--samples` measures on the committed samples though more is there.
 */
import '../../infra/setup/node-version.mjs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { altTextRows } from './alt-text.ts';
import { evalData, samplesOnly, type EvalData } from './data.ts';
import { run as extraction } from './extraction.ts';
import { unbarred, type Row } from './row.ts';
import { benchOf, searchRows } from './search.ts';
import { run as speech } from './speech.ts';
import { compare, isSpeech, readTable, rounded, tableFile, writeTable, type Twin } from './table.ts';
import { tagRows } from './tags.ts';

type Rows = Partial<Record<Twin, Row[]>>;

const endpoint = process.env.OPENSEARCH_ENDPOINT || undefined;
const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { accept: { type: 'boolean' }, samples: { type: 'boolean' } },
});
const data = values.samples ? samplesOnly() : evalData();

const evaluations: Record<string, (data: EvalData) => Promise<Rows>> = {
  extraction: async ({ documents }) => ({ local: await extraction(documents) }),
  speech: async ({ audio }) => ({ local: audio ? await speech(audio) : [] }),
  tags: async ({ works }) => ({ local: await tagRows(join(works, 'works.jsonl')) }),
  'alt-text': async ({ altTexts, works }) => ({
    local: altTexts ? await altTextRows(altTexts, join(works, 'works.jsonl')) : [],
  }),
  search: async (of) =>
    searchRows(await benchOf(of, progress), endpoint, readTable(tableFile('opensearch', of.name))),
};

/** Bars between engines are for the open data: the samples are too few works to tell engines apart. */
const forData = (row: Row): Row => (data.name === 'samples' && row.free ? unbarred(row) : row);

function progress(done: number, all: number): void {
  if (process.stderr.isTTY || done === all || done % 1024 === 0)
    process.stderr.write(`  vectors: ${done} of ${all}\n`);
}

const unknown = asked.filter((name) => !(name in evaluations));
if (unknown.length > 0) {
  throw new Error(
    `There is no evaluation ${unknown.join(', ')}. Known: ${Object.keys(evaluations).join(', ')}`,
  );
}

console.log(`Measured on the ${data.name}.`);
const measured: Record<Twin, Row[]> = { local: [], opensearch: [] };
for (const [name, evaluate] of Object.entries(evaluations)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name} ...\n`);
  for (const [twin, rows] of Object.entries(await evaluate(data)))
    measured[twin as Twin].push(...rows.map(forData));
}

let failed = false;
/** Only then do rows that were not measured leave the table. */
const whole = asked.length === 0 && endpoint !== undefined;
for (const twin of ['local', 'opensearch'] as const) {
  const rows = measured[twin];
  const file = tableFile(twin, data.name);
  if (rows.length > 0) show(twin, rows);
  if (values.accept && rows.length > 0) {
    writeTable(file, rows, { whole });
    continue;
  }
  const { failures, missing } = compare(rows, readTable(file), twin);
  for (const failure of failures) console.error(`FAILED (${twin}): ${failure}`);
  const absent = asked.length > 0 || (twin === 'opensearch' && !endpoint) ? [] : missing;
  for (const name of absent) console.error(`NOT RUN (${twin}): ${name}`);
  // A recogniser of speech is not everywhere; everything else is.
  failed ||= failures.length > 0 || absent.some((name) => !isSpeech(name));
}
if (!endpoint) {
  console.error(
    'NOT RUN: OpenSearch and our twin on it. Set OPENSEARCH_ENDPOINT, or: node infra/testing/opensearch/run.mjs -- npm run eval',
  );
}
process.exitCode = failed ? 1 : 0;

function show(twin: Twin, rows: readonly Row[]): void {
  console.log(`\n${twin}`);
  console.table(
    rows.map(({ name, value, unit, bar, met }) => ({
      what: name,
      value: `${rounded(value)} ${unit}`,
      bar: bar === undefined ? '' : `${bar} ${met ? 'met' : 'MISSED'}`,
    })),
  );
}
