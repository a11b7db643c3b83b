import { getNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import type { Contract } from './contract.ts';
import type { Operation } from './operations.ts';

const HEADER = '// Generated from schema.graphql and openapi/operations.\n';

/** The operations as data, by name. */
export function operationsModule(operations: readonly Operation[]): string {
  const rows = Object.fromEntries(operations.map(({ name, ...rest }) => [name, rest]));
  return `${HEADER}
/** One named operation: its document, the types of its variables, and where in \`data\` its answer is. */
export interface OperationData {
  kind: 'query' | 'mutation';
  document: string;
  variables: Readonly<Record<string, string>>;
  /** The variable behind an argument of another name. */
  arguments: Readonly<Record<string, string>>;
  path: readonly string[];
  type: string;
}

export const operations: Readonly<Record<string, OperationData>> = ${JSON.stringify(rows)};
`;
}

/** Fields of the input types with their types, and the values of enums: what a request's body is checked against. */
export function inputsModule({ schema }: Contract, operations: readonly Operation[]): string {
  const reached = new Set<string>();
  const inputs: Record<string, Record<string, string>> = {};
  const enums: Record<string, string[]> = {};
  const reach = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    const type = schema.getType(name);
    if (isEnumType(type)) enums[name] = type.getValues().map((value) => value.name);
    if (!isInputObjectType(type)) return;
    const fields = Object.values(type.getFields());
    inputs[name] = Object.fromEntries(fields.map((field) => [field.name, String(field.type)]));
    for (const field of fields) reach(getNamedType(field.type).name);
  };
  for (const { variables } of operations) {
    for (const type of Object.values(variables)) reach(type.replace(/[[\]!]/g, ''));
  }
  return `${HEADER}
/** GraphQL types of the fields of each input that a body can be. */
export const inputs: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(inputs)};

/** Values of each enum. */
export const enums: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(enums)};
`;
}

/** Fields of the object types that an operation answers, with the object type of each; empty for plain values. */
export function outputsModule({ schema }: Contract, operations: readonly Operation[]): string {
  const outputs: Record<string, Record<string, string>> = {};
  const reach = (name: string): void => {
    const type = schema.getType(name);
    if (!isObjectType(type) || outputs[name] !== undefined) return;
    const fields = Object.values(type.getFields()).map(
      (field) => [field.name, getNamedType(field.type)] as const,
    );
    outputs[name] = Object.fromEntries(fields.map(([field, of]) => [field, isObjectType(of) ? of.name : '']));
    for (const [, of] of fields) reach(of.name);
  };
  for (const { type } of operations) reach(type);
  return `${HEADER}
/** Fields of each type that can be answered: the name of an object's type, or nothing for a plain value. */
export const outputs: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(outputs)};
`;
}
