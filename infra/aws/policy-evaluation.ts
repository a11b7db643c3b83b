/**
 * What policies answer to a request, by the rules of IAM: allowed where a statement allows it and none denies it. Knows the
 * operators that our policies use, and refuses to guess at others.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
import type { Conditions, PolicyStatement } from './policies.ts';

export interface Request {
  action: string;
  resource: string;
  /** What the request says of itself, by condition key; keys that it does not have are left out. */
  context?: Readonly<Record<string, readonly string[]>>;
}

/** Whether the statements of one principal allow the request. */
export function allows(statements: readonly PolicyStatement[], request: Request): boolean {
  const applying = statements.filter((statement) => applies(statement, request));
  return (
    applying.some(({ effect }) => effect === 'Allow') && !applying.some(({ effect }) => effect === 'Deny')
  );
}

const applies = (
  { actions, resources, conditions }: PolicyStatement,
  { action, resource, context = {} }: Request,
): boolean =>
  // Actions know no case: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
  actions.some((pattern) => isLike(action.toLowerCase(), pattern.toLowerCase())) &&
  resources.some((pattern) => isLike(resource, pattern)) &&
  holds(conditions, context);

/** `*` is any text, `?` any character; all else is itself. */
export const isLike = (text: string, pattern: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(text);

type Test = (value: string, wanted: string) => boolean;
const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: (value, wanted) => value === wanted,
  StringLike: isLike,
  ArnLike: isLike,
  ArnEquals: isLike,
  Bool: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  NumericLessThan: (value, wanted) => Number(value) < Number(wanted),
};

/**
 * Every operator and every key must hold; of a key's values one is enough.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
const holds = (conditions: Conditions, context: NonNullable<Request['context']>): boolean =>
  Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holdsOf(operator, context[key], wanted)),
  );

/** @throws Error for an operator that it does not know */
function holdsOf(
  operator: string,
  values: readonly string[] | undefined,
  wanted: readonly string[],
): boolean {
  // `false`: the key must be there. An empty list is as none.
  if (operator === 'Null') return wanted.includes(String(values === undefined || values.length === 0));
  const [, forAll, name = ''] = /^(ForAllValues:)?(\w+)$/.exec(operator) ?? [];
  const test = TESTS[name];
  if (!test) throw new Error(`Conditions of this kind are not evaluated here. Received: ${operator}`);
  const meets = (value: string): boolean => wanted.some((each) => test(value, each));
  // True as well where there is no value at all: hence `Null` beside it.
  if (forAll !== undefined) return (values ?? []).every(meets);
  return values?.some(meets) ?? false;
}
