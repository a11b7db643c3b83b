/** `npm run eval [name...]`: how well documents and recordings are read, measured against what is expected. */
import '../../infra/setup/node-version.mjs';
import { run as extraction } from './extraction.ts';
import type { Row } from './row.ts';
import { run as speech } from './speech.ts';

const evaluations: Record<string, () => Promise<Row[]>> = { extraction, speech };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in evaluations));
if (unknown.length > 0) {
  throw new Error(
    `There is no evaluation ${unknown.join(', ')}. Known: ${Object.keys(evaluations).join(', ')}`,
  );
}

const rows: Row[] = [];
for (const [name, evaluate] of Object.entries(evaluations)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name} ...\n`);
  rows.push(...(await evaluate()));
}

console.table(
  rows.map(({ name, value, unit, bar, met }) => ({
    what: name,
    value: `${Math.round(value * 10_000) / 10_000} ${unit}`,
    bar: bar === undefined ? '' : `${bar} ${met ? 'met' : 'MISSED'}`,
  })),
);
process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;
