/**
 * Nothing is lost or altered: every field of every record comes out of GraphQL, REST and the page as it went in. Runs on
 * the whole sample of open data beside the repository when it is there, else on the committed odd records.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importCatalogue } from '../import/catalogue.ts';
import { parseMapping } from '../import/mapping.ts';
import { httpApi } from '../import/operator.ts';
import type { Report } from '../import/report.ts';
import {
  compareGraphql,
  compareHtml,
  compareRest,
  expectedArtist,
  expectedWork,
  type Discrepancy,
} from '../import/roundtrip.ts';
import { isRecord, readRows, type CatalogueRecord } from '../import/rows.ts';
import { ROOT } from '../local/settings.ts';
import { operations } from '#openapi/operations.gen.ts';
import { OPERATOR, startTestPlatform, type TestPlatform } from './platform.testing.ts';

const WHOLE = join(ROOT, '../shared/data');
const FIXTURES = join(ROOT, 'infra/import/fixtures');
const whole = existsSync(join(WHOLE, 'works.jsonl'));
const files = whole
  ? { artists: join(WHOLE, 'artists.jsonl'), works: join(WHOLE, 'works.jsonl') }
  : { artists: join(FIXTURES, 'hard-artists.jsonl'), works: join(FIXTURES, 'hard-works.jsonl') };

const mapping = parseMapping(
  JSON.parse(readFileSync(join(ROOT, 'infra/import/mappings/museum.json'), 'utf8')),
);
const MINUTES = 60_000;
const AT_ONCE = 8;

let platform: TestPlatform;
let report: Report;
/** Handles by the id of the artist's record, and the name that the portfolio shows. */
const owners = new Map<string, { name: string; handle: string }>();
const artists = new Map<string, CatalogueRecord>();
const works = new Map<string, CatalogueRecord>();
/** Where each work stands, by the id of its record. */
const places = new Map<string, { handle: string; slug: string }>();
const unplaced: string[] = [];

async function records(file: string): Promise<Map<string, CatalogueRecord>> {
  const found = new Map<string, CatalogueRecord>();
  for await (const row of readRows(file)) {
    if ('record' in row && isRecord(row.record)) found.set(String(row.record.id), row.record);
  }
  return found;
}

async function each<T>(items: Iterable<T>, act: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = queue.pop(); item !== undefined; item = queue.pop()) await act(item);
    }),
  );
}

async function pagesOf<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let next: string | null = null;
  do {
    const query: string = next === null ? '' : `&cursor=${encodeURIComponent(next)}`;
    const answer = (await (await platform.rest(null, 'GET', `${path}?limit=100${query}`)).json()) as {
      items: T[];
      next: string | null;
    };
    items.push(...answer.items);
    ({ next } = answer);
  } while (next !== null);
  return items;
}

const factOf = (document: { facts: Array<{ key: string; value: string }> | null }): string =>
  document.facts?.find(({ key }) => key === 'id')?.value ?? '';

beforeAll(async () => {
  console.log(`round trip: ${whole ? 'the whole sample of open data' : 'the committed odd records'}`);
  platform = await startTestPlatform();
  for (const [id, record] of await records(files.artists)) artists.set(id, record);
  for (const [id, record] of await records(files.works)) works.set(id, record);
  const token = await platform.signIn(OPERATOR);
  const operator = { url: platform.url, token };
  report = await importCatalogue({
    api: httpApi(operator, () => Promise.resolve(operator)),
    artists: readRows(files.artists),
    works: readRows(files.works),
    mapping,
    publish: true,
  });
  // No vector is a field of a record, and those of thousands of texts take minutes.
  await platform.settled({ except: ['embed'] });
  const portfolios = await pagesOf<{ handle: string; name: string }>('/v1/portfolios');
  await each(portfolios, async ({ handle }) => {
    const portfolio = (await (await platform.rest(null, 'GET', `/v1/portfolios/${handle}`)).json()) as never;
    owners.set(factOf(portfolio), { handle, name: (portfolio as { name: string }).name });
    for (const { slug } of await pagesOf<{ slug: string }>(`/v1/portfolios/${handle}/projects`)) {
      const answer = await platform.rest(null, 'GET', `/v1/portfolios/${handle}/projects/${slug}`);
      const id = factOf((await answer.json()) as never);
      if (works.has(id)) places.set(id, { handle, slug });
      else unplaced.push(`${handle}/${slug}`);
    }
  });
}, 20 * MINUTES);
afterAll(() => platform.remove());

test('every row is taken, and every work has a place of its own', () => {
  expect(report.rows.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  expect(report.works.created).toBe(works.size);
  expect(unplaced).toEqual([]);
  expect([...works.keys()].filter((id) => !places.has(id))).toEqual([]);
  expect([...artists.keys()].filter((id) => !owners.has(id))).toEqual([]);
});

test(
  'every field of every artist comes out of GraphQL, REST and the page as it went in',
  async () => {
    const wrong: Array<{ id: string; via: string; found: Discrepancy[] }> = [];
    await each(artists, async ([id, record]) => {
      const { handle } = owners.get(id)!;
      const expected = expectedArtist(record, mapping, handle);
      const query = operations.portfolio!.document;
      const graphql = await platform.graphql<{ portfolio: Record<string, unknown> }>(null, query, { handle });
      const rest = await platform.rest(null, 'GET', `/v1/portfolios/${handle}`);
      const { html } = await platform.page(`/@${handle}/`);
      const ways: Array<[string, Discrepancy[]]> = [
        ['graphql', compareGraphql(expected, graphql.data!.portfolio)],
        ['rest', compareRest(expected, await rest.text())],
        ['page', compareHtml(expected, html)],
      ];
      for (const [via, found] of ways) if (found.length > 0) wrong.push({ id, via, found });
    });
    expect(wrong).toEqual([]);
  },
  10 * MINUTES,
);

test(
  'every field of every work comes out of GraphQL, REST and the page as it went in',
  async () => {
    const wrong: Array<{ id: string; via: string; found: Discrepancy[] }> = [];
    await each(works, async ([id, record]) => {
      const place = places.get(id)!;
      const expected = expectedWork(record, mapping, (artist) => owners.get(artist));
      const query = operations.publicProject!.document;
      const graphql = await platform.graphql<{ publicProject: Record<string, unknown> }>(null, query, place);
      const rest = await platform.rest(null, 'GET', `/v1/portfolios/${place.handle}/projects/${place.slug}`);
      const { html } = await platform.page(`/@${place.handle}/${place.slug}/`);
      const ways: Array<[string, Discrepancy[]]> = [
        ['graphql', compareGraphql(expected, graphql.data!.publicProject)],
        ['rest', compareRest(expected, await rest.text())],
        ['page', compareHtml(expected, html)],
      ];
      for (const [via, found] of ways) if (found.length > 0) wrong.push({ id, via, found });
    });
    expect(wrong).toEqual([]);
  },
  20 * MINUTES,
);
