import { expect, test } from 'vitest';
import type { SearchDocument } from '../../ports/search-index/port.ts';
import { embeddedText, isRead } from './embedded-text.ts';

const document = (fields: Partial<SearchDocument> = {}): SearchDocument => ({
  ...{ docKey: 'work#1', tenantId: 'T', kind: 'work', entityId: '1', version: 1, title: 'Harbour', at: '' },
  ...fields,
});

test('begins with what the thing is, and leaves people out', () => {
  const text = embeddedText(
    document({
      altTitles: ['Ports'],
      people: ['Mona Ray'],
      medium: 'Oil',
      classification: 'Painting',
      tags: ['sea'],
      context: ['Ghent'],
      summary: 'Two boats.',
      body: 'Long.',
    }),
    1000,
  );

  expect(text).toBe('Harbour. Ports\nPainting, Oil, sea, Ghent\nTwo boats.\nLong.');
});

test('is cut at a word', () => {
  expect(embeddedText(document({ body: 'one two three' }), 15)).toBe('Harbour\none');
});

test('leaves out what says nothing: addresses, measures and numbers of records', () => {
  const text = embeddedText(
    document({
      context: ['Ghent', '1876', 'tate:N00799', 'c.1775–8', 'Second Empire'],
      body: 'A pier.\n\n1270 x 1003 mm\n\nartworks/n/007/n00799.json\n\nBoats.',
    }),
    1000,
  );

  expect(text).toBe('Harbour\nGhent, Second Empire\nA pier.\n\nBoats.');
});

test("takes the beginning of a work's body, and all of a log entry", () => {
  const body = 'word '.repeat(100).trim();

  expect(embeddedText(document({ body }), 2000).length).toBeLessThan(320);
  expect(embeddedText(document({ kind: 'log', body }), 2000)).toBe(`Harbour\n${body}`);
});

const model = (languages?: string[]) => ({
  id: 'm',
  dimensions: 1,
  maxCharacters: 1,
  ...(languages && { languages }),
});

test.each([
  { language: 'en', languages: ['en'], read: true },
  { language: 'en-GB', languages: ['en'], read: true },
  { language: 'EN', languages: ['en'], read: true },
  { language: 'de', languages: ['en'], read: false },
  { language: 'enm', languages: ['en'], read: false },
  { language: undefined, languages: ['en'], read: true },
  { language: 'de', languages: undefined, read: true },
])('$language is read by a model of $languages: $read', ({ language, languages, read }) => {
  expect(isRead(document(language ? { language } : {}), model(languages))).toBe(read);
});
