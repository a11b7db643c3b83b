import { parseValue } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../types.ts';
import { AWS_SCALARS, ScalarParseError, ScalarSerializeError } from './scalars.ts';

const VALID: Record<string, string[]> = {
  AWSDate: [
    '1970-01-01',
    '1970-01-01Z',
    '1970-01-01-07:00',
    '1970-01-01+05:30',
    '1970-01-01+05:30:15',
    '2024-02-29',
  ],
  AWSTime: ['12:30', '12:30:24', '12:30:24.500', '12:30Z', '12:30:24-07:00', '12:30:24.500+05:30'],
  AWSDateTime: [
    '1970-01-01T12:00:00Z',
    '1970-01-01T12:00Z',
    '1970-01-01T12:00:00.123-07:00',
    '2000-02-29T23:59:59.999999999+05:30:15',
  ],
  AWSEmail: ['username@example.com', "o'neil+tag@mail.example.co.uk"],
  AWSURL: ['https://www.amazon.com/', 'mailto:example@example.com', 'ftp://host/a?b#c'],
  AWSPhone: ['+12065550100', '+44 20 7946 0958', '(206) 555-0100', '206-555-0100', '1 206 555 0100'],
  AWSIPAddress: ['123.12.34.56', '123.45.67.89/16', '1a2b:3c4b::1234:4567', '::1/128'],
};

const INVALID: Record<string, Json[]> = {
  AWSDate: ['1970-1-1', '2023-02-29', '1970-13-01', '1970-01-00', '1970-01-01T00:00Z', 5, null],
  AWSTime: ['24:00', '12:60', '12', '12:30:61', 'noon'],
  AWSDateTime: ['1970-01-01T12:00:00', '1970-01-01', '1970-02-30T12:00:00Z', '1970-01-01 12:00:00Z', 0],
  AWSEmail: ['username', 'a@', '@b', 'a b@c.d', 'a@b..c'],
  AWSURL: ['www.amazon.com', '/path', 'https://'],
  AWSPhone: ['1110004444', '+1', 'phone', '12345'],
  AWSIPAddress: ['123.12.34', '300.1.1.1', '1.2.3.4/33', '::1/129', '::g', '1.2.3.4/'],
};

const NOUNS: Record<string, string> = {
  AWSDate: 'date',
  AWSTime: 'time',
  AWSDateTime: 'DateTime Object',
  AWSEmail: 'email address',
  AWSURL: 'URL',
  AWSPhone: 'phone number',
  AWSIPAddress: 'IP address',
};

const rows = <T>(table: Record<string, T[]>) =>
  Object.entries(table).flatMap(([name, values]) => values.map((value) => [name, value] as const));

function scalar(name: string) {
  const behaviour = AWS_SCALARS[name];
  if (!behaviour) throw new Error(`No scalar ${name}`);
  return behaviour;
}

test.each(rows(VALID))('%s takes %s from variables, literals and resolvers', (name, value) => {
  const { parseValue: fromVariable, parseLiteral, serialize } = scalar(name);

  expect(fromVariable(value)).toBe(value);
  expect(parseLiteral(parseValue(JSON.stringify(value)))).toBe(value);
  expect(serialize(value)).toBe(value);
});

test.each(rows(INVALID))('%s refuses %j', (name, value) => {
  const { parseValue: fromVariable, parseLiteral, serialize } = scalar(name);
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  const end = `\`${shown}\` as a valid ${NOUNS[name]}.`;

  expect(() => fromVariable(value)).toThrow(new ScalarParseError(`Unable to parse ${end}`));
  expect(() => parseLiteral(parseValue(JSON.stringify(value)))).toThrow(ScalarParseError);
  expect(() => serialize(value)).toThrow(new ScalarSerializeError(`Unable to serialize ${end}`));
});

describe('AWSTimestamp', () => {
  const { parseValue: fromVariable, parseLiteral, serialize } = scalar('AWSTimestamp');

  test.each([0, -1, 1_700_000_000])('takes %d', (seconds) => {
    expect(fromVariable(seconds)).toBe(seconds);
    expect(parseLiteral(parseValue(String(seconds)))).toBe(seconds);
    expect(serialize(seconds)).toBe(seconds);
    expect(serialize(String(seconds))).toBe(seconds);
  });

  test.each(['x', 1.5, true, '2020-01-01T00:00:00Z'])('refuses %j', (value) => {
    expect(() => fromVariable(value)).toThrow(/as a valid timestamp/);
    expect(() => serialize(value)).toThrow(/as a valid timestamp/);
  });
});

describe('AWSJSON', () => {
  const { parseValue: fromVariable, parseLiteral, serialize } = scalar('AWSJSON');

  test.each<[string, Json]>([
    ['{"a":[1,null]}', { a: [1, null] }],
    ['"text"', 'text'],
    ['1', 1],
    ['null', null],
  ])('reads the text %s', (text, value) => {
    expect(fromVariable(text)).toEqual(value);
    expect(parseLiteral(parseValue(JSON.stringify(text)))).toEqual(value);
    expect(serialize(value)).toBe(text);
  });

  test.each(['{', 'text', ''])('refuses the text %j', (text) => {
    expect(() => fromVariable(text)).toThrow(`Unable to parse \`${text}\` as a valid JSON.`);
  });

  test('refuses a literal that is no text', () => {
    expect(() => parseLiteral(parseValue('{a: 1}'))).toThrow(/as a valid JSON/);
  });
});
