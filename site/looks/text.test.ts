import { describe, expect, it } from 'vitest';
import { dayText, excerpt, languageText, safeHref, scriptJson, yearText } from './text.ts';

describe('words for values', () => {
  it.each([
    [1850, '1850'],
    [-500, '500 BC'],
    [0, '0'],
  ])('a year %i is %s', (year, text) => {
    expect(yearText(year)).toBe(text);
  });

  it.each([
    ['2024-03-01T23:30:00.000Z', '1 March 2024'],
    ['2024-03-01', '1 March 2024'],
    ['1873-09-14T00:00:00Z', '14 September 1873'],
    ['no date', 'no date'],
  ])('a day %s is %s', (day, text) => {
    expect(dayText(day)).toBe(text);
  });

  it.each([
    ['ja', 'Japanese'],
    ['en-GB', 'British English'],
    ['not a tag', 'not a tag'],
    ['', ''],
  ])('a language %j is %j', (tag, text) => {
    expect(languageText(tag)).toBe(text);
  });
});

describe('links', () => {
  it.each(['https://a.example/', 'http://a.example/?b=1', 'mailto:a@b.example', 'HTTPS://A.EXAMPLE'])(
    '%s may become one',
    (url) => {
      expect(safeHref(url)).toBe(url);
    },
  );
  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:1',
    'data:text/html,x',
    'https:evil',
    '//evil.example',
    'vbscript:x',
    '',
    null,
  ])('%j may not', (url) => {
    expect(safeHref(url)).toBeNull();
  });
});

describe('texts for heads', () => {
  it('are one line, cut between words', () => {
    expect(excerpt('One\n two   three', 100)).toBe('One two three');
    expect(excerpt('One two three four', 12)).toBe('One two…');
    expect(excerpt('x'.repeat(300)).length).toBeLessThanOrEqual(160);
  });

  it('in a script close nothing and open nothing', () => {
    const value = { text: '</script><!-- & \u2028 é' };
    expect(scriptJson(value)).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(scriptJson(value))).toEqual(value);
  });
});
