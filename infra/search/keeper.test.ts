import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ModelUnavailable, type Embeddings } from '#api/ports/embeddings/port.ts';
import type { SearchDocument, SearchIndex } from '#api/ports/search-index/port.ts';
import { startEngine, type Engine } from '#infra/local/dynamodb/engine.ts';
import { openLocalSearch, searchFolder } from '#infra/local/search.ts';
import { openSearchConsumers, quickEmbeddings, type SearchConsumers } from './consumers.testing.ts';
import { compareIndex, isEqual, lasting, type Drift } from './drift.ts';
import { beginHistory } from './history.testing.ts';
import { createIndexKeeper, type IndexKeeper } from './keeper.ts';
import { readNote, writeNote } from './note.ts';
import { rebuildAll } from './rebuild.ts';

const STEPS = 120;

let tableDir: string;
let engine: Engine;
beforeAll(async () => {
  tableDir = mkdtempSync(join(tmpdir(), 'artissist-kept-'));
  engine = await startEngine({
    dataDir: tableDir,
    endpoint: process.env.DYNAMODB_ENDPOINT || undefined,
    log: () => undefined,
  });
  const { ports, close } = await openSearchConsumers({
    endpoint: engine.endpoint,
    dataDir: tableDir,
    log: () => undefined,
  });
  const stores = { table: ports.table, media: ports.media } as Parameters<typeof beginHistory>[0];
  const { step } = await beginHistory(stores, 7, 'kept');
  for (let steps = 0; steps < STEPS; steps += 1) await step();
  await close();
}, 120_000);
afterAll(async () => {
  await engine.close();
  rmSync(tableDir, { recursive: true, force: true });
});

