/**
 * The comparison operators of event patterns, one function each.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
import { BlockList, isIP } from 'node:net';
import { InvalidEventPatternException, type LeafTest } from './pattern-types.ts';

type Compile = (operand: unknown, path: string[]) => LeafTest;

/** Compiles `{"<operator>": operand}`. `absent` stands for `exists: false`, which no leaf can answer. */
export function compileOperator(expression: { [key: string]: unknown }, path: string[]): LeafTest | 'absent' {
  const { name, operand } = single(expression, path);
  if (name === 'exists') {
    if (typeof operand !== 'boolean')
      throw refuse('exists match pattern must be either true or false', path, operand);
    return operand ? () => true : 'absent';
  }
  const compile = OPERATORS[name];
  if (!compile) throw refuse(`Unrecognized match type ${name}`, path, expression);
  return compile(operand, path);
}

const OPERATORS: { [name: string]: Compile } = {
  prefix: affix('prefix', (text, affixText) => text.startsWith(affixText)),
  suffix: affix('suffix', (text, affixText) => text.endsWith(affixText)),
  'equals-ignore-case': (operand, path) => {
    const wanted = fold(string('equals-ignore-case', operand, path));
    return (leaf) => typeof leaf === 'string' && fold(leaf) === wanted;
  },
  wildcard: (operand, path) => {
    const expression = wildcard(string('wildcard', operand, path), path);
    return (leaf) => typeof leaf === 'string' && expression.test(leaf);
  },
  'anything-but': anythingBut,
  numeric,
  cidr,
};

const refuse = (reason: string, path: string[], received: unknown): InvalidEventPatternException =>
  new InvalidEventPatternException(reason, path, received);

const fold = (text: string): string => text.toUpperCase().toLowerCase();

function single(expression: { [key: string]: unknown }, path: string[]): { name: string; operand: unknown } {
  const entries = Object.entries(expression);
  if (entries.length !== 1) throw refuse('Only one key allowed in match expression', path, expression);
  const [name, operand] = entries[0]!;
  return { name, operand };
}

function string(operator: string, operand: unknown, path: string[]): string {
  if (typeof operand !== 'string') throw refuse(`${operator} match pattern must be a string`, path, operand);
  return operand;
}

const isObject = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `prefix` and `suffix`: a string, or `{"equals-ignore-case": string}`. */
function affix(operator: string, holds: (text: string, affixText: string) => boolean): Compile {
  return (operand, path) => {
    if (!isObject(operand)) {
      const wanted = string(operator, operand, path);
      return (leaf) => typeof leaf === 'string' && holds(leaf, wanted);
    }
    const { name, operand: folded } = single(operand, path);
    if (name !== 'equals-ignore-case')
      throw refuse(`Unsupported ${operator} pattern: ${name}`, path, operand);
    const wanted = fold(string(name, folded, path));
    return (leaf) => typeof leaf === 'string' && holds(fold(leaf), wanted);
  };
}

/** `*` stands for any characters; `\*` and `\\` for themselves. */
function wildcard(pattern: string, path: string[]): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at]!;
    if (character === '*') {
      if (pattern[at + 1] === '*')
        throw refuse(`Consecutive wildcard characters at pos ${at}`, path, pattern);
      source += '.*';
    } else if (character === '\\') {
      at += 1;
      if (pattern[at] !== '*' && pattern[at] !== '\\')
        throw refuse(`Invalid escape character at pos ${at - 1}`, path, pattern);
      source += `\\${pattern[at]}`;
    } else source += character.replace(/[.+?^${}()|[\]/-]/, '\\$&');
  }
  return new RegExp(`^${source}$`, 's');
}

/** A value, a list of strings or of numbers, or one of four operators with a string or a list of them. */
function anythingBut(operand: unknown, path: string[]): LeafTest {
  if (isObject(operand)) {
    const { name, operand: inner } = single(operand, path);
    const compile = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(name) && OPERATORS[name];
    if (!compile) throw refuse(`Unsupported anything-but pattern: ${name}`, path, operand);
    const list = Array.isArray(inner) ? inner : [inner];
    if (list.length === 0) throw refuse(`anything-but ${name} list must not be empty`, path, operand);
    const tests = list.map((one) => compile(string(name, one, path), path));
    return (leaf) => tests.every((test) => !test(leaf));
  }
  const list: unknown[] = Array.isArray(operand) ? operand : [operand];
  const type = typeof list[0];
  if ((type !== 'string' && type !== 'number') || list.some((one) => typeof one !== type))
    throw refuse('Inside anything-but list, either all values are number or string', path, operand);
  const refused = new Set(list);
  return (leaf) => !refused.has(leaf);
}

const COMPARE: { [operator: string]: (value: number, bound: number) => boolean } = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** `["=", n]`, one bound, or a lower bound and then an upper one. */
function numeric(operand: unknown, path: string[]): LeafTest {
  if (!Array.isArray(operand) || operand.length === 0)
    throw refuse('Value of numeric must be an array', path, operand);
  const comparisons: Array<{ operator: string; bound: number }> = [];
  for (let at = 0; at < operand.length; at += 2) {
    const [operator, bound] = [operand[at] as unknown, operand[at + 1] as unknown];
    if (typeof operator !== 'string' || !(operator in COMPARE))
      throw refuse('Unrecognized numeric range operator', path, operator);
    if (typeof bound !== 'number' || !Number.isFinite(bound))
      throw refuse('Value of numeric range must be a number', path, bound ?? null);
    comparisons.push({ operator, bound });
  }
  const [first, second] = comparisons;
  if (comparisons.length > 2) throw refuse('Too many elements in numeric expression', path, operand);
  if (second) {
    if (!first!.operator.startsWith('>') || !second.operator.startsWith('<'))
      throw refuse(
        'Bad numeric range operator: a lower bound must come before an upper bound',
        path,
        operand,
      );
    if (second.bound <= first!.bound) throw refuse('Bottom must be less than top', path, operand);
  }
  return (leaf) =>
    typeof leaf === 'number' && comparisons.every(({ operator, bound }) => COMPARE[operator]!(leaf, bound));
}

function cidr(operand: unknown, path: string[]): LeafTest {
  const [address = '', bits, ...rest] = string('cidr', operand, path).split('/');
  const version = isIP(address);
  if (bits === undefined || rest.length > 0) throw refuse("Malformed CIDR, one '/' required", path, operand);
  if (version === 0) throw refuse('Malformed CIDR, not an IP address', path, operand);
  const length = /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (!(length <= (version === 4 ? 32 : 128)))
    throw refuse('Malformed CIDR, mask bits out of range', path, operand);
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const range = new BlockList();
  range.addSubnet(address, length, family);
  return (leaf) => typeof leaf === 'string' && isIP(leaf) === version && range.check(leaf, family);
}
