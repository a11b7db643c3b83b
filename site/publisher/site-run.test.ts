/** The whole site in pieces, as a deployment has it made: whole wherever it is cut, and beside others who publish. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SiteStore } from '#api/ports/site-store/port.ts';
import { testRenderer } from './fixtures/bundle.ts';
import { page, profile, work } from './fixtures/documents.ts';
import { createHouse, createWriter, type House, type Writer } from './fixtures/house.ts';
import type { Renderer } from './renderer.ts';
import type { Piece } from './site-run.ts';

const DOCS = 'D';
const START: Piece = { after: '', failed: 0 };
const atOnce = (): boolean => true;

const renderer = await testRenderer();
/** The same pages with another look. */
const renewed: Renderer = {
  ...renderer,
  buildId: 'renewed',
  async render(path, view) {
    const { status, html } = await renderer.render(path, view);
    const text = `${html}<!-- renewed -->`;
    return { status, html: text, bytes: Buffer.from(text) };
  },
};

let writer: Writer;
let houses: House[] = [];
beforeEach(() => {
  writer = createWriter();
});
afterEach(async () => {
  await Promise.all(houses.map((each) => each.end()));
  houses = [];
});
function open(given: Parameters<typeof createHouse>[2] = {}): House {
  const made = createHouse(writer.content, given.renderer ?? renderer, { docsTenantId: DOCS, ...given });
  houses.push(made);
  return made;
}
/** Another process over the same store. */
const beside = (house: House, given: Parameters<typeof createHouse>[2] = {}): House =>
  open({ store: house.store, ...given });

/** Runs all pieces from one on; answers where each left off. */
async function run({ publisher }: House, from: Piece = START): Promise<Array<Piece & { done: boolean }>> {
  const pieces = [await publisher.publishPiece(from, atOnce)];
  while (!pieces.at(-1)!.done) pieces.push(await publisher.publishPiece(pieces.at(-1)!, atOnce));
  return pieces;
}
/** What a run over everything leaves in an empty folder. */
async function everything(): Promise<Record<string, string>> {
  const other = open();
  await other.publisher.publishAll();
  return other.hashes();
}
/** Paths that caches are told of. */
function told(house: House): string[] {
  const paths: string[] = [];
  house.store.invalidate = async (changed) => void paths.push(...changed);
  return paths;
}
function fill(): void {
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dora', 'Emil']) {
    writer.profile(name, name.toLowerCase(), profile(name));
    writer.project(name, work(`${name}1`, { title: `Sea of ${name}` }));
    writer.project(name, work(`${name}2`));
  }
  writer.profile(DOCS, 'artissist', profile('Docs', { visibility: 'UNLISTED' }));
  writer.page(DOCS, page('P1', { path: 'index', title: 'Begin' }));
  writer.page(DOCS, page('P2', { path: 'concepts' }));
}

describe('the front', () => {
  it('stands where there is nobody yet: home, portfolios, the 404 page and the files that pages refer to', async () => {
    const house = open();

    const changed = await house.publisher.publishFront();

    expect(changed).toEqual(expect.arrayContaining(['', 'portfolios/', '404.html']));
    expect(changed.filter((path) => /^_astro\/.*\.css$/.test(path))).not.toEqual([]);
    expect(Object.keys(await house.pages())).toEqual(['', 'portfolios/']);
  });

  it('has the documentation, and is written once', async () => {
    fill();
    const house = open();

    const first = await house.publisher.publishFront();
    const again = await house.publisher.publishFront();

    expect(first).toEqual(expect.arrayContaining(['docs/', 'docs/concepts/']));
    expect(again).toEqual([]);
  });

  it('fails where home cannot be written', async () => {
    const house = open();
    const write = house.store.write.bind(house.store);
    house.store.write = (path, file) =>
      path === '' ? Promise.reject(new Error('no room')) : write(path, file);

    await expect(house.publisher.publishFront()).rejects.toThrow('no room');
  });
});

