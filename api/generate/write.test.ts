import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { formatted, stale, write } from './write.ts';

let folder: string;
let root: URL;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'generate-'));
  root = pathToFileURL(`${folder}/`);
});

afterEach(() => rmSync(folder, { recursive: true }));

const outputs = [
  { path: 'same.ts', text: 'export const a = 1;\n' },
  { path: 'changed.ts', text: 'export const b = 2;\n' },
  { path: 'deep/absent.ts', text: 'export const c = 3;\n' },
];

function putOldFiles(): void {
  writeFileSync(join(folder, 'same.ts'), 'export const a = 1;\n');
  writeFileSync(join(folder, 'changed.ts'), 'export const b = 1;\n');
}

it('names each stale file and writes nothing', () => {
  putOldFiles();

  const paths = stale(outputs, root);

  expect(paths).toEqual(['changed.ts', 'deep/absent.ts']);
  expect(existsSync(join(folder, 'deep'))).toBe(false);
});

it('writes what is stale, and nothing is stale after that', () => {
  putOldFiles();

  const paths = write(outputs, root);

  expect(paths).toEqual(['changed.ts', 'deep/absent.ts']);
  expect(readFileSync(join(folder, 'deep/absent.ts'), 'utf8')).toBe('export const c = 3;\n');
  expect(stale(outputs, root)).toEqual([]);
});

it('formats by the kind of file, and formatting again changes nothing', async () => {
  const once = await formatted([{ path: 'a.ts', text: 'export const a={b:1}' }], root);

  const twice = await formatted(once, root);

  expect(once[0]?.text).toBe('export const a = { b: 1 };\n');
  expect(twice).toEqual(once);
});
