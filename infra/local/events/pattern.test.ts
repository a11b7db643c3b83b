import { describe, expect, test } from 'vitest';
import { compilePattern, InvalidEventPatternException } from './pattern.ts';

/** The example event of https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
const EC2 = {
  version: '0',
  id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
  'detail-type': 'EC2 Instance State-change Notification',
  source: 'aws.ec2',
  account: '111122223333',
  time: '2017-12-22T18:43:48Z',
  region: 'us-west-1',
  resources: ['arn:aws:ec2:us-west-1:123456789012:instance/i-1234567890abcdef0'],
  detail: { 'instance-id': 'i-1234567890abcdef0', state: 'terminated' },
};

/** [what, pattern, event, whether it matches] */
type Case = [string, unknown, unknown, boolean];

const check = (_what: string, pattern: unknown, event: unknown, matches: boolean): void =>
  expect(compilePattern(pattern)(event)).toBe(matches);

describe('values and fields', () => {
  test.each<Case>([
    [
      'all fields match',
      { source: ['aws.ec2'], 'detail-type': [EC2['detail-type']], detail: { state: ['terminated'] } },
      EC2,
      true,
    ],
    ['one field does not', { source: ['aws.ec2'], detail: { state: ['running'] } }, EC2, false],
    ['one of several values', { detail: { state: ['running', 'terminated'] } }, EC2, true],
    ['an element of a list', { resources: EC2.resources }, EC2, true],
    ['lists with an element in common', { a: ['x', 'y'] }, { a: ['y', 'z'] }, true],
    ['lists without', { a: ['x', 'y'] }, { a: ['v', 'z'] }, false],
    ['lists within lists', { a: ['z'] }, { a: [['x'], ['y', 'z']] }, true],
    ['case matters', { source: ['AWS.ec2'] }, EC2, false],
    ['a field that is not there', { nothing: ['x'] }, EC2, false],
    ['a name inherited from objects', { constructor: [{ exists: true }] }, EC2, false],
    ['numbers by value', { a: [100] }, JSON.parse('{"a": 1.0e2}'), true],
    ['a number is no string', { a: [100] }, { a: '100' }, false],
    ['true', { a: [true] }, { a: true }, true],
    ['null', { responseElements: [null] }, { responseElements: null }, true],
    ['null is not the empty string', { a: [null] }, { a: '' }, false],
    ['the empty string', { eventVersion: [''] }, { eventVersion: '' }, true],
    ['the empty string is not absence', { eventVersion: [''] }, {}, false],
    ['an object is no value', { detail: ['terminated'] }, EC2, false],
    ['fields below a value', { source: { name: ['aws.ec2'] } }, EC2, false],
    [
      'within one object of a list',
      { people: { first: ['Anna'], last: ['Smith'] } },
      { people: [{ first: 'Anna', last: 'Smith' }] },
      true,
    ],
    [
      'not across objects of a list',
      { people: { first: ['Anna'], last: ['Smith'] } },
      {
        people: [
          { first: 'Anna', last: 'Doe' },
          { first: 'John', last: 'Smith' },
        ],
      },
      false,
    ],
  ])('%s', check);
});

