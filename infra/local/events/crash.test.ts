import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'crash-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs the process until it has said `stopAfter` lines, then kills it; returns all it said. */
async function run(round: string, stopAfter = Infinity): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash.ts'), dataDir, round], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const end = new Promise<void>((settle) => child.once('close', () => settle()));
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (lines.push(line) === stopAfter) child.kill('SIGKILL');
  });
  await end;
  return lines;
}

test('a process that is killed at any moment loses no event', async () => {
  const said: string[] = [];
  for (const [round, lines] of [37, 90, 11, 150, 64].entries())
    said.push(...(await run(String(round), lines)));

  said.push(...(await run('rest')));

  const written = said.filter((line) => line.startsWith('ok ')).map((line) => line.slice(3));
  const given = (consumer: string): Set<string> =>
    new Set(said.filter((line) => line.startsWith(`got ${consumer} `)).map((line) => line.slice(8)));
  expect(written.filter((id) => !given('one').has(id))).toEqual([]);
  expect(written.filter((id) => !given('two').has(id))).toEqual([]);
  expect(written.length).toBeGreaterThan(50);
  expect(said.filter((line) => line.startsWith('gap'))).toEqual([]);
});
