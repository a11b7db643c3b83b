import { expect, it } from 'vitest';
import { headOf } from './profile.ts';

const told = { dateText: '1834–1917', nationality: 'French', summary: 'He drew dancers.' };

it('heads a portfolio with a short summary and the nationality', () => {
  expect(headOf(told)).toEqual({ nationality: 'French', summary: 'He drew dancers.' });
});

it.each([
  ['a summary that is long', { ...told, summary: 'word '.repeat(80) }],
  ['a summary that repeats the dates', { ...told, summary: '1834–1917.' }],
  ['no summary', { ...told, summary: null }],
])('leaves %s to the text below', (_, profile) => {
  expect(headOf(profile).summary).toBeNull();
});

it.each([
  ['that the dates name', { ...told, dateText: 'French, 1834–1917' }],
  ['that is not known', { ...told, nationality: null }],
])('leaves out a nationality %s', (_, profile) => {
  expect(headOf(profile).nationality).toBeNull();
});
