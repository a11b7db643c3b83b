import { enums, inputs } from '#openapi/inputs.gen.ts';
import { shown, type FieldProblem } from './rest-error.ts';
import { didYouMean } from './suggestion.ts';

/** Adds to `problems` what is wrong with a JSON value that should become a GraphQL input. */
export type Check = (value: unknown, pointer: string, problems: FieldProblem[]) => void;

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-8]):[0-5]\d)$/;

/** How an address begins: parsers of addresses forgive blanks before it, AWSURL does not. */
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** What each scalar takes, in words and as a test. */
const SCALARS: Readonly<Record<string, { want: string; accepts: (value: unknown) => boolean }>> = {
  String: { want: 'a string', accepts: (value) => typeof value === 'string' },
  ID: { want: 'a string', accepts: (value) => typeof value === 'string' },
  Boolean: { want: 'true or false', accepts: (value) => typeof value === 'boolean' },
  Int: {
    want: 'a whole number of at most 32 bits',
    accepts: (value) => typeof value === 'number' && (value | 0) === value,
  },
  Float: { want: 'a number', accepts: (value) => typeof value === 'number' && Number.isFinite(value) },
  AWSDateTime: {
    want: 'a date and time with Z or an offset, for example 2026-05-17T09:30:00Z',
    accepts: (value) => typeof value === 'string' && isDateTime(value),
  },
  AWSURL: {
    want: 'an address with its scheme, for example https://example.org/',
    accepts: (value) => typeof value === 'string' && SCHEME.test(value) && URL.canParse(value),
  },
};

/** A date that there is, with a time and an offset: what AWSDateTime reads of years with four digits. */
function isDateTime(text: string): boolean {
  const [, year, month, day] = DATE_TIME.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-01T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && Number(day) >= 1 && Number(day) <= daysIn(date);
}

function daysIn(month: Date): number {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
}

const made = new Map<string, Check>();

/** The check of a GraphQL type such as `CreateProjectInput!` or `[FactInput!]`, made once. */
export function checkOf(type: string): Check {
  const existing = made.get(type);
  if (existing !== undefined) return existing;
  const check = makeCheck(type);
  made.set(type, check);
  return check;
}

function makeCheck(type: string): Check {
  if (type.endsWith('!')) return demanded(makeCheck(type.slice(0, -1)));
  const present = type.startsWith('[') ? listCheck(type.slice(1, -1)) : namedCheck(type);
  return (value, pointer, problems) => {
    if (value !== null) present(value, pointer, problems);
  };
}

function demanded(check: Check): Check {
  return (value, pointer, problems) => {
    if (value === null)
      problems.push({ field: pointer, received: 'null', fix: 'Send a value: null is not allowed here.' });
    else check(value, pointer, problems);
  };
}

function listCheck(of: string): Check {
  const check = checkOf(of);
  return (value, pointer, problems) => {
    if (!Array.isArray(value)) {
      problems.push({ field: pointer, received: shown(value), fix: 'Send a list.' });
      return;
    }
    value.forEach((item: unknown, index) => check(item, `${pointer}/${index}`, problems));
  };
}

function namedCheck(type: string): Check {
  if (inputs[type] !== undefined) return objectCheck(inputs[type]);
  if (enums[type] !== undefined) return enumCheck(enums[type]);
  const scalar = SCALARS[type];
  if (scalar === undefined) throw new Error(`No check is known for the type ${type}.`);
  return (value, pointer, problems) => {
    if (!scalar.accepts(value))
      problems.push({ field: pointer, received: shown(value), fix: `Send ${scalar.want}.` });
  };
}

function enumCheck(values: readonly string[]): Check {
  return (value, pointer, problems) => {
    if (typeof value === 'string' && values.includes(value)) return;
    const suggestion = typeof value === 'string' ? didYouMean(value, values) : '';
    problems.push({
      field: pointer,
      received: shown(value),
      fix: `Send one of ${values.join(', ')}.${suggestion}`,
    });
  };
}

function objectCheck(fields: Readonly<Record<string, string>>): Check {
  const required = Object.keys(fields).filter((name) => fields[name]?.endsWith('!'));
  let checks: Map<string, Check> | undefined;
  return (value, pointer, problems) => {
    checks ??= new Map(Object.entries(fields).map(([name, type]) => [name, checkOf(type)]));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      problems.push({ field: pointer, received: shown(value), fix: 'Send an object.' });
      return;
    }
    for (const [name, member] of Object.entries(value)) {
      const check = checks.get(name);
      const at = `${pointer}/${escaped(name)}`;
      if (check !== undefined) check(member, at, problems);
      else problems.push(unknownMember(at, name, member, checks.keys()));
    }
    for (const name of required) {
      if (!Object.hasOwn(value, name)) {
        problems.push({
          field: `${pointer}/${name}`,
          received: 'nothing',
          fix: `Add "${name}": it is required.`,
        });
      }
    }
  };
}

function unknownMember(field: string, name: string, value: unknown, known: Iterable<string>): FieldProblem {
  return {
    field,
    received: shown(value),
    fix: `Leave it out: there is no such field.${didYouMean(name, known)}`,
  };
}

/** A member's name as RFC 6901 writes it in a pointer. */
function escaped(name: string): string {
  return name.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1').toWellFormed();
}
