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

/** No limit on a value, but a word on null. */
const RESETS = 'resets';

/** Reads the `@constraint` of an argument or input field; an empty object when it has none. */
export function constraintOf(node: GraphQLArgument | GraphQLInputField): Constraint {
  const directive = node.astNode?.directives?.find(({ name }) => name.value === 'constraint');
  return Object.fromEntries(
    (directive?.arguments ?? [])
      .filter(({ name }) => name.value !== RESETS)
      .map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

/** Whether null gives the field of an update a value again that it had without a person's doing. */
export function isReset(node: GraphQLInputField): boolean {
  const directive = node.astNode?.directives?.find(({ name }) => name.value === 'constraint');
  return directive?.arguments?.some(({ name }) => name.value === RESETS) ?? false;
}
