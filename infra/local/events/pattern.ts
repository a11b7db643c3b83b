/**
 * EventBridge's event patterns: compiled once, then asked for each event.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 *
 * Fields of a pattern are joined by AND, values of a list by OR. A list in the event matches when one of its elements
 * does; fields below a list of objects must match within one element. `exists` sees leaves only: a field that holds an
 * object or an empty list does not exist.
 */
import { compileOperator } from './pattern-operators.ts';
import { InvalidEventPatternException, type Leaf, type LeafTest } from './pattern-types.ts';

export { InvalidEventPatternException };

/** Combinations of fields that one pattern may unfold to through `$or`. */
const MAX_COMBINATIONS = 1000;

/** Tells whether an event matches. */
export type EventPredicate = (event: unknown) => boolean;

type Fields = { [key: string]: unknown };
/** `node` is the event's value where the pattern stands; `root` is the whole event. */
type Test = (node: unknown, root: unknown) => boolean;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isLeaf = (value: unknown): value is Leaf =>
  value === null || (value !== undefined && typeof value !== 'object');

/** Compiles a pattern. Throws InvalidEventPatternException with the reason and the path of what is wrong. */
export function compilePattern(pattern: unknown): EventPredicate {
  if (!isObject(pattern)) throw new InvalidEventPatternException('Filter is not an object', [], pattern);
  if (combinations(pattern) > MAX_COMBINATIONS)
    throw new InvalidEventPatternException('Rule is too complex, reduce the branches of "$or"', [], pattern);
  const test = compileFields(pattern, []);
  return (event) => test(event, event);
}

function compileFields(pattern: Fields, path: string[]): Test {
  const entries = Object.entries(pattern);
  if (entries.length === 0)
    throw new InvalidEventPatternException('Empty objects are not allowed', path, pattern);
  const tests = entries.map(([name, value]) =>
    name === '$or' && isOr(value) ? compileOr(value, path) : compileField(name, value, [...path, name]),
  );
  return (node, root) => tests.every((test) => test(node, root));
}

/** `$or` is the operator when it lists two objects or more; otherwise it is a field of that name. */
const isOr = (value: unknown): value is Fields[] =>
  Array.isArray(value) && value.length >= 2 && value.every(isObject);

function compileOr(branches: Fields[], path: string[]): Test {
  const tests = branches.map((branch, index) => compileFields(branch, [...path, `$or[${index}]`]));
  return (node, root) => tests.some((test) => test(node, root));
}

function compileField(name: string, value: unknown, path: string[]): Test {
  if (Array.isArray(value)) {
    const test = compileValues(value, path);
    return (node, root) => someLeaf(child(node, name), (leaf) => test.matches(leaf)) || test.isAbsent(root);
  }
  if (!isObject(value))
    throw new InvalidEventPatternException(`"${name}" must be an object or an array`, path, value);
  const below = compileFields(value, path);
  return (node, root) => someObject(child(node, name), (object) => below(object, root));
}

function compileValues(
  values: unknown[],
  path: string[],
): { matches: LeafTest; isAbsent: (root: unknown) => boolean } {
  if (values.length === 0)
    throw new InvalidEventPatternException('Empty arrays are not allowed', path, values);
  const exact = new Set<Leaf>();
  const tests: LeafTest[] = [];
  let absence = false;
  for (const value of values) {
    if (isLeaf(value)) exact.add(value);
    else if (isObject(value)) {
      const test = compileOperator(value, path);
      if (test === 'absent') absence = true;
      else tests.push(test);
    } else
      throw new InvalidEventPatternException(
        'Match value must be String, number, true, false, or null',
        path,
        value,
      );
  }
  const fields = path.filter((step) => !step.startsWith('$or['));
  return {
    matches: (leaf) => exact.has(leaf) || tests.some((test) => test(leaf)),
    isAbsent: (root) => absence && !hasLeaf(root, fields, 0),
  };
}

const child = (node: unknown, name: string): unknown =>
  isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined;

function someLeaf(value: unknown, test: LeafTest): boolean {
  return Array.isArray(value)
    ? value.some((element) => someLeaf(element, test))
    : isLeaf(value) && test(value);
}

/** What is no object is tested as one without fields, so that `exists: false` below it can hold. */
function someObject(value: unknown, test: (object: unknown) => boolean): boolean {
  if (Array.isArray(value) && value.length > 0) return value.some((element) => someObject(element, test));
  return test(isObject(value) ? value : undefined);
}

/** Whether any leaf stands at the path, through every list on the way. */
function hasLeaf(value: unknown, path: string[], depth: number): boolean {
  if (Array.isArray(value)) return value.some((element) => hasLeaf(element, path, depth));
  if (depth === path.length) return isLeaf(value);
  return hasLeaf(child(value, path[depth]!), path, depth + 1);
}

/** Rules without `$or` that the pattern stands for. */
function combinations(pattern: Fields): number {
  return Object.entries(pattern).reduce((product, [name, value]) => {
    if (name === '$or' && isOr(value))
      return product * value.reduce((sum, branch) => sum + combinations(branch), 0);
    return isObject(value) ? product * combinations(value) : product;
  }, 1);
}
