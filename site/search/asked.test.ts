import { describe, expect, it } from 'vitest';
import { addressOf, readAsked, toggled, variablesOf, type Asked } from './asked.ts';

const read = (query: string): Asked => readAsked(new URLSearchParams(query));

describe('an address', () => {
  it.each([
    '/search/',
    '/search/?q=wave',
    '/search/?q=%E6%B5%AA+%26+caf%C3%A9',
    '/search/?q=wave&handle=ada&kind=WORK&kind=PAGE&medium=Ink%2C+paper&from=-500&to=1900&cursor=abc',
    '/search/?similarTo=01JZ5X8Q4M7N2P9R3S6T8V0W1Y',
  ])('%s is read and written the same', (address) => {
    expect(addressOf(read(address.slice('/search/'.length)))).toBe(address);
  });

  it.each([
    ['q=+wave+', '/search/?q=wave'],
    ['q=a&kind=POEM&kind=WORK', '/search/?q=a&kind=WORK'],
    ['q=a&tag=sea&tag=sea&tag=', '/search/?q=a&tag=sea'],
    ['q=a&from=soon&to=99999999', '/search/?q=a'],
    ['unknown=1', '/search/'],
    [`q=${'x'.repeat(500)}`, `/search/?q=${'x'.repeat(400)}`],
  ])('%s is taken for %s', (query, address) => {
    expect(addressOf(read(query))).toBe(address);
  });
});

it('becomes the arguments of a search', () => {
  expect(variablesOf(read('q=wave&handle=ada&tag=sea&from=1801&cursor=c'), 24)).toEqual({
    text: 'wave',
    handle: 'ada',
    tag: ['sea'],
    yearFrom: 1801,
    cursor: 'c',
    facets: true,
    limit: 24,
  });
});

it('looks for neighbours by the work alone', () => {
  expect(variablesOf(read('q=wave&similarTo=W1'), 24)).toEqual({
    similarTo: 'W1',
    facets: true,
    limit: 24,
  });
});

it('a value is added and removed, from the first page on', () => {
  const with_ = toggled(read('q=a&tag=sea&cursor=c'), 'tag', 'ship');

  expect(addressOf(with_)).toBe('/search/?q=a&tag=sea&tag=ship');
  expect(addressOf(toggled(toggled(with_, 'tag', 'sea'), 'tag', 'ship'))).toBe('/search/?q=a');
});
