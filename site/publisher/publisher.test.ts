/** The publisher over a folder: what events leave there is what a run over everything leaves. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '#api/events.ts';
import { page, profile, work } from './fixtures/documents.ts';
import { createHouse, createWriter, type House, type Writer } from './fixtures/house.ts';
import { testRenderer } from './fixtures/bundle.ts';
import type { Renderer } from './renderer.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = await testRenderer();
});

let writer: Writer;
let house: House;
const houses: House[] = [];
beforeEach(() => {
  writer = createWriter();
  house = open();
});
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
const addresses = async (): Promise<string[]> => Object.keys(await house.pages()).sort();

describe('publishing by event', () => {
  it('writes the work, the portfolio and home', async () => {
    await deliver(
      writer.profile('T', 'ada', profile('Ada')),
      writer.project('T', work('W', { title: 'Sea' })),
    );
    await house.publisher.flush();
    const pages = await house.pages();
    expect(Object.keys(pages).sort()).toEqual(['', '@ada/', '@ada/w/', 'portfolios/']);
    for (const [path, html] of Object.entries(pages))
      expect(html, path).toContain(path === 'portfolios/' ? 'Ada' : 'Sea');
  });

  it('takes a work down with all that led to it', async () => {
    await deliver(
      writer.profile('T', 'ada', profile('Ada')),
      writer.project('T', work('W', { slug: 'old' })),
    );
    await deliver(writer.project('T', work('W', { slug: 'new' })));
    expect(await addresses()).toContain('@ada/old/');
    await deliver(writer.noProject('T', 'W'));
    expect(await addresses()).toEqual(['@ada/']);
    expect((await house.pages())['@ada/']).toContain('The first work will hang here.');
  });

  it('leads from every old name to the present one', async () => {
    await deliver(writer.profile('T', 'ada', profile('Ada')));
    for (const slug of ['one', 'two', 'three']) await deliver(writer.project('T', work('W', { slug })));
    await deliver(writer.rename('T', 'lovelace'));
    expect(await house.pages('@')).toMatchObject({
      '@ada/': '-> /@lovelace/',
      '@ada/one/': '-> /@lovelace/three/',
      '@ada/three/': '-> /@lovelace/three/',
      '@lovelace/one/': '-> /@lovelace/three/',
      '@lovelace/two/': '-> /@lovelace/three/',
    });
  });

  it('keeps a work that took the name of one which goes', async () => {
    await deliver(
      writer.profile('T', 'ada', profile('Ada')),
      writer.project('T', work('A', { slug: 'sea' })),
    );
    const gone = writer.noProject('T', 'A');
    await deliver(writer.project('T', work('B', { slug: 'sea', title: 'The other' })));
    await deliver(gone);
    expect((await house.pages())['@ada/sea/']).toContain('The other');
  });

  it('removes a portfolio whole', async () => {
    await deliver(
      writer.profile('T', 'ada', profile('Ada')),
      writer.project('T', work('W')),
      writer.page('T', page('P')),
    );
    await deliver(writer.noProfile('T'));
    await house.publisher.flush();
    expect(await addresses()).toEqual(['', 'portfolios/']);
    expect(await Array.fromAsync(house.store.records(''))).toEqual([]);
  });

  it('leaves portfolio and home alone when lists show nothing new', async () => {
    await deliver(writer.profile('T', 'ada', profile('Ada')), writer.project('T', work('W')));
    await house.publisher.flush();
    let asked = 0;
    const { works } = writer.content;
    writer.content.works = (tenantId) => (asked++, works(tenantId));
    await deliver(writer.project('T', work('W', { description: 'New words' })));
    expect(asked).toBe(0);
    expect((await house.pages())['@ada/w/']).toContain('New words');
  });

  it('writes a large portfolio once for many works, and its further pages', async () => {
    const works = Array.from({ length: 250 }, (_, i) => work(`W${i}`, { yearStart: i }));
    await deliver(
      writer.profile('T', 'ada', profile('Ada')),
      ...works.map((each) => writer.project('T', each)),
    );
    await house.publisher.flush();
    expect(await addresses()).toEqual(expect.arrayContaining(['@ada/works/2/', '@ada/works/3/']));
    let asked = 0;
    const before = writer.content.works;
    writer.content.works = (tenantId) => (asked++, before(tenantId));
    for (const each of works.slice(0, 20)) await deliver(writer.project('T', { ...each, title: 'Again' }));
    expect(asked).toBe(0);
    await deliver(...works.slice(0, 200).map(({ id }) => writer.noProject('T', id)));
    await house.publisher.flush();
    expect(asked).toBe(1);
    expect(await addresses()).not.toContain('@ada/works/2/');
    expect(await house.hashes()).toEqual(await everything());
  });

  it('fails the event of a page that throws, writes nothing for it, and goes on with the others', async () => {
    const bad = work('BAD');
    const events = [writer.profile('T', 'ada', profile('Ada')), writer.project('T', work('GOOD'))];
    await deliver(...events);
    const failing = [
      writer.project('T', { ...bad, images: null as never }),
      writer.project('T', work('NEXT')),
    ];
    expect(await house.publisher.handle(failing)).toEqual([failing[0]!.id]);
    expect(await addresses()).toEqual(['@ada/', '@ada/good/', '@ada/next/']);
  });
});

describe('after a gap', () => {
  it('publishes what is missing and removes what is no longer public', async () => {
    await deliver(
      writer.profile('T', 'ada', profile('Ada')),
      writer.profile('U', 'ben', profile('Ben')),
      writer.project('T', work('A')),
      writer.project('T', work('B')),
    );
    writer.noProject('T', 'A');
    writer.project('T', work('B', { title: 'Changed', version: 2 }));
    writer.project('T', work('C'));
    writer.noProfile('U');
    writer.profile('V', 'cy', profile('Cy'));
    await house.publisher.reconcile();
    expect(await house.hashes()).toEqual(await everything());
    expect((await house.publisher.reconcile()).changed).toEqual([]);
  });

  it('goes on with the lists that a stopped process left', async () => {
    await deliver(writer.profile('T', 'ada', profile('Ada')), writer.project('T', work('A')));
    await house.publisher.end();
    const dir = houses[0]!;
    expect(await Array.fromAsync(dir.store.records('due/'))).toEqual(['due/front']);
  });

  it('knows whether everything stands in the present build', async () => {
    expect(await house.publisher.current()).toBe(false);
    await house.publisher.publishAll();
    expect(await house.publisher.current()).toBe(true);
  });
});

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A history of two tenants: every kind of change, several times. Each step changes the content. */
function* history(next: () => number): Generator<ChangeEvent> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const handles = { T: 0, U: 0 };
  yield writer.profile('T', 't-0', profile('Tess'));
  yield writer.profile('U', 'u-0', profile('Ula'));
  for (let i = 0; i < 40; i++) {
    const tenantId = pick(['T', 'U'] as const);
    const id = pick(['W1', 'W2', 'W3', 'W4']);
    const version = i + 2;
    const publishedAt = new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString();
    const named = { title: `T${i}`, slug: `${tenantId}-${id}-${pick(['a', 'b'])}`.toLowerCase() };
    const path = pick(['x', 'y/z']) + id.toLowerCase();
    const act = pick([
      'project',
      'project',
      'project',
      'hide',
      'page',
      'nopage',
      'rename',
      'profile',
    ] as const);
    if (act === 'project') yield writer.project(tenantId, work(id, { ...named, version, publishedAt }));
    if (act === 'hide') yield writer.noProject(tenantId, id);
    if (act === 'page') yield writer.page(tenantId, page(`P${id}`, { path, version }));
    if (act === 'nopage') yield writer.noPage(tenantId, `P${id}`);
    if (act === 'profile')
      yield writer.profile(
        tenantId,
        `${tenantId.toLowerCase()}-${handles[tenantId]}`,
        profile(`Name ${i}`, { version }),
      );
    if (act === 'rename' && handles[tenantId] < 2)
      yield writer.rename(tenantId, `${tenantId.toLowerCase()}-${++handles[tenantId]}`);
  }
}

