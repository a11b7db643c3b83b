import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { guestLibrary, keepGuestLibraryAt, readFresh } from './guest-library.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'library-'));
  file = join(folder, 'kept', 'library.js');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('writes the library where it is to be kept', () => {
  keepGuestLibraryAt(file);

  const text = guestLibrary();

  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(readFresh(file)).toBe(text);
});

it('takes nothing from a file that is older than its sources', () => {
  const old = join(folder, 'old.js');
  writeFileSync(old, 'old');
  utimesSync(old, 1, 1);

  expect(readFresh(old)).toBeUndefined();
});

it('takes nothing from a file that is not there', () => {
  expect(readFresh(join(folder, 'none.js'))).toBeUndefined();
});
