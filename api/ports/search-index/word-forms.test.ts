import { expect, it } from 'vitest';
import { basesOf } from './word-forms.ts';

it.each([
  ['stormy', 'storm'],
  ['shady', 'shade'],
  ['foggy', 'fog'],
  ['happily', 'happy'],
  ['dreamlike', 'dream'],
  ['seaward', 'sea'],
  ['bathing', 'bathe'],
  ['gloominess', 'gloomy'],
])('%s may be made of %s', (word, base) => {
  expect(basesOf(word)).toContain(base);
});

it.each(['storm', 'kathedrele', 'sea', 'as'])('%s is made of no other', (word) => {
  expect(basesOf(word)).toEqual([]);
});
