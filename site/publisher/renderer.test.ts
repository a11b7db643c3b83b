/** The pages that the real bundle renders: every field is on them, unchanged. */
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { fullWork, image, coverOf, page, profile, work } from './fixtures/documents.ts';
import type { RecentWork, View } from '../view.ts';
import { answered, testRenderer } from './fixtures/bundle.ts';
import type { Renderer } from './renderer.ts';

type Element = Tree.Element;

let renderer: Renderer;
beforeAll(async () => {
  renderer = await testRenderer();
});

const masthead = { handle: 'ada', name: 'Ada & Søn' };

/** All elements below a document. */
function elements(html: string): Element[] {
  const walk = (node: Tree.Node): Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parse(html));
}
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((given) => given.name === name)?.value;
const text = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';
/** Texts of the elements that hold a field. */
const fields = (html: string, name: string): string[] =>
  elements(html)
    .filter((element) => attribute(element, 'data-field') === name)
    .map(text);
const values = (html: string, name: string): Array<string | undefined> =>
  elements(html)
    .filter((element) => attribute(element, 'data-field') === name)
    .map((element) => attribute(element, 'value') ?? attribute(element, 'datetime'));

describe('a work', () => {
  const given = fullWork('01W');
  let html: string;
  beforeAll(async () => {
    ({ html } = await renderer.render('/@ada/01w/', { work: { masthead, work: given } }));
  });

  it.each([
    'id',
    'slug',
    'title',
    'foreignTitle',
    'series',
    'dateText',
    'medium',
    'classification',
    'dimensions',
    'inscription',
    'description',
    'provenance',
    'creditLine',
    'culture',
    'period',
    'licence',
  ] as const)('holds %s, unchanged', (name) => {
    expect(fields(html, name)).toEqual([given[name]]);
  });

  it.each(['places', 'tags'] as const)('holds each of the %s, unchanged and in order', (name) => {
    expect(fields(html, name)).toEqual(given[name]);
  });

  it.each(['yearStart', 'yearEnd', 'version', 'visibility', 'language', 'publishedAt'] as const)(
    'holds %s as a value',
    (name) => {
      expect(values(html, name)).toEqual([String(given[name])]);
    },
  );

  it('holds credits, facts and links in order', () => {
    expect(fields(html, 'creditName')).toEqual(['Ann & Co', 'Ben']);
    expect(fields(html, 'creditRole')).toEqual(['printer']);
    expect(fields(html, 'factLabel')).toEqual(given.facts!.map(({ label }) => label));
    expect(fields(html, 'fact')).toEqual(given.facts!.map(({ value }) => value));
    expect(fields(html, 'link')).toEqual(['Museum', 'Trap']);
    expect(fields(html, 'artist')).toEqual([masthead.name]);
  });

  it('holds its pictures with their words', () => {
    const images = elements(html).filter(({ tagName }) => tagName === 'img');
    expect(images.map((element) => attribute(element, 'alt'))).toEqual(['Fish & "bird"', 'Inking\nagain']);
    expect(fields(html, 'caption')).toEqual(['Front\nview', 'First sketch']);
    expect(fields(html, 'credit')).toEqual(['Photo: <someone>']);
  });

  it('holds the log and the inspirations', () => {
    expect(fields(html, 'logTitle')).toEqual(['Inking\nagain']);
    expect(fields(html, 'logBodyHtml')).toEqual(['Done']);
    expect(values(html, 'occurredAt')).toEqual(['2024-03-01T09:00:00.000Z']);
    expect(fields(html, 'logTags')).toEqual(['ink']);
    for (const [name, value] of Object.entries({
      Title: 'The Sea & Sky',
      Creator: 'J. F. K.',
      Note: 'The\ngrey',
      Licence: 'CC BY 4.0',
    }))
      expect(fields(html, `inspiration${name}`)).toEqual([value]);
  });

  it('links to nothing but web and mail addresses', () => {
    const hrefs = elements(html).flatMap((element) => attribute(element, 'href') ?? []);
    expect(hrefs).toContain('https://example.org/?a=1&b=2');
    expect(hrefs.filter((href) => !/^(?:https?:|mailto:|\/|#)/.test(href))).toEqual([]);
  });

  it('carries no script, and data about itself that no title can break out of', async () => {
    const trap = fullWork('01T');
    const view = { masthead, work: { ...trap, title: '</script><script>alert(1)</script>' } };
    const trapped = (await renderer.render('/@ada/01t/', { work: view })).html;
    const scripts = elements(trapped).filter(({ tagName }) => tagName === 'script');
    expect(scripts.map((script) => attribute(script, 'type'))).toEqual(['application/ld+json']);
    expect(JSON.parse(text(scripts[0]!))).toMatchObject({ '@type': 'VisualArtwork', name: view.work.title });
  });

  it('needs no style attribute', () => {
    expect(elements(html).filter((element) => attribute(element, 'style') !== undefined)).toEqual([]);
  });

  it('names its canonical address', () => {
    const link = elements(html).find((element) => attribute(element, 'rel') === 'canonical')!;
    expect(attribute(link, 'href')).toBe('http://localhost:4321/@ada/01w/');
  });
});

describe('a portfolio', () => {
  const given = profile('Ada & Søn', {
    kind: 'ORGANISATION',
    sortName: 'Søn, Ada',
    altNames: ['A. S.', 'アダ'],
    dateText: '1647–1717',
    birthYear: -10,
    deathYear: 1717,
    birthPlace: 'Frankfurt',
    deathPlace: 'Amsterdam',
    nationality: 'Dutch',
    summary: 'One & two\nlines',
    statement: 'S',
    statementHtml: '<p>S</p>',
    licence: 'CC0',
    facts: [{ key: 'k', label: 'L', value: ' v ' }],
    links: [{ label: 'Web', url: 'mailto:a@example.org' }],
  });
  const view = {
    handle: 'ada',
    profile: given,
    works: [work('01A')],
    pages: [],
    total: 1,
    number: 1,
    count: 1,
  };

  it('holds every field of its profile, unchanged', async () => {
    const { html } = await renderer.render('/@ada/', { portfolio: view });
    for (const name of [
      'name',
      'sortName',
      'dateText',
      'birthPlace',
      'deathPlace',
      'nationality',
      'summary',
      'licence',
    ] as const)
      expect(fields(html, name), name).toEqual([given[name]]);
    for (const name of ['kind', 'birthYear', 'deathYear', 'visibility', 'version', 'publishedAt'] as const)
      expect(values(html, name), name).toEqual([String(given[name])]);
    expect(fields(html, 'altNames')).toEqual(given.altNames);
    expect(fields(html, 'statementHtml')).toEqual(['S']);
    expect(fields(html, 'fact')).toEqual([' v ']);
    expect(fields(html, 'handle')).toEqual(['ada']);
    expect(fields(html, 'link')).toEqual(['Web']);
  });

  it('says what will be there when it is empty', async () => {
    const { html } = await renderer.render('/@ada/', { portfolio: { ...view, works: [], total: 0 } });
    expect(html).toContain('The first work will hang here.');
  });

  it('leaves out a statement that is not there', async () => {
    const silent = { ...given, statement: null, statementHtml: null };
    const { html } = await renderer.render('/@ada/', { portfolio: { ...view, profile: silent } });
    expect(fields(html, 'statementHtml')).toEqual([]);
    expect(elements(html).filter((element) => attribute(element, 'class') === 'empty')).toEqual([]);
    expect(fields(html, 'birthPlace')).toEqual(['Frankfurt']);
  });

  it('stays under 50 KB, style included, with as many works as a page holds', async () => {
    const picture = image('01K9Z0000000000000000000A1', 2400, 1600);
    const works = Array.from({ length: 120 }, (_, i) =>
      work(`01K9Z00000000000000000${1000 + i}`, { cover: coverOf(picture) }),
    );
    const { html } = await renderer.render('/@ada/', { portfolio: { ...view, works, total: 120 } });
    const styles = [...renderer.assets()].filter(({ path }) => path.endsWith('.css'));
    const { gzipSync } = await import('node:zlib');
    const bytes = [Buffer.from(html), ...styles.map((style) => style.bytes)].map(
      (part) => gzipSync(part).length,
    );
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(50_000);
  });
});

describe('home', () => {
  const cover = coverOf(image('01K9Z0000000000000000000A1', 2400, 1600));
  const given = (id: string, cover: RecentWork['cover']): RecentWork => ({
    ...work(id, { cover }),
    handle: 'ada',
    artist: `Maker of ${id}`,
  });
  /** Ids of the works below the lists of a class, in order. */
  const worksIn = (html: string, list: string): Array<string | undefined> =>
    elements(html)
      .filter(({ parentNode }) => {
        const parent = parentNode as Element;
        return 'tagName' in parent && attribute(parent, 'class')?.split(' ').includes(list);
      })
      .map((element) => attribute(element, 'data-work'));

  it('hangs pictures first and lists works without one below, each in their order', async () => {
    const recent = [given('01A', null), given('01B', cover), given('01C', null), given('01D', cover)];
    const { html } = await renderer.render('/', { home: { recent, portfolios: [], total: 0 } });
    expect(worksIn(html, 'rows')).toEqual(['01B', '01D']);
    expect(worksIn(html, 'labels')).toEqual(['01A', '01C']);
    expect(fields(html, 'artist')).toEqual(['01B', '01D', '01A', '01C'].map((id) => `Maker of ${id}`));
    expect(fields(html, 'title')).toHaveLength(4);
  });

  it('has no empty list', async () => {
    const seen = { home: { recent: [given('01B', cover)], portfolios: [], total: 0 } };
    expect((await renderer.render('/', seen)).html).not.toContain('class="labels"');
    const unseen = { home: { recent: [given('01A', null)], portfolios: [], total: 0 } };
    expect((await renderer.render('/', unseen)).html).not.toContain('class="rows');
  });
});

describe('other pages', () => {
  it('show a text with its fields', async () => {
    const given = page('01P', {
      title: 'About\nme',
      summary: 'S & s',
      path: 'about/me',
      language: 'fr',
      sortOrder: 3,
    });
    const { html } = await renderer.render('/@ada/pages/about/me/', { page: { masthead, page: given } });
    expect(fields(html, 'title')).toEqual(['About\nme']);
    expect(fields(html, 'summary')).toEqual(['S & s']);
    expect(fields(html, 'path')).toEqual(['about/me']);
    expect(fields(html, 'bodyHtml')).toEqual(['Text']);
    expect(values(html, 'language')).toEqual(['fr']);
    expect(values(html, 'sortOrder')).toEqual(['3']);
  });

  it('answer 404 when there is nothing to show', async () => {
    expect((await renderer.render('/@ada/nothing/', {})).status).toBe(404);
  });

  it('fail with the address when a page throws', async () => {
    const broken = { masthead, work: { ...work('01X'), images: null } } as never;
    await expect(renderer.render('/@ada/01x/', { work: broken })).rejects.toThrow('/@ada/01x/');
  });
});

describe('a page of a known route', () => {
  const shown: Array<[string, Omit<View, 'site'>]> = [
    ['/@ada/01w/', { work: { masthead, work: fullWork('01W') } }],
    ['/@ada/pages/about/', { page: { masthead, page: page('01P') } }],
    [
      '/@ada/',
      {
        portfolio: {
          handle: 'ada',
          profile: profile('Ada'),
          works: [],
          pages: [],
          total: 0,
          number: 1,
          count: 1,
        },
      },
    ],
    ['/docs/start/', { docs: { page: page('01P'), pages: [] } }],
  ];
  it.each(shown)('%s has the bytes that answering a request gives', async (path, view) => {
    const html = (await answered(path, view)).replaceAll('\r', '&#13;');
    const twice = [await renderer.render(path, view), await renderer.render(path, view)];
    expect(twice.map((page) => page.html)).toEqual([html, html]);
  });
});
