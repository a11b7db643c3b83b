import { describe, expect, test } from 'vitest';
import type { PageDocument, ProjectDocument, PublicTenant } from '../../ports/public-content/port.ts';
import { pageDocument, portfolioDocument, workDocument } from './public-documents.ts';

const NOTHING = { facts: null, links: null, licence: null, visibility: 'LISTED', version: 1 } as const;

const LONG = 'a word '.repeat(20).trim();

const tenant = (profile: Partial<PublicTenant['profile']> = {}): PublicTenant => ({
  tenantId: 'T1',
  handle: 'mona',
  oldHandles: [],
  profile: {
    ...NOTHING,
    ...{ sortName: null, altNames: null, dateText: null, birthYear: null, deathYear: null, birthPlace: null },
    ...{ deathPlace: null, nationality: null, summary: null, statement: null, statementHtml: null },
    name: 'Mona Ray',
    kind: 'PERSON',
    publishedAt: '2026-01-01T00:00:00.000Z',
    ...profile,
  },
});

const work = (fields: Partial<ProjectDocument> = {}): ProjectDocument => ({
  ...NOTHING,
  ...{ foreignTitle: null, language: null, series: null, dateText: null, yearStart: null, yearEnd: null },
  ...{
    medium: null,
    classification: null,
    dimensions: null,
    inscription: null,
    description: null,
    body: null,
  },
  ...{ provenance: null, creditLine: null, culture: null, period: null, places: null, tags: null },
  ...{
    machineMade: null,
    bodyHtml: null,
    credits: null,
    cover: null,
    images: [],
    logs: [],
    inspirations: [],
  },
  id: 'W1',
  slug: 'harbour',
  title: 'Harbour',
  publishedAt: '2026-02-02T00:00:00.000Z',
  ...fields,
});

const image = (fields: Partial<ProjectDocument['images'][number]>) => ({
  ...{ assetId: 'A1', width: 1, height: 1, thumbhash: null, palette: null, altText: null, caption: null },
  ...{ credit: null, focalPoint: null, variants: [], machineMade: null },
  ...fields,
});
const log = (fields: Partial<ProjectDocument['logs'][number]>) => ({
  ...{
    id: 'L1',
    title: null,
    body: '',
    bodyHtml: '',
    occurredAt: '',
    assetIds: null,
    tags: null,
    language: null,
  },
  ...fields,
});
const inspiration = (fields: Partial<ProjectDocument['inspirations'][number]>) => ({
  ...{
    id: 'I1',
    title: '',
    creator: null,
    sourceUrl: null,
    note: null,
    tags: null,
    licence: null,
    facts: null,
    machineMade: null,
  },
  ...fields,
});

