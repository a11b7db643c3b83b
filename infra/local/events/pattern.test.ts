import { describe, expect, test } from 'vitest';
import { OPERATORS, type PatternCase, VALUES } from './pattern-cases.testing.ts';
import { compilePattern, InvalidEventPatternException } from './pattern.ts';

const check = (_what: string, pattern: unknown, event: unknown, matches: boolean): void =>
  expect(compilePattern(pattern)(event)).toBe(matches);

describe('values and fields', () => {
  test.each(VALUES)('%s', check);
});

describe('operators', () => {
  test.each(OPERATORS)('%s', check);
});

describe('$or', () => {
  const or = {
    detail: {
      $or: [
        { 'c-count': [{ numeric: ['>', 0, '<=', 5] }] },
        { 'd-count': [{ numeric: ['<', 10] }] },
        { 'x-limit': [{ 'anything-but': [100, 200, 300] }] },
      ],
    },
  };
  test.each<PatternCase>([
    ['the first', or, { detail: { 'c-count': 3 } }, true],
    ['the last', or, { detail: { 'c-count': 6, 'x-limit': 1 } }, true],
    ['none', or, { detail: { 'c-count': 6, 'd-count': 10, 'x-limit': 100 } }, false],
    ['beside a field: both', { source: ['a'], $or: [{ b: [1] }, { c: [2] }] }, { source: 'a', c: 2 }, true],
    [
      'beside a field: the field alone',
      { source: ['a'], $or: [{ b: [1] }, { c: [2] }] },
      { source: 'a', c: 3 },
      false,
    ],
    ['within another', { $or: [{ a: [1] }, { $or: [{ b: [1] }, { c: [1] }] }] }, { c: 1 }, true],
    ['absence in a branch', { $or: [{ a: [{ exists: false }] }, { b: [1] }] }, { b: 2 }, true],
    ['as the name of a field', { $or: ['x'] }, { $or: 'x' }, true],
  ])('%s', check);
});

describe('what EventBridge refuses', () => {
  test.each<[string, unknown, string, string]>([
    ['no object', [], 'Filter is not an object', ''],
    ['an empty object', { detail: {} }, 'Empty objects are not allowed', 'detail'],
    ['an empty list', { detail: { a: [] } }, 'Empty arrays are not allowed', 'detail.a'],
    ['a bare value', { source: 'aws.ec2' }, '"source" must be an object or an array', 'source'],
    ['a list in a list', { a: [['x']] }, 'Match value must be String, number, true, false, or null', 'a'],
    ['an unknown operator', { a: [{ sufix: 'x' }] }, 'Unrecognized match type sufix', 'a'],
    [
      'two operators at once',
      { a: [{ prefix: 'x', suffix: 'y' }] },
      'Only one key allowed in match expression',
      'a',
    ],
    ['no operator', { a: [{}] }, 'Only one key allowed in match expression', 'a'],
    ['a prefix that is no string', { a: [{ prefix: 1 }] }, 'prefix match pattern must be a string', 'a'],
    [
      'a prefix of something else',
      { a: [{ prefix: { wildcard: '*' } }] },
      'Unsupported prefix pattern: wildcard',
      'a',
    ],
    [
      'exists with a word',
      { a: [{ exists: 'yes' }] },
      'exists match pattern must be either true or false',
      'a',
    ],
    [
      'anything but of mixed types',
      { a: [{ 'anything-but': [1, 'x'] }] },
      'either all values are number or string',
      'a',
    ],
    ['anything but nothing', { a: [{ 'anything-but': [] }] }, 'either all values are number or string', 'a'],
    [
      'anything but a range',
      { a: [{ 'anything-but': { numeric: ['=', 1] } }] },
      'Unsupported anything-but pattern: numeric',
      'a',
    ],
    ['anything but no prefixes', { a: [{ 'anything-but': { prefix: [] } }] }, 'list must not be empty', 'a'],
    ['numeric without a list', { a: [{ numeric: 5 }] }, 'Value of numeric must be an array', 'a'],
    ['numeric without a number', { a: [{ numeric: ['>'] }] }, 'must be a number', 'a'],
    [
      'numeric with a strange comparison',
      { a: [{ numeric: ['!', 1] }] },
      'Unrecognized numeric range operator',
      'a',
    ],
    ['numeric, top first', { a: [{ numeric: ['<', 5, '>', 0] }] }, 'Bad numeric range operator', 'a'],
    [
      'numeric, top below bottom',
      { a: [{ numeric: ['>', 5, '<', 0] }] },
      'Bottom must be less than top',
      'a',
    ],
    ['numeric, too long', { a: [{ numeric: ['>', 0, '<', 5, '<', 6] }] }, 'Too many elements', 'a'],
    ['cidr without bits', { a: [{ cidr: '10.0.0.0' }] }, "one '/' required", 'a'],
    ['cidr of a name', { a: [{ cidr: 'host/8' }] }, 'not an IP address', 'a'],
    ['cidr with too many bits', { a: [{ cidr: '10.0.0.0/33' }] }, 'mask bits out of range', 'a'],
    [
      'two wildcards in a row',
      { a: [{ wildcard: 'a**b' }] },
      'Consecutive wildcard characters at pos 1',
      'a',
    ],
    ['a strange escape', { a: [{ wildcard: 'a\\b' }] }, 'Invalid escape character at pos 1', 'a'],
    [
      'a mistake in a branch',
      { d: { $or: [{ a: [1] }, { b: 2 }] } },
      '"b" must be an object or an array',
      'd.$or[1].b',
    ],
    [
      'too many combinations',
      {
        ...Object.fromEntries(
          ['a', 'b', 'c', 'd'].map((name) => [
            name,
            { $or: Array.from({ length: 6 }, (_, n) => ({ [`x${n}`]: [1] })) },
          ]),
        ),
      },
      'Rule is too complex',
      '',
    ],
  ])('%s', (_what, pattern, reason, path) => {
    const compile = (): unknown => compilePattern(pattern);

    expect(compile).toThrow(InvalidEventPatternException);
    expect(compile).toThrow(reason);
    expect(compile).toThrow(expect.objectContaining({ path }));
  });
});
