import { expect, it } from 'vitest';
import { joinHyphens, mappedText } from './pdf-text.ts';

it.each([
  ['a line that is whole', 'Über dem Meer', 'Über dem Meer'],
  ['codes among Arabic', ' يبيبَحϲΒϴΒ ˴\u0003', ' يبيبَح '],
  ['nothing but codes', '\u0003\ue010', ''],
  ['a control character among Latin', 'foot\u0002note 3', 'footnote 3'],
])('of %s, what a font maps is kept', (_, run, kept) => {
  expect(mappedText(run)).toBe(kept);
});

it.each([
  ['adip-\niscing elit', 'adipiscing elit'],
  ['Saint-\nDenis', 'Saint-\nDenis'],
  ['soft\u00adly', 'softly'],
  ['1914-\n1918', '1914-\n1918'],
])('%j is joined to %j', (text, joined) => {
  expect(joinHyphens(text)).toBe(joined);
});