describe('a work', () => {
  const bare = {
    docKey: 'work#W1',
    tenantId: 'T1',
    kind: 'work',
    entityId: 'W1',
    version: 7,
    path: 'harbour',
    title: 'Harbour',
    people: ['Mona Ray'],
    at: '2026-02-02T00:00:00.000Z',
  };

  test('without more has its title, its artist and its place, and no empty fields', () => {
    expect(workDocument(tenant(), work(), 7)).toEqual(bare);
  });

  test.each<{
    of: string;
    fields: Partial<ProjectDocument>;
    profile?: Partial<PublicTenant['profile']>;
    is: object;
  }>([
    {
      of: 'other titles',
      fields: { foreignTitle: 'Hafen', series: 'Ports' },
      is: { altTitles: ['Hafen', 'Ports'] },
    },
    {
      of: 'people',
      fields: { credits: [{ name: 'Bo Lind', role: 'print', handle: null }] },
      profile: { altNames: ['M. Ray'] },
      is: { people: ['Mona Ray', 'Bo Lind', 'M. Ray'] },
    },
    { of: 'tags, each once', fields: { tags: ['sea', 'sea', ' '] }, is: { tags: ['sea'] } },
    { of: 'medium', fields: { medium: 'Oil on canvas' }, is: { medium: 'Oil on canvas' } },
    {
      of: 'a description in Markdown',
      fields: { description: 'Two **boats**' },
      is: { summary: 'Two boats' },
    },
    {
      of: 'longer texts',
      fields: {
        body: '# Making',
        images: [image({ altText: 'Boats', caption: 'Dusk', credit: 'Ann' })],
        logs: [log({ title: 'Day 1', body: '*Primed*' })],
        inspirations: [
          inspiration({
            ...{ title: 'Tide', creator: 'Li', note: 'grey' },
            facts: [{ key: 'site', label: 'Site', value: 'Tate' }],
          }),
        ],
        inscription: 'MR',
        provenance: 'Bought',
        creditLine: 'Gift',
      },
      is: {
        body: [
          'Making',
          'Boats',
          'Dusk',
          'Ann',
          'Day 1',
          'Primed',
          'Tide',
          'Li',
          'grey',
          'Tate',
          'MR',
          'Bought',
          'Gift',
        ].join('\n\n'),
      },
    },
    {
      of: 'what surrounds it',
      fields: {
        places: ['Ghent'],
        period: 'Late',
        culture: 'Flemish',
        dateText: 'about 1890',
        classification: 'Painting',
        dimensions: '3 cm',
        facts: [
          { key: 'f', label: 'Frame', value: 'gilt' },
          { key: 'wikidata', label: 'Wikidata', value: 'https://www.wikidata.org/wiki/Q12418' },
          { key: 'accession', label: 'Accession number', value: '1890.12' },
          { key: 't', label: 'Text in the picture', value: LONG },
        ],
      },
      is: {
        context: ['Ghent', 'Late', 'Flemish', 'about 1890'],
        classification: 'Painting',
        body: ['Painting', '3 cm', 'gilt', '1890.12', LONG].join('\n\n'),
      },
    },
    { of: 'one year', fields: { yearStart: 1890 }, is: { yearFrom: 1890, yearTo: 1890 } },
    { of: 'a last year alone', fields: { yearEnd: 1891 }, is: { yearFrom: 1891, yearTo: 1891 } },
    { of: 'years', fields: { yearStart: -20, yearEnd: 0 }, is: { yearFrom: -20, yearTo: 0 } },
    {
      of: 'colours of all its pictures, by name',
      fields: { images: [image({ palette: ['#0000ff', '#ff0000'] }), image({ palette: ['#1a2a5e'] })] },
      is: { colours: ['blue', 'red'] },
    },
    {
      of: 'licence and language',
      fields: { licence: 'CC0-1.0', language: 'de' },
      is: { licence: 'CC0-1.0', language: 'de' },
    },
  ])('has $of', ({ fields, profile, is }) => {
    expect(workDocument(tenant(profile), work(fields), 7)).toEqual({ ...bare, ...is });
  });

  test.each([
    { what: 'unlisted', profile: {}, fields: { visibility: 'UNLISTED' } as const },
    { what: 'in an unlisted portfolio', profile: { visibility: 'UNLISTED' } as const, fields: {} },
  ])('is not found when $what', ({ profile, fields }) => {
    expect(workDocument(tenant(profile), work(fields), 7)).toBeNull();
  });

  test('with more text than anybody reads stays a document', () => {
    const logs = Array.from({ length: 50 }, (_, day) => log({ body: `Day ${day} `.repeat(2000) }));

    expect(workDocument(tenant(), work({ logs }), 7)?.body?.length).toBe(400_000);
  });
});

test('a portfolio is found by names, texts, places and years', () => {
  const profile = {
    altNames: ['M. Ray'],
    summary: 'Painter.',
    statement: 'I *paint*.',
    birthYear: 1850,
    birthPlace: 'Ghent',
    nationality: 'Belgian',
    licence: 'CC0-1.0',
  };

  expect(portfolioDocument(tenant(profile), 3)).toEqual({
    docKey: 'portfolio#T1',
    tenantId: 'T1',
    kind: 'portfolio',
    entityId: 'T1',
    version: 3,
    title: 'Mona Ray',
    altTitles: ['M. Ray'],
    summary: 'Painter.',
    body: 'I paint.',
    context: ['Ghent', 'Belgian'],
    yearFrom: 1850,
    yearTo: 1850,
    licence: 'CC0-1.0',
    at: '2026-01-01T00:00:00.000Z',
  });
});

test('an unlisted portfolio is not found', () => {
  expect(portfolioDocument(tenant({ visibility: 'UNLISTED' }), 3)).toBeNull();
});

describe('a page', () => {
  const page: PageDocument = {
    id: 'P1',
    path: 'about',
    title: 'About',
    summary: 'Who',
    body: 'I *am*',
    bodyHtml: '',
    language: 'en',
    sortOrder: null,
    visibility: 'LISTED',
    version: 1,
    publishedAt: '2026-03-03T00:00:00.000Z',
  };

  test('is found by its texts and its artist', () => {
    expect(pageDocument(tenant(), page, 5)).toEqual({
      docKey: 'page#P1',
      tenantId: 'T1',
      kind: 'page',
      entityId: 'P1',
      version: 5,
      path: 'about',
      title: 'About',
      people: ['Mona Ray'],
      summary: 'Who',
      body: 'I am',
      language: 'en',
      at: '2026-03-03T00:00:00.000Z',
    });
  });

  test('is not found when it or its portfolio is unlisted', () => {
    expect(pageDocument(tenant(), { ...page, visibility: 'UNLISTED' }, 5)).toBeNull();
    expect(pageDocument(tenant({ visibility: 'UNLISTED' }), page, 5)).toBeNull();
  });
});
