import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '#infra/local/settings.ts';
import { percentile, round, type Row } from './measure.ts';

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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** Seconds from the spawn to the ready line. The process is ended, and waited for. */
async function untilReady(dataDir: string, port: number): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, ['infra/local/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), ARTISSIST_DATA: dataDir, ARTISSIST_SAMPLES: 'on' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const seconds = await new Promise<number>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready http')) resolve((performance.now() - started) / 1000);
    });
    void ended.then(() => reject(new Error(`The platform ended before it was ready:\n${said}`)));
  });
  child.kill('SIGTERM');
  await ended;
  return seconds;
}
