import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'data folder '));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a missing folder is made, with those above it', () => {
  openDataFolder(join(dir, 'a', 'b'));

  expect(existsSync(join(dir, 'a', 'b'))).toBe(true);
});

test('a folder below a file is refused, and the message says how to name another', () => {
  writeFileSync(join(dir, 'file'), '');

  expect(() => openDataFolder(join(dir, 'file', 'below'))).toThrow(
    /cannot be used: .*ARTISSIST_DATA=<folder>/,
  );
});

test('a file is refused as a folder', () => {
  writeFileSync(join(dir, 'file'), '');

  expect(() => openDataFolder(join(dir, 'file'))).toThrow(/it is no folder/);
});

test.runIf(existsSync('/proc/self'))('a place that takes no folders is refused at once', () => {
  expect(() => openDataFolder('/proc/nope')).toThrow('The data folder /proc/nope cannot be used');
});