describe('operators', () => {
  test.each<Case>([
    ['prefix', { time: [{ prefix: '2017-12-22' }] }, EC2, true],
    ['another prefix', { time: [{ prefix: '2017-10-02' }] }, EC2, false],
    [
      'prefix, ignoring case',
      { service: [{ prefix: { 'equals-ignore-case': 'EventB' } }] },
      { service: 'eventbridge' },
      true,
    ],
    ['prefix of a number', { a: [{ prefix: '1' }] }, { a: 12 }, false],
    ['suffix', { FileName: [{ suffix: '.png' }] }, { FileName: 'a.png' }, true],
    ['another suffix', { FileName: [{ suffix: '.png' }] }, { FileName: 'a.png.txt' }, false],
    [
      'suffix, ignoring case',
      { FileName: [{ suffix: { 'equals-ignore-case': '.png' } }] },
      { FileName: 'a.PNG' },
      true,
    ],
    [
      'equals, ignoring case',
      { 'detail-type': [{ 'equals-ignore-case': 'ec2 instance state-change notification' }] },
      EC2,
      true,
    ],
    [
      'equals, ignoring case, another word',
      { a: [{ 'equals-ignore-case': 'alice' }] },
      { a: 'Alicia' },
      false,
    ],
    ['exists', { detail: { state: [{ exists: true }] } }, EC2, true],
    ['exists, but it does not', { detail: { c: [{ exists: true }] } }, EC2, false],
    ['exists sees no objects', { detail: [{ exists: true }] }, EC2, false],
    ['exists: null does', { a: [{ exists: true }] }, { a: null }, true],
    ['does not exist', { detail: { c: [{ exists: false }] } }, EC2, true],
    ['does not exist, but it does', { detail: { state: [{ exists: false }] } }, EC2, false],
    ['does not exist below what does not', { a: { b: { c: [{ exists: false }] } } }, EC2, true],
    ['does not exist in an empty list', { a: [{ exists: false }] }, { a: [] }, true],
    ['exists in one object of a list', { a: { b: [{ exists: false }] } }, { a: [{ b: 1 }, { c: 1 }] }, false],
    ['absent or a value: absent', { a: [{ exists: false }, 'x'] }, {}, true],
    ['absent or a value: the value', { a: [{ exists: false }, 'x'] }, { a: 'x' }, true],
    ['absent or a value: another', { a: [{ exists: false }, 'x'] }, { a: 'y' }, false],
    ['anything but', { detail: { state: [{ 'anything-but': 'initializing' }] } }, EC2, true],
    ['anything but, and it is', { detail: { state: [{ 'anything-but': 'terminated' }] } }, EC2, false],
    ['anything but, and it is not there', { a: [{ 'anything-but': 'x' }] }, {}, false],
    [
      'anything but a list',
      { state: [{ 'anything-but': ['stopped', 'overloaded'] }] },
      { state: 'stopped' },
      false,
    ],
    ['anything but numbers', { 'x-limit': [{ 'anything-but': [100, 200, 300] }] }, { 'x-limit': 400 }, true],
    [
      'anything but numbers, and it is one',
      { 'x-limit': [{ 'anything-but': 100 }] },
      { 'x-limit': 100 },
      false,
    ],
    ['anything but one of a list of values', { a: [{ 'anything-but': 'x' }] }, { a: ['x', 'y'] }, true],
    ['anything but null is a value', { a: [{ 'anything-but': 'x' }] }, { a: null }, true],
    [
      'anything but a prefix',
      { state: [{ 'anything-but': { prefix: 'init' } }] },
      { state: 'initializing' },
      false,
    ],
    [
      'anything but prefixes',
      { state: [{ 'anything-but': { prefix: ['init', 'error'] } }] },
      { state: 'running' },
      true,
    ],
    [
      'anything but suffixes',
      { FileName: [{ 'anything-but': { suffix: ['.txt', '.rtf'] } }] },
      { FileName: 'a.rtf' },
      false,
    ],
    [
      'anything but, ignoring case',
      { state: [{ 'anything-but': { 'equals-ignore-case': ['initializing', 'stopped'] } }] },
      { state: 'STOPPED' },
      false,
    ],
    [
      'anything but, ignoring case, another',
      { state: [{ 'anything-but': { 'equals-ignore-case': 'initializing' } }] },
      { state: 'x' },
      true,
    ],
    [
      'anything but a wildcard',
      { FilePath: [{ 'anything-but': { wildcard: '*/lib/*' } }] },
      { FilePath: 'a/lib/b' },
      false,
    ],
    [
      'anything but wildcards',
      { FilePath: [{ 'anything-but': { wildcard: ['*/lib/*', '*/bin/*'] } }] },
      { FilePath: 'a/src/b' },
      true,
    ],
    ['numeric: equal', { a: [{ numeric: ['=', 3.018e2] }] }, { a: 301.8 }, true],
    ['numeric: below', { 'c-count': [{ numeric: ['<', 10] }] }, { 'c-count': 10 }, false],
    ['numeric: a range, inside', { 'c-count': [{ numeric: ['>', 0, '<=', 5] }] }, { 'c-count': 5 }, true],
    [
      'numeric: a range, at its open end',
      { 'c-count': [{ numeric: ['>', 0, '<=', 5] }] },
      { 'c-count': 0 },
      false,
    ],
    ['numeric: no number', { a: [{ numeric: ['>', 0] }] }, { a: '5' }, false],
    ['cidr, inside', { ip: [{ cidr: '10.0.0.0/24' }] }, { ip: '10.0.0.255' }, true],
    ['cidr, outside', { ip: [{ cidr: '10.0.0.0/24' }] }, { ip: '10.0.1.255' }, false],
    ['cidr, version 6', { ip: [{ cidr: '2001:db8::/32' }] }, { ip: '2001:0db8:1::7' }, true],
    ['cidr, another version', { ip: [{ cidr: '2001:db8::/32' }] }, { ip: '10.0.0.1' }, false],
    ['cidr of no address', { ip: [{ cidr: '0.0.0.0/0' }] }, { ip: 'everywhere' }, false],
    [
      'wildcard',
      { EventBusArn: [{ wildcard: 'arn:aws:events:us-east-1:*:event-bus/*' }] },
      { EventBusArn: 'arn:aws:events:us-east-1:1:event-bus/x' },
      true,
    ],
    ['wildcard for nothing', { a: [{ wildcard: 'dir/*.png' }] }, { a: 'dir/.png' }, true],
    ['wildcard, another start', { a: [{ wildcard: 'dir/*.png' }] }, { a: 'a/dir/b.png' }, false],
    ['wildcard over lines', { a: [{ wildcard: 'a*b' }] }, { a: 'a\nb' }, true],
    ['wildcard as itself', { a: [{ wildcard: 'a\\*b\\\\' }] }, { a: 'a*b\\' }, true],
    ['wildcard as itself is no wildcard', { a: [{ wildcard: 'a\\*b' }] }, { a: 'axb' }, false],
    [
      'wildcard between what expressions read otherwise',
      { a: [{ wildcard: '(a.b)+[*]' }] },
      { a: '(a.b)+[c]' },
      true,
    ],
  ])('%s', check);
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
  test.each<Case>([
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
