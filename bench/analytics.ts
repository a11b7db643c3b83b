/** A day of 1,000,000 log lines, counted; the figures are held against those of another way of counting. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fork } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { FIGURES } from '#api/analytics/steps.ts';
import { countIndependently } from '#api/ports/analytics/independent-count.testing.ts';
import {
  exportedLines,
  madeTenants,
  madeTraffic,
  type LogLine,
} from '#api/ports/analytics/traffic.testing.ts';
import type { Counted } from './analytics-run.ts';
import { round, type Row } from './measure.ts';

const DAY = '2026-11-21';
const LINES = 1_000_000;
const tenants = madeTenants(2000, 20);

export async function benchAnalytics(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-analytics-'));
  try {
    const expected = countIndependently(await writeTraffic(folder), DAY, tenants);
    writeFileSync(join(folder, 'exported.jsonl'), exportedLines(tenants).join('\n'));
    const { seconds, cpu, megabytes, found } = await countInProcess(folder);
    const wrong = FIGURES.filter((figure) => !isDeepStrictEqual(found[figure], expected[figure]));
    const on = `${LINES} lines, ${tenants.length} tenants, ${expected.totals.reduce((sum, { views }) => sum + views, 0)} views, ${round(cpu)} s of processor`;
    return [
      bar('a day of visits, cleaned and counted', round(seconds), 's', 10, on),
      bar('its process at most', round(megabytes, 0), 'MB', 1024, 'engine, Node and all'),
      bar(
        'figures that differ from an independent count',
        wrong.length,
        '',
        0,
        wrong.join(', ') || FIGURES.join(', '),
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bar = (name: string, value: number, unit: string, most: number, on: string): Row => ({
  ...{ name, value, unit, on },
  bar: `<= ${most}`,
  met: value <= most,
});

/** Writes the lines by the hour, as the server does. Answers them. */
async function writeTraffic(folder: string): Promise<LogLine[]> {
  const dir = join(folder, 'logs', DAY.replaceAll('-', '/'));
  mkdirSync(dir, { recursive: true });
  const files = Array.from({ length: 24 }, (_none, hour) =>
    createWriteStream(join(dir, `${String(hour).padStart(2, '0')}.jsonl`)),
  );
  const lines: LogLine[] = [];
  for (const line of madeTraffic(DAY, LINES, tenants)) {
    lines.push(line);
    const file = files[Number(line.time.slice(0, 2))];
    if (file && !file.write(`${JSON.stringify(asServed(line))}\n`)) await once(file, 'drain');
  }
  await Promise.all(files.map((file) => new Promise((resolve) => file.end(resolve))));
  return lines;
}

/** With the fields that nothing reads, so that lines are as long as real ones. */
const asServed = (line: LogLine): object => ({
  ...line,
  x_edge_location: 'FRA56-P10',
  sc_bytes: '18231',
  cs_host: 'd111111abcdef8.cloudfront.net',
  x_edge_result_type: 'Hit',
  x_edge_request_id: 'kBkDzGnceVtWHqSCqBUqtA_cEs2T3tFUBbnBNkB9El_uVRhHgcZfcw==',
  cs_protocol: 'https',
  time_taken: '0.001',
  cs_protocol_version: 'HTTP/3.0',
});

/** In a process of its own, whose memory is its own as well. */
async function countInProcess(folder: string): Promise<Counted> {
  const child = fork(join(import.meta.dirname, 'analytics-run.ts'), [folder, DAY], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [answer] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The count ended with ${String(code)}.`);
    }),
  ])) as [Omit<Counted, 'found'>];
  const found = Object.fromEntries(FIGURES.map((figure) => [figure, [] as unknown[]])) as Counted['found'];
  for await (const line of createInterface({ input: createReadStream(join(folder, 'found.jsonl')) })) {
    const [figure, row] = JSON.parse(line) as [(typeof FIGURES)[number], never];
    found[figure].push(row);
  }
  return { ...answer, found };
}
