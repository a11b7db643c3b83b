import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identify } from './dynamodb/process-identity.ts';
import { AlreadyRunning, claimInstance, runningOn } from './single-instance.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'instance-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const note = (): string => join(dir, 'running.json');

test('a claimed folder says how its platform is reached, until it is released', () => {
  const instance = claimInstance(dir);
  instance.note({ url: 'http://localhost:1', engine: 'http://127.0.0.1:2' });

  expect(runningOn(dir)).toMatchObject({ url: 'http://localhost:1', engine: 'http://127.0.0.1:2' });

  instance.release();
  expect(runningOn(dir)).toBeNull();
  expect(readdirSync(dir)).toEqual([]);
});

test('a folder that is held is refused, with the address of who holds it', () => {
  claimInstance(dir).note({ url: 'http://localhost:1' });

  expect(() => claimInstance(dir)).toThrow(AlreadyRunning);
  expect(() => claimInstance(dir)).toThrow(`at http://localhost:1 on ${dir} (process ${process.pid})`);
  expect(readdirSync(dir)).toEqual(['running.json']);
});

test.each([
  ['of a process that is gone', JSON.stringify({ process: { pid: 2 ** 22 + 1, started: '1' } })],
  [
    'of a process whose id somebody else has now',
    JSON.stringify({ process: { pid: process.pid, started: '1' } }),
  ],
  ['that is no JSON', '{'],
  ['that says nothing', 'null'],
])('a note %s is taken over', (_, text) => {
  writeFileSync(note(), text);

  claimInstance(dir);

  expect(JSON.parse(readFileSync(note(), 'utf8'))).toEqual({ process: identify(process.pid) });
  expect(readdirSync(dir)).toEqual(['running.json']);
});
