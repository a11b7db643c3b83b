import { valueFromASTUntyped, type GraphQLArgument, type GraphQLInputField } from 'graphql';

/** The limits that `@constraint` sets on an argument or input field. */
export interface Constraint {
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  min?: number;
  max?: number;
  maxItems?: number;
}

/** Reads the `@constraint` of an argument or input field; an empty object when it has none. */
export function constraintOf(node: GraphQLArgument | GraphQLInputField): Constraint {
  const directive = node.astNode?.directives?.find(({ name }) => name.value === 'constraint');
  return Object.fromEntries(
    (directive?.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}
