import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLType,
} from 'graphql';
import { exampleValues } from '#openapi/examples.ts';

/** An example of a type: the hand-written value of `<Type>.<field>` or `<field>`, else what the type suggests. */
export function exampleOf(type: GraphQLType, name = ''): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const entry = exampleOf(bare.ofType, name);
    return entry === null ? [] : [entry];
  }
  if (isObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter(({ args }) => args.length === 0);
    return Object.fromEntries(fields.map((field) => [field.name, fieldExample(bare.name, field)]));
  }
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter((field) => given(bare.name, field));
    return Object.fromEntries(fields.map((field) => [field.name, fieldExample(bare.name, field)]));
  }
  return isEnumType(bare) ? (bare.getValues()[0]?.name ?? null) : null;
}

/** Inputs show what is required and what has a value of its own. */
function given(type: string, field: GraphQLInputField): boolean {
  const written = exampleValues[`${type}.${field.name}`] ?? exampleValues[field.name];
  return isNonNullType(field.type) || (written !== undefined && written !== null);
}

function fieldExample(type: string, field: GraphQLField<unknown, unknown> | GraphQLInputField): unknown {
  const particular = exampleValues[`${type}.${field.name}`];
  if (particular !== undefined) return particular;
  const bare = getNullableType(field.type);
  const shared = exampleValues[field.name];
  const value = shared === undefined ? exampleOf(bare, field.name) : shared;
  if (value === null && isNonNullType(field.type)) {
    throw new Error(`openapi/examples.ts has no value for ${type}.${field.name}.`);
  }
  return value;
}
