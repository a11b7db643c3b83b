/** The contract of the search index: what words, filters, facets, highlights and suggestions do. */
import { describe, expect, it } from 'vitest';
import { titles, useFixture, type StartTwin } from './fixture.testing.ts';
import type { Filters } from './port.ts';

/** Registers the tests; call it inside `describe`. */
export function wordsContract(start: StartTwin): void {
  const fixture = useFixture(start);
  const { mine, put, suggest, document } = fixture;

  describe('words', () => {
    it.each([
      ['folded accents', 'Café à Liège', 'cafe liege'],
      ['accents that were typed', 'Cafe in Liege', 'Café Liège'],
      ['another number', 'Boats at low tide', 'boat'],
      ['letters that do not decompose', 'Ærø færge', 'aero'],
      ['a possessive', "Hopper's window", 'hopper'],
      ['an elision', "Vue de l'Estaque", 'estaque'],
      ['Japanese, from the middle', '冨嶽三十六景 神奈川沖浪裏', '神奈川'],
      ['one character', '山水図', '水'],
      ['Arabic without vowel signs', 'مُحَمَّد في السوق', 'محمد'],
      ['Hebrew without points', 'שָׁלוֹם עולם', 'שלום'],
      ['Greek without accents', 'Αθήνα το πρωί', 'αθηνα'],
      ['Russian', 'Ночное кафе', 'КАФЕ'],
      ['one of several words', 'Winter in Utrecht', 'utrecht zebra'],
    ])('find with %s', async (_, title, text) => {
      await put('tenant', document(title), document('Nothing alike'));

      expect(titles(await mine({ text }))).toEqual([title]);
    });

    it.each([
      ['a letter replaced', 'Kathedrale von Antwerpen', 'kathedrele'],
      ['a letter left out', 'Self-portrait with monkey', 'portait'],
      ['two letters swapped', 'Vermeer at work', 'veremer'],
      ['a letter too many', 'Sunflowers', 'sunnflowers'],
    ])('are set right: %s', async (_, title, text) => {
      await put('tenant', document(title));

      const found = await mine({ text });

      expect(titles(found)).toEqual([title]);
      expect(found.didYouMean).toBeDefined();
    });

    it('say what was probably meant, and nothing where nothing was mistyped', async () => {
      await put('tenant', document('Landscape with cypresses'));

      expect((await mine({ text: 'landscpae cypresses' })).didYouMean).toBe('landscape cypresses');
      expect((await mine({ text: 'landscapes' })).didYouMean).toBeUndefined();
    });

    it.each([
      ['Storm over the ocean', 'stormy ocean'],
      ['Shade of an elm', 'shady elm'],
      ['Fog at the pier', 'foggy pier'],
    ])('made of a known word are no mistakes: %s by %s', async (title, text) => {
      await put('tenant', document(title), document('Story'), document('Shabby room'), document('Froggy'));

      const found = await mine({ text });

      expect(titles(found)[0]).toBe(title);
      expect(found.didYouMean).toBeUndefined();
    });

    it('are set right by one that begins alike before others that are as near', async () => {
      await put('tenant', document('Bower'), document('Bower again'), document('Tower'));

      expect((await mine({ text: 'tiwer' })).didYouMean).toBe('tower');
      expect((await mine({ text: 'xower' })).didYouMean).toBe('bower');
    });

    it('weigh more in a title than in a body, and all of them more than some', async () => {
      await put(
        'tenant',
        document('On method', { body: 'The harbour at night, seen once from the pier.' }),
        document('Harbour'),
        document('Night'),
        document('Harbour at night'),
      );

      expect(titles(await mine({ text: 'harbour' }))[0]).toMatch(/^Harbour/);
      expect(titles(await mine({ text: 'harbour night' }))[0]).toBe('Harbour at night');
    });

    it('come first where all of them stand, however often or tellingly some do elsewhere', async () => {
      const often = Array.from({ length: 40 }, () => 'harbour lantern').join(' ');
      await put(
        'tenant',
        document('Harbour lantern', { altTitles: ['Harbour'], tags: ['harbour', 'lantern'], body: often }),
        document('Lantern', { people: ['Lantern'], tags: ['lantern'], summary: often }),
        document('Ledger', { body: `Nothing. ${'Filler words. '.repeat(60)} lantern` }),
        document('Notebook', { body: `harbour ${'Filler words. '.repeat(60)} mist`, context: ['lantern'] }),
        document('Diary', { body: `${'Filler words. '.repeat(60)} mist, harbour, lantern` }),
        document('Mist', { tags: ['mist'], medium: 'mist' }),
      );

      const found = titles(await mine({ text: 'harbour lantern mist' }));

      expect(new Set(found.slice(0, 2))).toEqual(new Set(['Notebook', 'Diary']));
      expect(found.slice(2)).toContain('Harbour lantern');
      expect(found).toHaveLength(6);
    });

    it('are looked for in every field of text', async () => {
      await put(
        'tenant',
        document('One', {
          altTitles: ['Wapiti'],
          people: ['Wombat'],
          tags: ['walrus'],
          medium: 'weasel hair',
          summary: 'a whale',
          body: 'some warthogs',
          context: ['Wolverine period'],
        }),
      );

      for (const text of ['wapiti', 'wombat', 'walrus', 'weasel', 'whale', 'warthog', 'wolverine']) {
        expect(titles(await mine({ text })), text).toEqual(['One']);
      }
    });

    it('that are none find nothing; no words at all list everything, latest first', async () => {
      await put('tenant', document('Old', { at: '2020-01-01T00:00:00.000Z' }), document('New'));

      expect((await mine({ text: '?!' })).hits).toEqual([]);
      expect(titles(await mine({ text: ' ' }))).toEqual(['New', 'Old']);
      expect(titles(await mine({ mode: 'hybrid' }))).toEqual(['New', 'Old']);
    });

    it.each([
      'AND',
      'OR NOT',
      '"',
      '"wave',
      'title:wave',
      'labels : l1',
      '-labels',
      'NEAR(wave red, 5)',
      'wave*',
      '^wave',
      '{title}',
      '(((',
      'wave + red',
      "'; DROP TABLE document; --",
      '\0',
      'wa\0ve',
      '\ud800',
      '\u202e\u200b',
      '🙂🙂',
      '%_',
      '\\',
      'a'.repeat(10_000),
      'wave '.repeat(2_000),
      '浪'.repeat(10_000),
      Array.from({ length: 2_000 }, (_, at) => `w${at}`).join(' '),
    ])('never break: %j', async (text) => {
      await put('tenant', document('The great wave', { tags: ['red'] }));

      for (const mode of ['text', 'hybrid', 'semantic', 'image', 'similar'] as const) {
        const found = await mine({ mode, text, like: text, facets: ['tag'], filters: { kinds: ['work'] } });
        expect(found.hits.length).toBeLessThanOrEqual(1);
      }
      await suggest(text);
      const filtered = { tags: [text], medium: [text], licence: [text], projectId: text, tenantId: text };
      expect((await mine({ text: 'wave', filters: filtered })).hits).toEqual([]);
    });
  });

  describe('filters', () => {
    it.each<[string, Filters, string[]]>([
      ['a kind', { kinds: ['log'] }, ['C']],
      ['one kind or another', { kinds: ['log', 'asset'] }, ['B', 'C']],
      ['a medium, folded and whole', { medium: ['OIL  ON CANVAS'] }, ['A']],
      ['no part of a medium', { medium: ['oil'] }, []],
      ['a tag', { tags: ['Été'] }, ['A', 'B']],
      ['a tag without its accents', { tags: ['ete'] }, ['A', 'B']],
      ['two filters', { tags: ['ete'], colours: ['red'] }, ['B']],
      ['a classification', { classification: ['Print'] }, ['B']],
      ['a licence', { licence: ['CC0-1.0'] }, ['A']],
      ['a language', { language: ['FR'] }, ['C']],
      ['a project', { projectId: 'p1' }, ['A']],
      ['years that meet a span', { yearFrom: 1895, yearTo: 1899 }, ['A']],
      ['years from', { yearFrom: 1901 }, ['B']],
      ['years to, BC included', { yearTo: -1 }, ['C']],
      ['a value that nobody has', { tags: ['zebra'] }, []],
    ])('keep %s', async (_, filters, wanted) => {
      const tenant = fixture.tenant;
      await put(
        'tenant',
        document('A sheet', {
          tags: ['été'],
          medium: 'Oil on canvas',
          licence: 'CC0-1.0',
          yearFrom: 1890,
          yearTo: 1900,
          projectId: `p1`,
        }),
        document('B sheet', {
          kind: 'asset',
          tags: ['ÉTÉ'],
          classification: 'print',
          colours: ['red', 'blue'],
          yearFrom: 1905,
        }),
        document('C sheet', { kind: 'log', language: 'fr', yearFrom: -50 }),
      );

      const found = [await mine({ text: 'sheet', filters }), await mine({ filters })];

      for (const answer of found) {
        expect(titles(answer).toSorted()).toEqual(wanted.map((name) => `${name} sheet`));
        expect(answer.total).toEqual({ count: wanted.length, atLeast: false });
        expect(answer.hits.every(({ tenantId }) => tenantId === tenant)).toBe(true);
      }
    });
  });

  describe('facets', () => {
    it('count what was found, the most frequent first, and nothing else', async () => {
      await put(
        'tenant',
        document('Print one', { tags: ['sea', 'Boats'], yearFrom: 1801, colours: ['blue'] }),
        document('Print two', { tags: ['sea'], yearFrom: 1900, licence: 'CC0-1.0' }),
        document('Print three', { kind: 'log', yearFrom: 1901, language: 'en' }),
        document('Bowl', { tags: ['clay'], classification: 'ceramics', medium: 'stoneware' }),
      );

      const { facets } = await mine({
        text: 'print',
        facets: ['tag', 'kind', 'century', 'colour', 'medium'],
      });

      expect(facets).toEqual({
        tag: [
          { value: 'sea', count: 2 },
          { value: 'Boats', count: 1 },
        ],
        kind: [
          { value: 'work', count: 2 },
          { value: 'log', count: 1 },
        ],
        century: [
          { value: '19', count: 2 },
          { value: '20', count: 1 },
        ],
        colour: [{ value: 'blue', count: 1 }],
        medium: [],
      });
    });
  });

  describe('highlights', () => {
    it('tell the found words from the rest, in pieces', async () => {
      const before = 'Notes on ink and paper. '.repeat(60);
      const body = `${before}The wave breaks over <b>boats</b>. ${before}`;
      await put('tenant', document('Great Waves', { body }));

      const [hit] = (await mine({ text: 'wave' })).hits;

      expect(hit?.highlights[0]).toEqual({
        field: 'title',
        parts: [
          { text: 'Great ', match: false },
          { text: 'Waves', match: true },
        ],
      });
      const parts = hit?.highlights.find(({ field }) => field === 'body')?.parts ?? [];
      expect(parts.filter(({ match }) => match).map(({ text }) => text)).toEqual(['wave']);
      expect(parts.map(({ text }) => text).join('').length).toBeLessThan(500);
    });

    it('stand in scripts without spaces', async () => {
      await put('tenant', document('神奈川沖浪裏'));

      const [hit] = (await mine({ text: '沖浪' })).hits;

      expect(hit?.highlights[0]?.parts.find(({ match }) => match)?.text).toContain('沖浪');
    });
  });

  describe('suggestions', () => {
    it('complete titles and names as one types', async () => {
      await put(
        'tenant',
        document('Painting the pier', { people: ['Berthe Morisot'], path: 'pier' }),
        document('The painted sea'),
      );

      expect((await suggest('paint')).map(({ text }) => text)).toEqual([
        'Painting the pier',
        'The painted sea',
      ]);
      expect((await suggest('painting the p'))[0]).toMatchObject({
        text: 'Painting the pier',
        kind: 'work',
        tenantId: fixture.tenant,
        path: 'pier',
      });
      expect((await suggest('berthe mor')).map(({ text }) => text)).toEqual(['Berthe Morisot']);
      expect(await suggest('')).toEqual([]);
      expect(await suggest('zebra')).toEqual([]);
    });
  });
}
