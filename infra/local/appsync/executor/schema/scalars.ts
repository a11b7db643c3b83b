/**
 * The AWS scalars: what each accepts, and AppSync's words when it does not.
 * AppSync developer guide, "Scalar types in GraphQL".
 */
import { isIP } from 'node:net';
import type { GraphQLScalarType, ValueNode } from 'graphql';
import { Kind, valueFromASTUntyped } from 'graphql';
import type { Json } from '../../types.ts';

/** An input value that a scalar refuses. The message is AppSync's, e.g. "Unable to parse `x` as a valid date." */
export class ScalarParseError extends Error {
  override name = 'ScalarParseError';
}

/** A resolved value that a scalar cannot write out. */
export class ScalarSerializeError extends Error {
  override name = 'ScalarSerializeError';
}

interface AwsScalar {
  /** The noun in "as a valid ...". */
  noun: string;
  isValid(value: string): boolean;
}

const OFFSET = String.raw`(?:Z|[+-](?:0\d|1[0-8]):[0-5]\d(?::[0-5]\d)?)`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
const DATE_PATTERN = new RegExp(String.raw`^(\d{4})-(\d\d)-(\d\d)(?:${OFFSET})?$`);
const TIME_PATTERN = new RegExp(String.raw`^${TIME}(?:${OFFSET})?$`);
const DATE_TIME_PATTERN = new RegExp(String.raw`^(\d{4})-(\d\d)-(\d\d)T${TIME}${OFFSET}$`);

const EMAIL_PATTERN =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/;

const PHONE_PATTERN = /^\+?[0-9 ().-]+$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether year, month and day, as matched, name a day of the Gregorian calendar. */
function isCalendarDay(match: RegExpExecArray | null): boolean {
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : DAYS[month - 1];
  return last !== undefined && day >= 1 && day <= last;
}

function isUrl(value: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(value) && URL.canParse(value);
}

function isIpAddress(value: string): boolean {
  const slash = value.indexOf('/');
  const version = isIP(slash < 0 ? value : value.slice(0, slash));
  if (version === 0 || slash < 0) return version !== 0;
  const mask = value.slice(slash + 1);
  return /^\d{1,3}$/.test(mask) && Number(mask) <= (version === 4 ? 32 : 128);
}

/**
 * AppSync reads numbers without a country code as numbers of the United States,
 * so ten digits, or eleven with a leading 1; with a country code, seven to fifteen digits as in E.164.
 */
function isPhone(value: string): boolean {
  if (!PHONE_PATTERN.test(value)) return false;
  const digits = value.replace(/\D/g, '');
  if (value.startsWith('+')) return digits.length >= 7 && digits.length <= 15;
  return /^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits);
}

const TEXT_SCALARS: Record<string, AwsScalar> = {
  AWSDate: { noun: 'date', isValid: (value) => isCalendarDay(DATE_PATTERN.exec(value)) },
  AWSTime: { noun: 'time', isValid: (value) => TIME_PATTERN.test(value) },
  AWSDateTime: {
    noun: 'DateTime Object',
    isValid: (value) => isCalendarDay(DATE_TIME_PATTERN.exec(value)),
  },
  AWSEmail: { noun: 'email address', isValid: (value) => EMAIL_PATTERN.test(value) },
  AWSURL: { noun: 'URL', isValid: isUrl },
  AWSPhone: { noun: 'phone number', isValid: isPhone },
  AWSIPAddress: { noun: 'IP address', isValid: isIpAddress },
};

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function unparsable(value: unknown, noun: string): ScalarParseError {
  return new ScalarParseError(`Unable to parse \`${shown(value)}\` as a valid ${noun}.`);
}

function unserializable(value: unknown, noun: string): ScalarSerializeError {
  return new ScalarSerializeError(`Unable to serialize \`${shown(value)}\` as a valid ${noun}.`);
}

type Behaviour = Pick<GraphQLScalarType, 'serialize' | 'parseValue' | 'parseLiteral'>;

/** A scalar whose value is a string of a certain form. */
function textBehaviour({ noun, isValid }: AwsScalar): Behaviour {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !isValid(value)) throw unparsable(value, noun);
    return value;
  };
  return {
    serialize(value) {
      if (typeof value !== 'string' || !isValid(value)) throw unserializable(value, noun);
      return value;
    },
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(valueFromASTUntyped(node)),
  };
}

const TIMESTAMP = 'timestamp';

function parseTimestamp(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw unparsable(value, TIMESTAMP);
  return value as number;
}

const timestampBehaviour: Behaviour = {
  serialize(value) {
    const seconds = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (!Number.isSafeInteger(seconds)) throw unserializable(value, TIMESTAMP);
    return seconds;
  },
  parseValue: parseTimestamp,
  parseLiteral: (node) =>
    parseTimestamp(node.kind === Kind.INT ? Number(node.value) : valueFromASTUntyped(node)),
};

/** A text enters and its value reaches the resolver; a value leaves as a text. */
function parseJson(value: unknown): Json {
  if (typeof value !== 'string') throw unparsable(value, 'JSON');
  try {
    return JSON.parse(value) as Json;
  } catch {
    throw unparsable(value, 'JSON');
  }
}

const jsonBehaviour: Behaviour = {
  serialize: (value) => JSON.stringify(value),
  parseValue: parseJson,
  parseLiteral: (node) => parseJson(node.kind === Kind.STRING ? node.value : valueFromASTUntyped(node)),
};

/** How each AWS scalar reads and writes, by name. */
export const AWS_SCALARS: Readonly<Record<string, Behaviour>> = {
  ...Object.fromEntries(Object.entries(TEXT_SCALARS).map(([name, scalar]) => [name, textBehaviour(scalar)])),
  AWSTimestamp: timestampBehaviour,
  AWSJSON: jsonBehaviour,
};
