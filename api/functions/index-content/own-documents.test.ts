import { expect, test } from 'vitest';
import type { Item } from '../../ports/table/port.ts';
import { ownDocument, type OwnEntity } from './own-documents.ts';

const ITEM = {
  id: 'X1',
  tenantId: 'T1',
  version: 2,
  updatedAt: '2026-01-01T00:00:00.000Z',
  audience: 'PRIVATE',
};
const KINDS: Record<OwnEntity, string> = {
  project: 'project',
  log: 'log',
  asset: 'asset',
  inspiration: 'inspiration',
  page: 'ownPage',
};

test.each<{ what: string; entity: OwnEntity; item: Item; derived?: Item; is: object }>([
  {
    what: 'a draft',
    entity: 'project',
    item: {
      title: 'Harbour',
      foreignTitle: 'Hafen',
      credits: [{ name: 'Bo', role: 'print' }],
      tags: ['sea'],
      medium: 'Oil',
      description: 'Two *boats*',
      body: '# Making',
      places: ['Ghent'],
      facts: [{ key: 'rkd', label: 'RKD', value: 'https://rkd.example/explore/images/7' }],
      yearStart: 1890,
      licence: 'CC0-1.0',
      language: 'en',
    },
    is: {
      title: 'Harbour',
      altTitles: ['Hafen'],
      people: ['Bo'],
      tags: ['sea'],
      medium: 'Oil',
      summary: 'Two boats',
      body: 'Making',
      context: ['Ghent'],
      yearFrom: 1890,
      yearTo: 1890,
      licence: 'CC0-1.0',
      language: 'en',
    },
  },
  {
    what: 'a private log entry',
    entity: 'log',
    item: { projectId: 'P1', title: 'Day 1', body: '*Primed*', tags: ['gesso'], language: 'de' },
    is: { projectId: 'P1', title: 'Day 1', body: 'Primed', tags: ['gesso'], language: 'de' },
  },
  {
    what: 'a log entry without a title, by its beginning',
    entity: 'log',
    item: { projectId: 'P1', body: 'word '.repeat(30) },
    is: {
      projectId: 'P1',
      title: `${'word '.repeat(15)}word…`,
      body: 'word '.repeat(30).trim(),
    },
  },
  {
    what: 'a picture with its colours',
    entity: 'asset',
    item: { projectId: 'P1', fileName: 'a.jpg', altText: 'Boats', caption: 'Dusk', credit: 'Ann' },
    derived: { revision: 3, palette: ['#0000ff', '#0000f0'] },
    is: {
      projectId: 'P1',
      version: 2 * 2 ** 20 + 3,
      title: 'a.jpg',
      people: ['Ann'],
      body: 'Boats\n\nDusk',
      colours: ['blue'],
    },
  },
  {
    what: 'an asset without a name',
    entity: 'asset',
    item: { projectId: 'P1' },
    is: { projectId: 'P1', title: 'X1' },
  },
  {
    what: 'an inspiration',
    entity: 'inspiration',
    item: {
      title: 'Tide',
      creator: 'Li',
      note: '*grey*',
      tags: ['sea'],
      sourceUrl: 'https://www.tate.example/a?b',
      licence: 'PDM',
      facts: [
        { key: 'ref', label: 'Reference', value: 'https://catalogue.example/T123' },
        { key: 'room', label: 'Room', value: 'room 7' },
      ],
    },
    is: {
      title: 'Tide',
      people: ['Li'],
      summary: 'grey',
      tags: ['sea'],
      body: 'tate.example\n\nroom 7',
      licence: 'PDM',
    },
  },
  {
    what: 'a page',
    entity: 'page',
    item: { title: 'About', summary: 'Who', body: 'I *am*', language: 'en' },
    is: { title: 'About', summary: 'Who', body: 'I am', language: 'en' },
  },
])('$what is found by its tenant', ({ entity, item, derived, is }) => {
  const document = ownDocument(entity, { ...ITEM, ...item }, derived);

  expect(document).toEqual({
    docKey: `${KINDS[entity]}#X1`,
    tenantId: 'T1',
    kind: KINDS[entity],
    entityId: 'X1',
    version: 2 * 2 ** 20,
    at: '2026-01-01T00:00:00.000Z',
    ...is,
  });
});
