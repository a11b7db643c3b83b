import type { Rule, Rules } from '#api/resolvers/_lib/validate.ts';

/** U+0000 and half surrogate pairs cannot be stored. */
const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** A date and time as catalogues write it; a zone may be missing (then UTC) or be hours alone. */
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)? ?(?:Z|([+-]\d{2}):?(\d{2})?)?$/;

/** JSON text of anything that is no text. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Separates a text that is a list in a file without lists. */
export function split(value: unknown, separator: string | undefined): unknown {
  return typeof value === 'string' && separator !== undefined ? value.split(separator) : value;
}

/**
 * The value as a field of a GraphQL type takes it; undefined when the field cannot hold it, and the value has to be
 * kept as a fact. Text is never changed; numbers and booleans become JSON text in a text field, and digits a number
 * in an integer field.
 *
 * @param type `String`, `Int`, `[String!]` or `AWSDateTime`.
 * @param rule Limits of the field, from the schema.
 */
export function fit(value: unknown, type: string, rule: Rule): unknown {
  switch (type) {
    case 'Int':
      return fitInteger(value, rule);
    case '[String!]':
      return fitList(value, rule);
    case 'AWSDateTime':
      return typeof value === 'string' ? dateTime(value) : undefined;
    default:
      return fitText(value, rule);
  }
}

function fitText(value: unknown, rule: Rule): string | undefined {
  if (typeof value === 'object') return undefined;
  const text = asText(value);
  const fits =
    text.length >= (rule.minLength ?? 0) &&
    text.length <= (rule.maxLength ?? Infinity) &&
    storable(text) &&
    (rule.pattern === undefined || new RegExp(rule.pattern).test(text));
  return fits ? text : undefined;
}

function fitInteger(value: unknown, rule: Rule): number | undefined {
  const number = typeof value === 'string' && /^-?(0|[1-9]\d{0,9})$/.test(value) ? Number(value) : value;
  const fits =
    typeof number === 'number' &&
    Number.isInteger(number) &&
    number >= (rule.min ?? -(2 ** 31)) &&
    number <= (rule.max ?? 2 ** 31 - 1);
  return fits ? number : undefined;
}

function fitList(value: unknown, rule: Rule): string[] | undefined {
  const entries = Array.isArray(value) ? (value as unknown[]) : [value];
  const texts = entries.map((entry) => fitText(entry, rule));
  const fits = entries.length <= (rule.maxItems ?? Infinity) && texts.every((text) => text !== undefined);
  return fits ? (texts as string[]) : undefined;
}

/** The same moment in ISO 8601 as `AWSDateTime` takes it; undefined when the text is no date. */
function dateTime(text: string): string | undefined {
  const [found, day, minutes, seconds, hours, zone] = DATE_TIME.exec(text) ?? [];
  if (found === undefined) return undefined;
  const offset = hours === undefined ? 'Z' : `${hours}:${zone ?? '00'}`;
  const moment = `${day}T${minutes ?? '00:00'}:${seconds ?? '00'}${offset}`;
  const there = new Date(`${day}T00:00:00Z`);
  const real = !Number.isNaN(Date.parse(moment)) && there.toISOString().startsWith(day ?? '');
  return real ? moment : undefined;
}

/** The rule of a field: none when the schema sets no limit. */
export const ruleOf = (rules: Rules, field: string): Rule => rules[field] ?? {};
