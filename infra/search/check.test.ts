/** Looking at an index and mending it, whole, broken or gone, beside a platform that has it open. */
import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SearchIndex } from '#api/ports/search-index/port.ts';
import { startEngine, type Engine } from '#infra/local/dynamodb/engine.ts';
import { openLocalSearch, searchFolder, type SearchCare } from '#infra/local/search.ts';
import { checkIndex } from './check.ts';
import { openSearchConsumers, type SearchConsumers } from './consumers.testing.ts';
import { beginHistory } from './history.testing.ts';
import { createIndexKeeper } from './keeper.ts';
import { noteFor, readNote, writeNote } from './note.ts';
import { rebuildAll } from './rebuild.ts';

let tableDir: string;
let engine: Engine;
let consumers: SearchConsumers;
beforeAll(async () => {
  tableDir = mkdtempSync(join(tmpdir(), 'artissist-checked-'));
  engine = await startEngine({
    dataDir: tableDir,
    endpoint: process.env.DYNAMODB_ENDPOINT || undefined,
    log: () => undefined,
  });
  consumers = await openSearchConsumers({
    endpoint: engine.endpoint,
    dataDir: tableDir,
    log: () => undefined,
  });
  const stores = { table: consumers.ports.table, media: consumers.ports.media };
  const { step } = await beginHistory(stores as Parameters<typeof beginHistory>[0], 3, 'checked');
  for (let steps = 0; steps < 60; steps += 1) await step();
}, 120_000);
afterAll(async () => {
  await consumers.close();
  await engine.close();
  rmSync(tableDir, { recursive: true, force: true });
});

let dataDir: string;
let folder: string;
let ends: Array<() => Promise<void>>;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'artissist-index-'));
  folder = searchFolder(dataDir);
  ends = [];
});
afterEach(async () => {
  for (const end of ends) await end();
  rmSync(dataDir, { recursive: true, force: true });
});

function opened(care?: SearchCare) {
  const { index, close } = openLocalSearch(dataDir, () => undefined, care);
  ends.push(close);
  return { ports: { ...consumers.ports, index }, index, close };
}
/** An index that is as the table, and noted as whole. */
async function whole() {
  const platform = opened();
  await rebuildAll(platform.ports);
  writeNote(folder, noteFor(await platform.ports.embeddings()));
  return platform;
}
const check = (care: SearchCare = 'looks', repair = false) =>
  checkIndex(opened(care).ports, { repair, onItsWayMs: 0 });
const fileOf = (scope: string): string =>
  join(folder, (JSON.parse(readFileSync(join(folder, `${scope}.json`), 'utf8')) as { use: string }).use);
const files = () =>
  readdirSync(folder).map((name) => {
    const { ino, size, mtimeMs } = statSync(join(folder, name));
    return name.endsWith('-shm') ? [name, ino] : [name, ino, size, mtimeMs];
  });
const count = async (index: SearchIndex, scope: 'public' | 'tenant') =>
  (await Array.fromAsync(index.standing(scope))).length;

const BREAKS: ReadonlyArray<[string, () => void]> = [
  ['whose alias is no JSON', () => writeFileSync(join(folder, 'public.json'), '{broken')],
  ['whose file is cut short', () => truncateSync(fileOf('public'), 5000)],
  ['whose file is empty', () => truncateSync(fileOf('public'), 0)],
  ['whose file is gone', () => rmSync(fileOf('public'))],
];

describe('a check', () => {
  test.each([
    ['beside a running platform', false],
    ['without one', true],
  ])('of a whole index changes nothing, %s', async (_, isOver) => {
    const { close } = await whole();
    if (isOver) await close();
    const before = files();

    const { isEqual, lines } = await check();

    expect(lines.join('\n')).toMatch(
      /^public: \d+ documents, as in the table\ntenant: \d+ documents, as in/u,
    );
    expect(isEqual).toBe(true);
    expect(files()).toEqual(before);
  });

  test.each(BREAKS)(
    'of an index %s tells it, compares the other one and changes nothing',
    async (_, damage) => {
      const { close } = await whole();
      await close();
      damage();
      const before = files();

      const { isEqual, lines } = await check();

      expect(isEqual).toBe(false);
      expect(lines[0]).toMatch(/^public: The public search index cannot be read .*npm run reindex$/u);
      expect(lines[1]).toMatch(/^tenant: \d+ documents, as in the table$/u);
      expect(files()).toEqual(before);
    },
  );
});

