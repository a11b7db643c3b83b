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
