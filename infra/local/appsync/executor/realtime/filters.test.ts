import { describe, expect, test } from 'vitest';
import type { Json } from '../../types.ts';
import { argumentFilter, compileFilter } from './filters.ts';

const payload = { n: 5, s: 'abc', b: true, list: ['x', 'y'], nothing: null, deep: { s: 'in' } };

const one = (fieldName: string, operator: string, value: Json): Json => ({
  filterGroup: [{ filters: [{ fieldName, operator, value }] }],
});

describe('operators', () => {
  test.each<[string, string, Json, boolean]>([
    ['n', 'eq', 5, true],
    ['n', 'eq', '5', false],
    ['b', 'eq', true, true],
    ['missing', 'eq', null, true],
    ['n', 'ne', 5, false],
    ['n', 'ne', 6, true],
    ['n', 'lt', 6, true],
    ['n', 'lt', 5, false],
    ['n', 'le', 5, true],
    ['n', 'gt', 4, true],
    ['n', 'gt', 5, false],
    ['n', 'ge', 5, true],
    ['s', 'gt', 'abb', true],
    ['n', 'ge', '1', false],
    ['nothing', 'le', 1, false],
    ['s', 'contains', 'b', true],
    ['s', 'contains', 'z', false],
    ['list', 'contains', 'x', true],
    ['s', 'notContains', 'z', true],
    ['list', 'notContains', 'x', false],
    ['s', 'beginsWith', 'ab', true],
    ['s', 'beginsWith', 'b', false],
    ['n', 'in', [1, 5], true],
    ['n', 'in', [1], false],
    ['n', 'notIn', [1], true],
    ['n', 'notIn', [5], false],
    ['n', 'between', [5, 6], true],
    ['n', 'between', [6, 7], false],
    ['list', 'containsAny', ['z', 'y'], true],
    ['s', 'containsAny', ['z', 'c'], true],
    ['s', 'containsAny', ['z'], false],
    ['deep.s', 'eq', 'in', true],
    ['s.deep', 'eq', 'in', false],
  ])('%s %s %j is %s', (fieldName, operator, value, passes) => {
    expect(compileFilter(one(fieldName, operator, value))(payload)).toBe(passes);
  });
});

describe('groups', () => {
  const yes = { fieldName: 'n', operator: 'eq', value: 5 };
  const no = { fieldName: 'n', operator: 'eq', value: 6 };

  test.each([
    [[[yes, yes]], true],
    [[[yes, no]], false],
    [[[no], [yes]], true],
    [[[no], [no]], false],
  ])('%j', (groups, passes) => {
    const filterGroup = groups.map((filters) => ({ filters }));

    expect(compileFilter({ filterGroup })(payload)).toBe(passes);
  });

  test.each<[string, Json]>([
    ['no object', 'x'],
    ['no group', { filterGroup: [] }],
    ['eleven groups', { filterGroup: Array(11).fill({ filters: [yes] }) as Json[] }],
    ['no filter', { filterGroup: [{ filters: [] }] }],
    ['six filters', { filterGroup: [{ filters: Array(6).fill(yes) as Json[] }] }],
    ['an unknown operator', one('n', 'like', 1)],
    ['six values in "in"', one('n', 'in', [1, 2, 3, 4, 5, 6])],
    ['six values in "notIn"', one('n', 'notIn', [1, 2, 3, 4, 5, 6])],
    ['twenty-one values in "containsAny"', one('n', 'containsAny', Array(21).fill(1) as Json[])],
    ['one value in "between"', one('n', 'between', [1])],
  ])('%s is refused', (_, definition) => {
    expect(() => compileFilter(definition)).toThrow(/Received/);
  });
});

test('an argument must equal the field of its name', () => {
  expect(argumentFilter({ n: 5, missing: null })(payload)).toBe(true);
  expect(argumentFilter({ n: null })(payload)).toBe(false);
  expect(argumentFilter({})(payload)).toBe(true);
});
