/** Canary words stand in all that is not public; searches look for them in every way that there is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Values } from './isolation-attempt.testing.ts';
import { contract } from './isolation-values.testing.ts';
import { queryOf, warmSearch } from './isolation-search.testing.ts';
import { plantGenerated, PLANTED } from './search-canaries.testing.ts';
import { must, plantTenant, type PlantedTenant } from './isolation-tenant.testing.ts';
import { DEMO, MEMBER, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

const OPEN = 'zaunkoenig';
const SECRET = 'nachtigall';

/** The canary, what it is easily mistaken for, how it begins, what stands beside it, and what it means. */
const WORDS = [
  '',
  SECRET,
  `${SECRET} title`,
  'nachtigal',
  'nachtigalk',
  'nchtigall',
  'nachtigall titel',
  'nacht',
  'title',
  'description body medium tags',
  'a small bird that sings at night',
  ...PLANTED,
  ...PLANTED.map((word) => `nachtigal ${word}`),
];
const FILTERS = ['medium', 'classification', 'tag', 'licence'] as const;
/** As `plantTenant` writes them: the canary and the name of the field. */
const planted = (filter: string): string => `${SECRET} ${filter === 'tag' ? 'tags' : filter}`;

let platform: TestPlatform;
let a: PlantedTenant;
let tokenOfA: string;
/** Who may not see what is A's: what they send, and what they are called. */
let strangers: Array<{ who: string; credential: string | null; headers: Record<string, string> }>;

beforeAll(async () => {
  platform = await startTestPlatform();
  tokenOfA = await platform.signIn(DEMO);
  const tokenOfB = await platform.signIn(MEMBER);
  a = await plantTenant(platform, tokenOfA, { open: OPEN, secret: SECRET });
  await plantGenerated(platform, tokenOfA, a, SECRET);
  const b = await publicProfile(platform, tokenOfB, 'amsel');
  // Words of one's own that are nearly the canary.
  await must(platform, tokenOfB, 'mutation{createProject(input:{title:"nachtigal nachtigale"}){id}}');
  await platform.settled();
  await warmSearch(platform);
  strangers = [
    { who: 'nobody', credential: null, headers: {} },
    { who: 'B', credential: tokenOfB, headers: {} },
    { who: 'B for B', credential: tokenOfB, headers: { 'x-tenant': b } },
    { who: 'B for A', credential: tokenOfB, headers: { 'x-tenant': a.tenantId } },
  ];
}, 120_000);
afterAll(() => platform.remove());

const FIELDS = {
  search: `items{kind id handle artist slug path title language dateText medium
    cover{assetId altText variants{url}} highlights{field parts{text match}}}`,
  searchMine: 'items{kind id projectId title highlights{field parts{text match}}}',
} as const;
type Search = keyof typeof FIELDS;

interface Found {
  items: Array<{ kind: string; title: string }>;
  total: number;
}

function documentOf(field: Search, args: Values): string {
  const types = contract.getQueryType()?.getFields()[field]?.args ?? [];
  const names = types.filter(({ name }) => name in args);
  const declared = names.map(({ name, type }) => `$${name}:${String(type)}`).join(' ');
  const passed = names.map(({ name }) => `${name}:$${name}`).join(' ');
  const rest = 'facets{name values{value count}} total didYouMean mode notice next';
  return `query(${declared}){${field}(${passed}){${FIELDS[field]} ${rest}}}`;
}

/** What came out that must not, in an answer to a question that may itself hold the canary. */
function leakIn(question: unknown, answer: { data?: unknown; errors?: unknown }): string | null {
  const asked = JSON.stringify(question).includes(SECRET);
  const all = JSON.stringify(answer.data ?? null);
  // A question is put right word by word: what nobody knows in it comes back as it was sent.
  const data = asked ? all.replace(/"didYouMean":"[^"]*"/, '') : all;
  if (data.includes(SECRET)) return data;
  for (const id of a.privateAssetIds) if (data.includes(id)) return data;
  const errors = JSON.stringify(answer.errors ?? null);
  return errors.includes(SECRET) && !asked ? errors : null;
}

const ids = (entity: string): unknown[] => (a.targets.entities[entity] ?? []).map(({ id }) => id);

/** Every way to search that a scope has. */
const questions = (field: Search): Values[] => [
  ...['TEXT', 'SEMANTIC', 'HYBRID'].flatMap((mode) => WORDS.map((text) => ({ text, mode }))),
  ...FILTERS.map((filter) => ({ [filter]: [planted(filter)] })),
  ...['Project', 'LogEntry', 'Proposal', 'Enrichment'].flatMap((entity) =>
    ids(entity).map((similarTo) => ({ similarTo })),
  ),
  ...ids('Asset').map((pictureOf) => ({ pictureOf })),
  ...a.targets.cursors.map((cursor) => ({ text: 'title', cursor })),
  // What is refused says nothing either.
  { text: 'title', mode: SECRET },
  { text: 'title', limit: -1, tag: ['vocabulary'] },
  { mode: 'SIMILAR' },
  { mode: 'IMAGE', text: 'transcript' },
  ...(field === 'search'
    ? [{ text: 'title', handle: a.handle }, ...a.targets.names.picture!.map((picture) => ({ picture }))]
    : ids('Project').map((projectId) => ({ text: 'title', projectId }))),
];

