import { describe, expect, it } from 'vitest';
import { FIELDS, flagOf, NAMES, readInputs, SCENARIOS } from './inputs.ts';

describe('the inputs', () => {
  it('are those of a portfolio in use where nothing is said', () => {
    expect(readInputs({})).toMatchObject({ tenants: 1_000, works: 40, pagesPerVisit: 4 });
  });

  it('are taken where they are said, and the others stay', () => {
    const inputs = readInputs({ tenants: '10', mediaMb: '2.5', searches: '0' });

    expect(inputs).toMatchObject({ tenants: 10, mediaMb: 2.5, searches: 0, works: 40 });
  });

  it.for([
    ['tenants', '0', 'a whole number from 1 to 10000000', '0'],
    ['tenants', '2.5', 'a whole number', '2.5'],
    ['tenants', '1e3', 'written in digits', '1e3'],
    ['works', '-1', 'a number from 0', '-1'],
    ['works', 'many', 'such as 40', 'many'],
    ['pagesPerVisit', '', 'pages in a visit', 'nothing'],
    ['mediaMb', '100001', 'to 100000', '100001'],
    ['peak', '0.5', 'from 1', '0.5'],
    ['visits', 'NaN', 'a number', 'NaN'],
    ['visits', 'Infinity', 'a number', 'Infinity'],
    ['searches', ' 5', 'written in digits', ' 5'],
  ] as const)('refuse %s of "%s" by field, value and fix', ([name, value, fix, received]) => {
    const refused = (): unknown => readInputs({ [name]: value });

    expect(refused).toThrow(`--${flagOf(name)} (`);
    expect(refused).toThrow(fix);
    expect(refused).toThrow(`Received: ${received}.`);
  });

  it('name every field that is wrong at once', () => {
    expect(() => readInputs({ tenants: 'x', works: 'y' })).toThrow(/--tenants[^\n]*\n--works/);
  });

  it('have flags in words with hyphens', () => {
    expect(NAMES.map(flagOf)).toContain('pages-per-visit');
  });

  it('have defaults that they would take themselves', () => {
    for (const name of NAMES) {
      expect(readInputs({ [name]: String(FIELDS[name].fallback) })[name]).toBe(FIELDS[name].fallback);
    }
  });

  it('stand ready for 10, 1,000 and 100,000 tenants', () => {
    expect(SCENARIOS.map(({ name, inputs }) => [name, inputs.tenants])).toEqual([
      ['10 tenants', 10],
      ['1,000 tenants', 1_000],
      ['100,000 tenants', 100_000],
    ]);
  });
});
