/** One violating value for each limit of the contract. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { constraintOf, type Constraint } from '#api/generate/constraints.ts';
import type { Values } from './isolation-attempt.testing.ts';
import { contract, inputValue } from './isolation-values.testing.ts';

/** An argument that breaks one limit; everything else about it is well. */
export interface Violation {
  /** `maxLength` and so on. */
  limit: keyof Constraint;
  /** The argument's name. */
  argument: string;
  value: unknown;
  /** What `errorInfo.field` must say, for example `input.facts[0].key`. */
  field: string;
}

const WORD = 'wort';

/** Every limit on the arguments of a field, inputs and nested inputs included. */
export function violationsOf({ args }: GraphQLField<unknown, unknown>): Violation[] {
  return args.flatMap((arg) => {
    const own = brokenValues(arg).map(([limit, value, at]) => ({
      limit,
      argument: arg.name,
      value,
      field: `${arg.name}${at}`,
    }));
    const type = getNamedType(arg.type);
    return isInputObjectType(type) ? [...own, ...inInput(type.name, arg.name)] : own;
  });
}

function inInput(typeName: string, argument: string): Violation[] {
  const type = contract.getType(typeName);
  if (!isInputObjectType(type)) return [];
  const valid = inputValue(typeName, WORD);
  return Object.values(type.getFields()).flatMap((field) => [
    ...brokenValues(field).map(([limit, value, at]) => ({
      limit,
      argument,
      value: { ...valid, [field.name]: value },
      field: `${argument}.${field.name}${at}`,
    })),
    ...inNested(field).map(([limit, value, at]) => ({
      limit,
      argument,
      value: { ...valid, [field.name]: value },
      field: `${argument}.${field.name}${at}`,
    })),
  ]);
}

/** Limit, value, and where in the value it is broken. */
type Broken = [keyof Constraint, unknown, string];

function inNested(field: GraphQLInputField): Broken[] {
  const type = getNamedType(field.type);
  if (!isInputObjectType(type)) return [];
  const listed = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
  const valid = inputValue(type.name, WORD);
  return Object.values(type.getFields()).flatMap((inner) =>
    brokenValues(inner).map(([limit, value, at]): Broken => {
      const nested: Values = { ...valid, [inner.name]: value };
      return [limit, listed ? [nested] : nested, `${listed ? '[0]' : ''}.${inner.name}${at}`];
    }),
  );
}

/**
 * A character that a pattern does not take: a sign for those that list letters, an override of direction for those that
 * shut out what cannot be seen, a blank for those that ask for a word.
 */
function unlike(pattern = ''): string {
  const found = ['§', '\u202E', ' '].find((character) => !new RegExp(pattern).test(character));
  if (found === undefined) throw new Error(`No value is known that ${pattern} does not take.`);
  return found;
}

function brokenValues(node: GraphQLArgument | GraphQLInputField): Broken[] {
  const limits = constraintOf(node);
  const bare: GraphQLInputType = isNonNullType(node.type) ? node.type.ofType : node.type;
  const isUrl = getNamedType(node.type).name === 'AWSURL';
  const listed = isListType(bare);
  const entry = (limit: keyof Constraint, value: unknown): Broken => [
    limit,
    listed ? [value] : value,
    listed ? '[0]' : '',
  ];
  return (Object.keys(limits) as (keyof Constraint)[]).map((limit): Broken => {
    const { minLength = 1, maxLength = 0, min = 0, max = 0, maxItems = 0 } = limits;
    switch (limit) {
      case 'minLength':
        return entry(limit, 'A'.repeat(minLength - 1));
      case 'maxLength':
        return entry(
          limit,
          isUrl ? `https://wort.example/${'a'.repeat(maxLength)}` : 'a'.repeat(maxLength + 1),
        );
      case 'pattern':
        return entry(
          limit,
          isUrl ? 'ftp://wort.example/' : unlike(limits.pattern).repeat(Math.max(minLength, 1)),
        );
      case 'min':
        return entry(limit, min - 1);
      case 'max':
        return entry(limit, max + 1);
      case 'maxItems':
        return [limit, Array.from({ length: maxItems + 1 }, () => entryOf(node)), ''];
    }
  });
}

function entryOf(node: GraphQLArgument | GraphQLInputField): unknown {
  const type = getNamedType(node.type);
  if (isInputObjectType(type)) return inputValue(type.name, WORD);
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return type.name === 'ID' ? '01ARZ3NDEKTSV4RRFFQ69G5FAV' : WORD;
}

/** Fields below the root that take arguments, by their type. */
export const nestedFields: Array<[string, GraphQLField<unknown, unknown>]> = Object.values(
  contract.getTypeMap(),
)
  .filter((type) => isObjectType(type))
  .filter(({ name }) => !['Query', 'Mutation', 'Subscription'].includes(name) && !name.startsWith('__'))
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ args }) => args.length > 0)
      .map((field): [string, GraphQLField<unknown, unknown>] => [type.name, field]),
  );