describe('events in any order', () => {
  it.each(Array.from({ length: 12 }, (_, i) => i + 1))(
    'doubled, late and shuffled by seed %i, end as a run over everything does',
    async (seed) => {
      const next = random(seed);
      const waiting: ChangeEvent[] = [];
      const some = (most: number): ChangeEvent[] =>
        Array.from({ length: Math.min(most, waiting.length) }, () =>
          waiting.splice(Math.floor(next() * waiting.length), 1),
        ).flat();
      for (const event of history(next)) {
        waiting.push(event, ...(next() < 0.3 ? [event] : []));
        if (next() < 0.4) await deliver(...some(1 + Math.floor(next() * 4)));
        if (next() < 0.1) await house.publisher.flush();
      }
      while (waiting.length > 0) await deliver(...some(5));
      await house.publisher.flush();
      expect(await house.hashes()).toEqual(await everything());
    },
  );
});

describe('everything at once', () => {
  it('ends in the same bytes on threads as on one', async () => {
    await deliver(writer.profile('T', 'ada', profile('Ada')), writer.profile('U', 'ben', profile('Ben')));
    for (let i = 0; i < 130; i++) writer.project('T', work(`W${i}`, { yearStart: 1800 + i }));
    writer.project('U', work('X'));
    const dir = mkdtempSync(join(tmpdir(), 'site-threads-'));
    const threaded = open({
      dir,
      threads: {
        store: {
          module: import.meta.resolve('#api/ports/site-store/local.ts'),
          create: 'createLocalSiteStore',
          options: { dir },
        },
        bundle: new URL('../../dist/site/', import.meta.url).href,
        site: { origin: 'http://localhost:4321', media: '' },
      },
    });
    let last = 0;
    const onProgress = ({ tenants }: { tenants: number }): void => void (last = tenants);
    const progress = await threaded.publisher.publishAll({ workers: 2, onProgress });
    expect(last).toBe(progress.tenants);
    expect(progress).toMatchObject({ tenants: 2, pages: expect.any(Number) });
    expect(await threaded.hashes()).toEqual(await everything());
  });

  it('says which tenant failed, and publishes the others', async () => {
    await deliver(writer.profile('T', 'ada', profile('Ada')), writer.profile('U', 'ben', profile('Ben')));
    writer.project('T', work('BAD', { images: null as never }));
    writer.project('U', work('X'));
    await expect(house.publisher.publishAll()).rejects.toThrow('1 tenants could not be published');
    expect(await addresses()).toContain('@ben/x/');
  });
});
