/** Search at scale: the local index, and MiniSearch and Orama with the same works, each in a process of its own. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '#infra/local/settings.ts';
import { percentile, round, type Row } from './measure.ts';
import type { Measured } from './search-measured.ts';

const run = promisify(execFile);

/** Longer than this nobody waits for an engine to be filled. */
const PATIENCE_MS = 15 * 60_000;

interface Bar {
  below: number;
  unit: string;
}
const p50 = (below: number): Bar => ({ below, unit: 'ms' });

/** What must hold, by engine and what is measured. Bars on times are on the median. */
const BARS: Record<string, Bar> = {
  'local: text': p50(2),
  'local: hybrid': p50(30),
  'local: hybrid, one portfolio': p50(5),
  'local: update to visible': p50(100),
  'local: memory at most': { below: 600, unit: 'MB' },
  'local, tenants: hybrid, own': p50(5),
  'local, tenants: update to visible, own': p50(100),
  'local, tenants: memory at most': { below: 600, unit: 'MB' },
};

/** Each engine after the other. Vectors are synthetic: they cost what real ones do and mean nothing. */
export async function benchSearch(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const engine of ['local', 'local, tenants', 'MiniSearch', 'Orama']) {
    process.stderr.write(`search, ${engine} ...\n`);
    rows.push(...(await benchEngine(engine)));
  }
  return rows;
}

async function benchEngine(engine: string): Promise<Row[]> {
  let measured: Measured;
  try {
    const args = ['--disable-warning=ExperimentalWarning', 'bench/search-run.ts', engine];
    const running = run(process.execPath, args, { cwd: ROOT, timeout: PATIENCE_MS, maxBuffer: 2 ** 26 });
    running.child.stderr?.pipe(process.stderr, { end: false });
    const { stdout } = await running;
    measured = JSON.parse(stdout) as Measured;
  } catch (error) {
    // The others are what it is compared with: one that does not end says so in its row.
    if (engine.startsWith('local')) throw error;
    process.stderr.write(`${String(error)}\n`);
    return [{ name: `${engine}: did not end`, value: round(PATIENCE_MS / 60_000), unit: 'min at most' }];
  }
  const on = `${measured.works} works`;
  return [
    ...measured.facts.map(({ name, value, unit }) => row(`${engine}: ${name}`, value, unit, on)),
    ...Object.entries(measured.samples).map(([name, samples]) => {
      const p99 = round(percentile(samples, 0.99));
      return row(
        `${engine}: ${name}`,
        percentile(samples, 0.5),
        'ms',
        `p99 ${p99} ms, ${samples.length} queries, ${on}`,
      );
    }),
  ];
}

function row(name: string, value: number, unit: string, on: string): Row {
  const bar = BARS[name];
  const row: Row = { name: `search, ${name}`, value: round(value), unit, on };
  return bar ? { ...row, bar: `< ${bar.below} ${bar.unit}`, met: value < bar.below } : row;
}
