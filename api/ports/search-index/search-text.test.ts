import { describe, expect, it } from 'vitest';
import { centuries, fold, meantText, queryWords, terms, words } from './search-text.ts';
import { stem } from './stem.ts';

describe('texts of searches', () => {
  it.each([
    ["L’Atelier d'Orsay", ['atelier', 'orsay']],
    ["Hopper's Café", ['hopper', 'cafe']],
    ['Ærø, Straße, Łódź', ['aero', 'strasse', 'lodz']],
    ['第3回 富士山', ['第', '3', '回', '富士山']],
    ['ガラス', ['ガラス']],
    ['हिन्दी', ['हिन्दी']],
    ['a'.repeat(100), ['a'.repeat(64)]],
    ['\0"* ^', []],
  ])('%j is %j', (text, wanted) => {
    expect(words(text)).toEqual(wanted);
  });

  it('are cut into pairs where no spaces are written', () => {
    expect(terms('富士山')).toEqual(['富士', '士山', '山']);
    expect(terms('山')).toEqual(['山']);
  });

  it('lose their stop words in a query, unless there are no others', () => {
    expect(queryWords('The house of the sea', 10)).toEqual(['house', 'sea']);
    expect(queryWords('To be of the', 10)).toEqual(['to', 'be', 'of', 'the']);
    expect(queryWords('one two three', 2)).toEqual(['one', 'two']);
  });

  it('fold the same whichever way they are composed', () => {
    expect(fold('É')).toBe(fold('E\u0301'));
    expect(fold('が')).toBe(fold('か\u3099'));
  });

  it('are written again as they were meant', () => {
    const meant = new Map([['lndscape', ['landscape', 'landscapes']]]);
    expect(meantText('A "Lndscape", 1880', meant)).toBe('A "landscape", 1880');
    expect(meantText('A landscape', meant)).toBeUndefined();
  });

  it('are not written again where that is longer than a query may be', () => {
    const meant = new Map([['lndscape', ['landscape']]]);
    const rest = 'x'.repeat(390);

    expect(meantText(`lndscape ${rest}`, meant)).toHaveLength(400);
    expect(meantText(`lndscape x${rest}`, meant)).toBeUndefined();
  });

  it.each([
    [1801, 1900, ['19']],
    [1900, 1901, ['19', '20']],
    [1901, 1801, ['19', '20']],
    [-50, undefined, ['-1']],
    [-1, 1, ['-1', '1']],
    [undefined, undefined, []],
  ])('years %s to %s are of the centuries %j', (from, to, wanted) => {
    expect(centuries(from, to)).toEqual(wanted);
  });
});

// From the paper, section 2.
it.each([
  ['caresses', 'caress'],
  ['ponies', 'poni'],
  ['feed', 'feed'],
  ['agreed', 'agre'],
  ['plastered', 'plaster'],
  ['motoring', 'motor'],
  ['sing', 'sing'],
  ['conflated', 'conflat'],
  ['hopping', 'hop'],
  ['filing', 'file'],
  ['happy', 'happi'],
  ['sky', 'sky'],
  ['relational', 'relat'],
  ['vietnamization', 'vietnam'],
  ['electrical', 'electr'],
  ['adoption', 'adopt'],
  ['controll', 'control'],
  ['rate', 'rate'],
  ['1820s', '1820s'],
  ['étude', 'étude'],
])('the stem of %s is %s', (word, wanted) => {
  expect(stem(word)).toBe(wanted);
});