test.each(BREAKS)('a start with an index %s makes it anew alone, from the table', async (_, damage) => {
  const { close } = await whole();
  await close();
  damage();
  const tenant = statSync(fileOf('tenant')).ino;
  const { ports } = opened();

  const keeper = createIndexKeeper({ ports, dir: folder, log: () => undefined });
  ends.unshift(keeper.close);
  keeper.start();
  await keeper.settled();

  expect(statSync(fileOf('tenant')).ino).toBe(tenant);
  expect((await check()).lines.join('\n')).not.toContain('different');
  expect((await check()).isEqual).toBe(true);
  expect(readNote(folder)).not.toBeNull();
});

describe('beside a running platform', () => {
  test('a broken alias is written again by the platform that knows it', async () => {
    const { index } = await whole();
    const before = await count(index, 'public');
    writeFileSync(join(folder, 'public.json'), '{broken');

    const during = await check('tells', true);

    expect(during.isEqual).toBe(false);
    expect(await count(index, 'public')).toBe(before);
    expect((await check()).isEqual).toBe(true);
  });

  test.each([BREAKS[0]!, BREAKS[3]!])(
    'an index %s is made anew, and the platform follows',
    async (_, damage) => {
      const { index } = await whole();
      const before = await count(index, 'public');
      damage();

      await rebuildAll(opened('tells').ports);

      expect(await count(index, 'public')).toBe(before);
      expect((await check()).isEqual).toBe(true);
      expect(readdirSync(folder).filter((name) => /^public.*sqlite$/u.test(name))).toHaveLength(1);
    },
  );

  test('a folder that is gone is made again, and is not taken for whole', async () => {
    const { index } = await whole();
    rmSync(folder, { recursive: true });

    await index.apply('public', [{ remove: { docKey: 'work#X', tenantId: 'T', version: 1 } }]);

    expect(await count(index, 'public')).toBe(0);
    expect(readNote(folder)).toBeNull();
    expect((await check('tells', true)).isEqual).toBe(true);
    expect(await count(index, 'public')).toBeGreaterThan(1);
  });
});

test('a repair tells what it mended, and what it could not', async () => {
  const { index } = await whole();
  const [first, second] = await Array.fromAsync(index.standing('tenant'));
  const gone = (one: typeof first, version: number) => ({
    remove: { docKey: one?.docKey ?? '', tenantId: one?.tenantId ?? '', version },
  });
  await index.apply('tenant', [gone(first, 2 ** 40)]);
  const document = { docKey: 'log#X', tenantId: second?.tenantId ?? '', kind: 'log', entityId: 'X' } as const;
  await index.apply('tenant', [{ document: { ...document, title: 'Nobody knows', at: '', version: 1 } }]);

  const { isEqual, lines } = await check('tells', true);

  expect(isEqual).toBe(false);
  expect(lines.slice(1)).toEqual([
    'tenant: mended:',
    '  surplus: 1 (log#X)',
    expect.stringMatching(/^tenant: \d+ documents, different:$/u),
    `  behind: 1 (${first?.docKey})`,
    `  vectors: 1 (${first?.docKey})`,
    'tenant: this is left. Make the index anew: npm run reindex',
  ]);
});

test('a keeper does not take an index for whole that refuses what the table holds', async () => {
  const { index, ports } = await whole();
  const [first] = await Array.fromAsync(index.standing('tenant'));
  const { docKey = '', tenantId = '' } = first ?? {};
  await index.apply('tenant', [{ remove: { docKey, tenantId, version: 2 ** 40 } }]);
  const logged: string[] = [];
  const keeper = createIndexKeeper({ ports, dir: folder, log: (_, message) => logged.push(message) });
  ends.unshift(keeper.close);

  await keeper.repair();
  await keeper.settled();

  expect(logged).toContain('The search index is newer than the table. Run: npm run reindex');
  expect(readNote(folder)).toBeNull();
});

test('an option that is not known is answered with the usage', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'reindex.ts'), '--bogus'],
    { encoding: 'utf8' },
  );

  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain("'--bogus'");
  expect(stderr).toContain('Usage: npm run reindex');
  expect(stderr).not.toContain('    at ');
});