let dataDir: string;
let open: SearchConsumers[];
let keepers: IndexKeeper[];
let logged: string[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'artissist-index-'));
  [open, keepers, logged] = [[], [], []];
});
afterEach(async () => {
  for (const keeper of keepers) await keeper.close();
  for (const { close } of open) await close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A platform's index on the folder, as of one start. */
async function start(embeddings: Embeddings = quickEmbeddings(), index?: SearchIndex) {
  const consumers = await openSearchConsumers({
    endpoint: engine.endpoint,
    dataDir,
    embeddings,
    log: () => undefined,
  });
  open.push(consumers);
  const ports = index ? { ...consumers.ports, index } : consumers.ports;
  const keeper = createIndexKeeper({
    ports,
    dir: searchFolder(dataDir),
    log: (level, message) => logged.push(`${level}: ${message}`),
    pauseMs: 1,
  });
  keepers.push(keeper);
  return { ports, keeper };
}

/** Starts, waits until all is done, and tells how the index differs then. */
async function kept(...args: Parameters<typeof start>): Promise<Drift[]> {
  const { ports, keeper } = await start(...args);
  keeper.start();
  await keeper.settled();
  return compareIndex(ports);
}

const sums = (drifts: Drift[]) =>
  drifts.map(({ scope, behind, surplus, ahead, vectors }) => [
    scope,
    behind.length,
    surplus.length,
    ahead.length,
    vectors.length,
  ]);

describe('the keeper', () => {
  test('fills a missing index, and has nothing to do at the next start', async () => {
    const drifts = await kept();
    const again = await kept();

    expect(drifts.every(isEqual)).toBe(true);
    expect(drifts.every(({ documents }) => documents > 1)).toBe(true);
    expect(again).toEqual(drifts);
    expect(readNote(searchFolder(dataDir))).toEqual({ documents: 2, text: 'quick@1', image: 'quick@1' });
    expect(logged).toEqual(['info: The search index was mended.', 'info: The search index was mended.']);
  });

  test('makes an index anew whose file cannot be read', async () => {
    await kept();
    const file = readdirSync(searchFolder(dataDir)).find((name) => /^public.*\.sqlite$/u.test(name)) ?? '';
    for (const { close } of open.splice(0)) await close();
    for (const suffix of ['-wal', '-shm'])
      rmSync(join(searchFolder(dataDir), file + suffix), { force: true });
    writeFileSync(join(searchFolder(dataDir), file), 'no database '.repeat(1000));
    const search = openLocalSearch(dataDir, (level, message) => logged.push(`${level}: ${message}`));
    await search.index.suggest({ scope: 'public' }, 'a', 1);

    const drifts = await kept(quickEmbeddings(), search.index);

    expect(drifts.every(isEqual)).toBe(true);
    expect(logged).toContain('warn: The search index cannot be read: it is made anew.');
    await search.close();
  });

  test('computes vectors again for another model', async () => {
    await kept(quickEmbeddings('quick@1'));

    const drifts = await kept(quickEmbeddings('quick@2'));

    expect(drifts.every(isEqual)).toBe(true);
    expect(readNote(searchFolder(dataDir))?.text).toBe('quick@2');
  });

  test('makes the index anew when documents are made otherwise', async () => {
    await kept();
    writeNote(searchFolder(dataDir), { documents: 0, text: 'quick@1', image: 'quick@1' });

    const drifts = await kept();

    expect(drifts.every(isEqual)).toBe(true);
    expect(logged).toContain('info: The search index is made anew.');
    expect(readNote(searchFolder(dataDir))?.documents).toBe(2);
  });

  test('has texts found while the model is away, and tries it again', async () => {
    let calls = 0;
    const quick = quickEmbeddings();
    const away: Embeddings = {
      ...quick,
      embedTexts: (...args) => {
        calls += 1;
        return calls < 4 ? Promise.reject(new ModelUnavailable('away')) : quick.embedTexts(...args);
      },
    };

    const drifts = await kept(away);

    expect(drifts.every(isEqual)).toBe(true);
    expect(logged.filter((line) => line.startsWith('warn'))).toHaveLength(3);
  });

  test('mends the index after events were missed', async () => {
    const { ports, keeper } = await start();

    await keeper.repair();
    const texts = await compareIndex(ports, { withoutVectors: true });
    await keeper.settled();

    expect(texts.every(isEqual)).toBe(true);
    expect((await compareIndex(ports)).every(isEqual)).toBe(true);
  });
});

describe('the comparison', () => {
  const strange = (version: number): SearchDocument => ({
    ...{ docKey: 'log#X', tenantId: 'T', kind: 'log', entityId: 'X', title: 'Nobody knows', at: '' },
    version,
  });

  test('tells what is missing, what is too much and what has no vector, and mends it', async () => {
    const { ports } = await start();
    const empty = sums(await compareIndex(ports));
    await compareIndex(ports, { repair: true, withoutVectors: true });
    await ports.index.apply('tenant', [{ document: strange(1) }]);
    const texts = await compareIndex(ports);
    await compareIndex(ports, { repair: true });

    const [open = [], own = []] = empty;
    expect(open[1]).toBeGreaterThan(1);
    expect(own[1]).toBeGreaterThan(1);
    expect(sums(texts)).toEqual([
      ['public', 0, 0, 0, open[4]],
      ['tenant', 0, 1, 0, own[4]],
    ]);
    expect((await compareIndex(ports)).every(isEqual)).toBe(true);
  });

  test('takes for lasting only what differs twice', () => {
    const drift = { scope: 'public' as const, documents: 3, surplus: [], ahead: [], vectors: [] };

    const left = lasting(
      [{ ...drift, behind: ['work#A', 'work#B'] }],
      [{ ...drift, behind: ['work#B', 'work#C'] }],
    );

    expect(left).toEqual([{ ...drift, behind: ['work#B'] }]);
  });

  test('tells what is newer than the table, which only a new index mends', async () => {
    const { ports } = await start();
    await compareIndex(ports, { repair: true });
    const [first] = await Array.fromAsync(ports.index.standing('tenant'));
    const { docKey = '', tenantId = '', version = 0 } = first ?? {};
    const [kind, entityId = ''] = docKey.split('#');
    const document = { ...strange(version + 1), docKey, tenantId, kind: kind as 'log', entityId };
    await ports.index.apply('tenant', [{ document }]);

    const mended = sums(await compareIndex(ports, { repair: true }));
    await rebuildAll(ports);

    expect(mended[1]).toEqual(['tenant', 0, 0, 1, 0]);
    expect((await compareIndex(ports)).every(isEqual)).toBe(true);
  });
});

test('a rebuild that is interrupted leaves the index in use, and the next one begins anew', async () => {
  const { ports } = await start();
  await compareIndex(ports, { repair: true });
  const before = await Array.fromAsync(ports.index.standing('public'));
  const ending = new AbortController();

  const interrupted = rebuildAll(ports, { signal: ending.signal, onProgress: () => ending.abort() });

  await expect(interrupted).rejects.toThrow('aborted');
  expect(await Array.fromAsync(ports.index.standing('public'))).toEqual(before);
  await rebuildAll(ports);
  expect((await compareIndex(ports)).every(isEqual)).toBe(true);
});
