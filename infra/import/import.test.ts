import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from './catalogue.ts';
import { progressLines } from './progress.ts';
import { emptyReport } from './report.ts';
import { fakePlatform } from './testing.ts';

let folder: string;
let server: Server;
/** Calls that are answered before the platform falls silent. */
let answered: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  const platform = fakePlatform();
  answered = Number.POSITIVE_INFINITY;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += String(chunk)));
    request.on('end', () => {
      if ((answered -= 1) < 0) return void server.emit('silent');
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      void platform.api(query, variables, {}).then((answer) => response.end(JSON.stringify(answer)));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function lines(name: string, ...records: unknown[]): string {
  const file = join(folder, name);
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return file;
}

/** Runs the command without a terminal. */
function run(artists: string) {
  const { port } = server.address() as AddressInfo;
  const report = join(folder, 'out/report.jsonl');
  const args = [
    ...['--artists', artists, '--works', lines('works.jsonl'), '--concurrency', '1'],
    ...['--url', `http://127.0.0.1:${port}`, '--token', 't', '--report', report],
  ];
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import.ts'), ...args]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += String(chunk)));
  const ended = once(child, 'close').then(([code]) => code as number);
  return { child, ended, said: () => said, rows: () => readFileSync(report, 'utf8').trim().split('\n') };
}

describe('an import that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s writes what was done and says so', async (signal, code) => {
    const artists = lines(
      'artists.jsonl',
      { name: 'No id' },
      { id: '1', name: 'Ada' },
      { id: '2', name: 'Ben' },
    );
    answered = 1;
    const { child, ended, said, rows } = run(artists);
    await once(server, 'silent');

    child.kill(signal);

    expect(await ended).toBe(code);
    expect(rows().map((row) => JSON.parse(row) as unknown)).toEqual([
      expect.objectContaining({ file: 'artists', line: 1, outcome: 'refused' }),
    ]);
    expect(said()).toContain('artists: 1 created, 1 refused');
    expect(said()).toContain('artists: 1 of 3, 1 refused');
    expect(said()).toContain('Interrupted.');
  });
});

describe('progress without a terminal', () => {
  it('is a line at the start and the end of each phase, and every three seconds', () => {
    const written: string[] = [];
    let clock = 0;
    const view = progressLines(
      { artists: 10, works: 2, logs: 0 },
      (line) => written.push(line),
      () => clock,
    );
    const done = (phase: Progress['phase'], count: number, at: number): void => {
      clock = at;
      view.show({ phase, done: count, report: emptyReport() });
    };

    done('artists', 1, 0);
    done('artists', 2, 1000);
    done('artists', 3, 3000);
    done('artists', 4, 5000);
    done('artists', 9, 5500);
    done('works', 1, 5600);
    done('works', 2, 5700);
    view.stop();

    expect(written).toEqual([
      'artists: 1 of 10, 0 refused',
      'artists: 3 of 10, 0 refused',
      'artists: 9 of 10, 0 refused',
      'works: 1 of 2, 0 refused',
      'works: 2 of 2, 0 refused',
    ]);
  });
});
