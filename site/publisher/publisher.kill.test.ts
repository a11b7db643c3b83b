/** The publisher when its process ends in the midst of its work: the next delivery catches up. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '#api/events.ts';
import type { SiteStore } from '#api/ports/site-store/port.ts';
import { testRenderer } from './fixtures/bundle.ts';
import { page, profile, work } from './fixtures/documents.ts';
import { createHouse, createWriter, type House, type Writer } from './fixtures/house.ts';
import type { Renderer } from './renderer.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = await testRenderer();
});

let writer: Writer;
let house: House;
const houses: House[] = [];
afterEach(async () => {
  await Promise.all(houses.splice(0).map((each) => each.end()));
});
function open(given: Parameters<typeof createHouse>[2] = {}): House {
  const made = createHouse(writer.content, renderer, given);
  houses.push(made);
  return made;
}
async function deliver(...events: ChangeEvent[]): Promise<void> {
  expect(await house.publisher.handle(events)).toEqual([]);
}
/** What a run over everything leaves in an empty folder. */
async function everything(): Promise<Record<string, string>> {
  const other = open();
  await other.publisher.publishAll();
  return other.hashes();
}

/** The store, stopping at one of its writes as a killed process would. */
function stoppingStore(store: SiteStore, stopAt: number): { store: SiteStore; writes(): number } {
  let writes = 0;
  const guard = <A extends unknown[], R>(act: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      if (writes++ >= stopAt) throw new Error('killed');
      return act(...args);
    };
  };
  const { write, redirect, remove, writeRecord, writeRecords, removeRecord } = store;
  return {
    store: {
      ...store,
      write: guard(write),
      redirect: guard(redirect),
      remove: guard(remove),
      writeRecord: guard(writeRecord),
      writeRecords: guard(writeRecords),
      removeRecord: guard(removeRecord),
    },
    writes: () => writes,
  };
}

describe('a process killed at any step', () => {
  const changes: Array<[string, () => ChangeEvent[]]> = [
    ['publishing the first work', () => [writer.project('T', work('N'))]],
    ['renaming a work', () => [writer.project('T', work('A', { slug: 'anew', version: 2 }))]],
    ['taking a work down', () => [writer.noProject('T', 'A')]],
    ['moving a page', () => [writer.page('T', page('P', { path: 'moved', version: 2 }))]],
    ['changing the handle', () => [writer.rename('T', 'tess')]],
    ['taking the portfolio down', () => [writer.noProfile('T')]],
  ];

  it.each(changes)('catches up after %s', async (_, change) => {
    for (let stopAt = 0; ; stopAt++) {
      writer = createWriter();
      house = open();
      await deliver(
        writer.profile('T', 'ada', profile('Ada')),
        writer.project('T', work('A')),
        writer.project('T', work('B')),
        writer.page('T', page('P')),
      );
      await house.publisher.flush();
      const events = change();
      const stopping = stoppingStore(house.store, stopAt);
      const killed = open({ store: stopping.store });
      await killed.publisher.handle(events);
      await killed.publisher.flush().catch(() => undefined);
      await deliver(...events);
      await house.publisher.resume();
      await house.publisher.flush();
      expect(await house.hashes(), `stopped at write ${stopAt}`).toEqual(await everything());
      if (stopping.writes() <= stopAt) return;
    }
  });

  it('leaves nothing of a work that was taken down before its publishing went on', async () => {
    for (let stopAt = 0; ; stopAt++) {
      writer = createWriter();
      house = open();
      await deliver(writer.profile('T', 'ada', profile('Ada')));
      const published = writer.project('T', work('SECRET', { title: 'Secret' }));
      const stopping = stoppingStore(house.store, stopAt);
      await open({ store: stopping.store }).publisher.handle([published]);
      const gone = writer.noProject('T', 'SECRET');
      await deliver(published, gone);
      await house.publisher.resume();
      await house.publisher.flush();
      expect(JSON.stringify(await house.pages()), `stopped at write ${stopAt}`).not.toContain('Secret');
      if (stopping.writes() <= stopAt) return;
    }
  });
});