describe('the whole site in pieces', () => {
  beforeEach(fill);

  it('is what one run leaves, and is noted when the last piece is done', async () => {
    const house = open();
    const current: boolean[] = [];
    await house.publisher.publishFront();

    for (let piece = { ...START, done: false }; !piece.done;) {
      piece = await house.publisher.publishPiece(piece, atOnce);
      current.push(await house.publisher.current());
    }

    expect(current).toEqual([false, false, true]);
    expect(await house.hashes()).toEqual(await everything());
  });

  it('goes on within a piece until there is enough', async () => {
    let left = 2;

    const piece = await open().publisher.publishPiece(START, () => --left === 0);

    expect(piece).toMatchObject({ after: '4', done: false });
  });

  it('changes nothing the second time', async () => {
    const house = open();
    await run(house);
    const paths = told(house);

    await run(house);

    expect(paths).toEqual([]);
  });

  it('is whole after it was cut short in a piece and begun again there', async () => {
    const house = open();
    const first = await house.publisher.publishPiece(START, atOnce);
    let left = 2;
    const cut: SiteStore = {
      ...house.store,
      write: async (path, file) => {
        if (--left < 0) throw new Error('ended');
        return house.store.write(path, file);
      },
    };
    await beside(house, { store: cut })
      .publisher.publishPiece(first, atOnce)
      .catch(() => undefined);

    await run(beside(house), first);

    await house.publisher.publishFront();
    expect(await house.hashes()).toEqual(await everything());
    expect(await house.publisher.current()).toBe(true);
  });

  it('is written anew with another bundle, every page of it', async () => {
    const house = open();
    await house.publisher.publishFront();
    await run(house);
    const next = beside(house, { renderer: renewed });
    expect(await next.publisher.current()).toBe(false);

    await next.publisher.publishFront();
    await run(next);

    const pages = Object.entries(await house.pages()).filter(([, html]) => !html.startsWith('->'));
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter(([, html]) => !html.includes('<!-- renewed -->'))).toEqual([]);
    expect(await next.publisher.current()).toBe(true);
  });

  it('counts a tenant that fails, publishes the others, and is not noted as whole', async () => {
    writer.project('Ben', work('BAD', { images: null as never }));
    const house = open();

    const pieces = await run(house);

    expect(pieces.at(-1)).toMatchObject({ failed: 1, done: true });
    expect(await house.publisher.current()).toBe(false);
    expect(Object.keys(await house.pages('@emil/'))).toContain('@emil/emil1/');
  });

  /** A run that lets somebody else publish when it has read a page and not yet written it. */
  function interrupted(house: House, address: string, change: () => Promise<void>): House {
    let done = false;
    return beside(house, {
      renderer: {
        ...renewed,
        async render(path, view) {
          const rendered = await renewed.render(path, view);
          if (path === address && !done) {
            done = true;
            await change();
          }
          return rendered;
        },
      },
    });
  }

  it('leaves what somebody else publishes meanwhile', async () => {
    const house = open();
    await run(house);
    const other = beside(house, { renderer: renewed });
    const slow = interrupted(house, '/@ada/ada2/', async () => {
      await other.publisher.handle([writer.project('Ada', work('Ada2', { title: 'Newer', version: 9 }))]);
    });

    await run(slow);

    expect((await house.pages('@ada/'))['@ada/ada2/']).toContain('Newer');
  });

  it('leaves nothing of what somebody else takes down meanwhile', async () => {
    const house = open();
    await run(house);
    const other = beside(house, { renderer: renewed });
    const slow = interrupted(house, '/@ada/ada2/', async () => {
      await other.publisher.handle([writer.noProject('Ada', 'Ada2'), writer.noProfile('Ben')]);
    });

    await run(slow);

    expect(Object.keys(await house.pages('@ada/')).toSorted()).toEqual(['@ada/', '@ada/ada1/']);
    expect(Object.keys(await house.pages('@ben/'))).toEqual([]);
  });
});