describe.each(['search', 'searchMine'] as const)('%s', (field) => {
  test('shows no canary to those whom it is not for, in any mode', async () => {
    const leaks: string[] = [];
    for (const args of questions(field)) {
      const asked = { facets: true, limit: 100, ...args };
      for (const { who, credential, headers } of strangers) {
        const answer = await platform.graphql(credential, documentOf(field, asked), asked, headers);
        const leak = leakIn(args, answer);
        if (leak) leaks.push(`${who}, ${JSON.stringify(args)}: ${leak.slice(0, 400)}`);
      }
    }

    expect(leaks.slice(0, 5)).toEqual([]);
  }, 120_000);

  test('does not even count what has a canary in it', async () => {
    const hidden: Values[] = [
      { text: SECRET, mode: 'TEXT', facets: true },
      ...FILTERS.map((filter) => ({ [filter]: [planted(filter)], facets: true })),
    ];
    const counted: unknown[] = [];
    for (const args of hidden) {
      for (const { who, credential, headers } of strangers) {
        const { data } = await platform.graphql<Record<string, Found>>(
          credential,
          documentOf(field, args),
          args,
          headers,
        );
        // Words of one's own that are nearly the canary may be found.
        const total = data?.[field]?.items.filter(({ title }) => !title.startsWith('nachtigal ')).length ?? 0;
        if (total > 0) counted.push([who, args, data]);
      }
    }

    expect(counted).toEqual([]);
  });
});

test.each([
  'transcript',
  'document',
  'vocabulary',
  'pend',
  'acc',
  'nachtigall',
  'nachti',
  'nacht',
  'na',
  'n',
  'nachtigal',
  'tit',
  'title',
  'zaunkoenig nacht',
])('suggestions for %j hold no canary', async (text) => {
  for (const { credential, headers } of strangers) {
    const query = 'query($text:String!){suggest(text:$text,limit:20){items{text kind path}}}';
    const { data, errors } = await platform.graphql(credential, query, { text }, headers);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain(SECRET);
  }
});

test('REST and the search page show none either', async () => {
  const leaks: string[] = [];
  for (const args of questions('search').filter(({ pictureOf }) => pictureOf === undefined)) {
    const query = queryOf(Object.keys(args), args);
    for (const { who, credential, headers } of strangers) {
      const response = await platform.rest(credential, 'GET', `/v1/search?${query}`, { headers });
      const text = await response.text();
      const answer = response.ok ? { data: JSON.parse(text) as unknown } : { errors: text };
      if (leakIn(args, answer)) leaks.push(`${who}, ${query}: ${text.slice(0, 400)}`);
    }
  }
  for (const text of WORDS) {
    const { html } = await platform.page(`/search/?${new URLSearchParams({ q: text })}`);
    // Links to narrow a search repeat its words.
    const found = html.slice(html.indexOf('class="search-columns"')).replaceAll(/q=[^&"]*/g, '');
    if (!html.includes('class="search-columns"') || found.includes(SECRET)) leaks.push(`/search/?q=${text}`);
  }

  expect(leaks.slice(0, 5)).toEqual([]);
});

describe('the canaries themselves', () => {
  test('are found by their owner in everything that can be found', async () => {
    const args = { text: SECRET, mode: 'TEXT', facets: true, limit: 100 };

    const { data } = await platform.graphql<Record<string, Found>>(
      tokenOfA,
      documentOf('searchMine', args),
      args,
    );

    const kinds = new Set(data?.searchMine?.items.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(['ASSET', 'INSPIRATION', 'LOG_ENTRY', 'PAGE', 'PROJECT']);
    expect(JSON.stringify(data)).toContain(SECRET);
  });

  test.each(['transcript', 'document', 'accepted'])('are found by their owner: %s', async (word) => {
    const args = { text: word, mode: 'TEXT', facets: true, limit: 100 };

    const { data } = await platform.graphql(tokenOfA, documentOf('searchMine', args), args);

    expect(JSON.stringify(data)).toMatch(new RegExp(`"text":"${word}","match":true`, 'i'));
  });

  test('stand beside words that everybody finds', async () => {
    const args = { text: `${OPEN} title`, mode: 'TEXT', limit: 100 };

    const { data } = await platform.graphql<Record<string, Found>>(null, documentOf('search', args), args);

    expect(data?.search?.items.map(({ kind }) => kind)).toContain('WORK');
  });
});
