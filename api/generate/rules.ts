import {
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { constraintOf, isReset } from './constraints.ts';
import type { Contract } from './contract.ts';

const HEADER = `// Generated from schema.graphql: the limits of input types and arguments, for validate.ts, and the defaults of creates.

import type { Rules } from './validate.ts';
`;

/**
 * The limits as data: one const an input type, `<type>`, and one a field with limited arguments, `<type><Field>Arguments`.
 * Each is a named export of its own, so that a resolver's bundle holds those that it uses. `<type>Defaults` holds what a
 * field of a create has when it is left out or null: GraphQL fills in a default for the former only.
 */
export function validationRules({ schema }: Contract): string {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const inputs = leavesFirst(types.filter(isInputObjectType));
  const known = new Set<string>();
  const consts: string[] = [];
  for (const input of inputs) {
    const clearable = clearableFields(schema, input);
    const body = rulesOf(Object.values(input.getFields()), known, clearable);
    if (body !== '') {
      known.add(input.name);
      consts.push(constant(decapitalise(input.name), body));
    }
    const defaults = defaultsOf(input);
    if (defaults !== '') consts.push(`export const ${decapitalise(input.name)}Defaults = {${defaults}};\n`);
  }
  for (const type of types.filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const body = rulesOf(field.args, known, undefined);
      if (body === '') continue;
      consts.push(constant(`${decapitalise(type.name)}${capitalise(field.name)}Arguments`, body));
    }
  }
  return `${HEADER}\n${consts.join('\n')}`;
}

function constant(name: string, body: string): string {
  return `export const ${name}: Rules = {${body}};\n`;
}

function rulesOf(
  fields: readonly (GraphQLInputField | GraphQLArgument)[],
  known: ReadonlySet<string>,
  clearable: ReadonlySet<string> | undefined,
): string {
  return fields
    .map((field) => {
      const { pattern, ...limits } = constraintOf(field);
      const nested = getNamedType(field.type).name;
      const parts = [
        ...(clearable !== undefined && !clearable.has(field.name) ? ['notNull: true'] : []),
        ...Object.entries(limits).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
        ...(pattern === undefined ? [] : [`pattern: ${JSON.stringify(wholeText(pattern))}`]),
        ...(known.has(nested) ? [`fields: ${decapitalise(nested)}`] : []),
      ];
      return parts.length === 0 ? '' : `${field.name}: { ${parts.join(', ')} },`;
    })
    .join('');
}

function defaultsOf(input: GraphQLInputObjectType): string {
  return Object.values(input.getFields())
    .filter(({ defaultValue }) => defaultValue !== undefined)
    .map(({ name, defaultValue }) => `${name}: ${JSON.stringify(defaultValue)},`)
    .join('');
}

/**
 * Says the same to an engine that looks for the pattern and to one that wants it to cover the whole text: which of the
 * two `util.matches` does is not documented. Java's `$` also stops before a last line break, so the end is spelled out.
 */
export function wholeText(pattern: string): string {
  if (!pattern.startsWith('^')) throw new Error(`A pattern must begin with ^. Received: ${pattern}`);
  return pattern.endsWith('$') ? `${pattern.slice(0, -1)}(?![\\s\\S])` : `${pattern}[\\s\\S]*`;
}

/**
 * Fields of an update that null may clear: those that a create does not demand and an answer may leave empty, and those
 * that null resets. Undefined for inputs that are no updates, where graphql-js and AppSync already refuse null for what
 * is demanded.
 */
export function clearableFields(
  schema: GraphQLSchema,
  input: GraphQLInputObjectType,
): ReadonlySet<string> | undefined {
  if (!input.name.startsWith('Update')) return undefined;
  const created = createdBy(schema, input).getFields();
  const answered = answeredBy(schema, input).getFields();
  const mayBeNull = (type: GraphQLType | undefined): boolean => type === undefined || !isNonNullType(type);
  const clearable = Object.values(input.getFields()).filter(
    (field) =>
      isReset(field) || (mayBeNull(created[field.name]?.type) && mayBeNull(answered[field.name]?.type)),
  );
  return new Set(clearable.map(({ name }) => name));
}

/** The mutation that takes an input. */
function takerOf(schema: GraphQLSchema, input: GraphQLInputObjectType) {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return mutations.find(({ args }) => args.some(({ type }) => getNamedType(type) === input));
}

/** The type that answers what `update` changed. */
function answeredBy(schema: GraphQLSchema, update: GraphQLInputObjectType): GraphQLObjectType {
  const answer = takerOf(schema, update)?.type;
  const type = answer === undefined ? undefined : getNamedType(answer);
  if (!isObjectType(type)) throw new Error(`No mutation takes ${update.name} and answers an object.`);
  return type;
}

/** The input that creates what `update` changes: of the same name, or of a mutation with the same answer. */
function createdBy(schema: GraphQLSchema, update: GraphQLInputObjectType): GraphQLInputObjectType {
  const entity = update.name.slice('Update'.length);
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const changed = takerOf(schema, update);
  const rival = mutations.find(
    (field) => field.name.startsWith('create') && String(field.type) === String(changed?.type),
  );
  const candidates = [
    schema.getType(`Create${entity}`),
    schema.getType(`Add${entity}`),
    ...(rival?.args ?? []).map(({ type }) => getNamedType(type)),
  ];
  const found = candidates.find((type) => isInputObjectType(type));
  if (found === undefined || !isInputObjectType(found)) {
    throw new Error(
      `No input creates what ${update.name} changes; expected Create${entity} or Add${entity}.`,
    );
  }
  return found;
}

/** Input types in an order in which each stands after those it refers to; a cycle is refused. */
function leavesFirst(inputs: readonly GraphQLInputObjectType[]): GraphQLInputObjectType[] {
  const ordered: GraphQLInputObjectType[] = [];
  const place = (input: GraphQLInputObjectType, above: readonly string[]): void => {
    if (above.includes(input.name))
      throw new Error(`Inputs refer to themselves: ${[...above, input.name].join(' > ')}`);
    if (ordered.includes(input)) return;
    for (const field of Object.values(input.getFields())) {
      const nested = getNamedType(field.type);
      if (isInputObjectType(nested)) place(nested, [...above, input.name]);
    }
    ordered.push(input);
  };
  for (const input of inputs) place(input, []);
  return ordered;
}

function capitalise(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function decapitalise(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
