import { expect, it } from 'vitest';
import { licenceOfAddress, licenceOfWords } from './licence.ts';

it.each([
  ['https://creativecommons.org/licenses/by/4.0/', 'CC-BY-4.0'],
  ['http://creativecommons.org/licenses/by-nc-nd/3.0/us/', 'CC-BY-NC-ND-3.0-US'],
  ['//creativecommons.org/licenses/by-sa/4.0/legalcode.de', 'CC-BY-SA-4.0'],
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
  ['https://creativecommons.org/publicdomain/mark/1.0/deed.en', 'Public Domain Mark 1.0'],
  ['https://creativecommons.org/about/', undefined],
  ['https://opensource.org/license/mit', undefined],
])('the licence at %s is %s', (address, licence) => {
  expect(licenceOfAddress(address)).toBe(licence);
});

it.each([
  [
    'Content on this site is licensed under the Creative Commons Attribution Share-Alike License v3.0.',
    'CC-BY-SA-3.0',
  ],
  [
    'Licensed under a Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International License',
    'CC-BY-NC-ND-4.0',
  ],
  ['Content licensed under CC-BY unless otherwise stated.', 'CC-BY'],
  ['Except where otherwise noted, this is CC0.', 'CC0-1.0'],
  ['We wrote about Creative Commons Attribution 4.0.', undefined],
])('the words "%s" state %s', (words, licence) => {
  expect(licenceOfWords(words)).toBe(licence);
});
