import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile, round, type Row } from './measure.ts';
import { freePort, startProgram } from './program.ts';

const AGAIN = 5;
const BAR_S = 3;

/** `npm start`'s program: the first time with the samples to publish, then again with all of it there. */
export async function benchStart(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'artissist-bench-'));
  try {
    // One address for all starts: pages name it, so that another one makes all of them stale.
    const port = await freePort();
    const first = await untilReady(dataDir, port);
    const again: number[] = [];
    for (let at = 0; at < AGAIN; at += 1) again.push(await untilReady(dataDir, port));
    const p50 = round(percentile(again, 0.5));
    return [
      { name: 'first start, with the samples to publish', value: round(first), unit: 's' },
      {
        name: 'start, p50',
        value: p50,
        unit: 's',
        bar: `< ${BAR_S}`,
        met: p50 < BAR_S,
        on: 'sample content published',
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function untilReady(dataDir: string, port: number): Promise<number> {
  const { seconds, end } = await startProgram(dataDir, port);
  await end();
  return seconds;
}
