import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { constraintOf, type Constraint } from '../constraints.ts';
import { clearableFields } from '../rules.ts';

/** A schema of JSON Schema 2020-12, as OpenAPI 3.1 uses it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  default?: unknown;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: JsonSchema;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
}

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Boolean: { type: 'boolean' },
  Int: { type: 'integer', format: 'int32' },
  Float: { type: 'number', format: 'double' },
  AWSDateTime: { type: 'string', format: 'date-time' },
  AWSURL: { type: 'string', format: 'uri' },
};

/** The version that a change builds on, beside the members of its input. */
const EXPECTED_VERSION: JsonSchema = {
  type: 'integer',
  format: 'int32',
  minimum: 1,
  description: 'The version that you read, where `If-Match` does not say it.',
};

/** The schema of a GraphQL type; null is allowed where GraphQL allows it. */
export function schemaOf(type: GraphQLType, constraint: Constraint = {}): JsonSchema {
  if (isNonNullType(type)) return presentSchema(type.ofType, constraint);
  return nullable(presentSchema(type, constraint));
}

/** The schema of an argument, which a path or query parameter is: it is absent or a value, never null. */
export function parameterSchema(argument: GraphQLArgument): JsonSchema {
  const type = isNonNullType(argument.type) ? argument.type.ofType : argument.type;
  return withDefault(presentSchema(type, constraintOf(argument)), argument.defaultValue);
}

/** The schema of an enum, with what each value means. */
export function enumSchema(type: GraphQLEnumType): JsonSchema {
  const values = type.getValues();
  const meanings = values.map(({ name, description }) => `- \`${name}\`: ${description ?? ''}`);
  return {
    type: 'string',
    enum: values.map(({ name }) => name),
    description: `${type.description ?? ''}\n\n${meanings.join('\n')}`,
  };
}

/** The schema of an object that is answered. Fields with arguments are there only when they are expanded. */
export function objectSchema(type: GraphQLObjectType): JsonSchema {
  const fields = Object.values(type.getFields());
  return {
    type: 'object',
    ...described(type),
    properties: Object.fromEntries(
      fields.map((field) => [field.name, { ...schemaOf(field.type), ...described(field) }]),
    ),
    required: fields.filter(({ args }) => args.length === 0).map(({ name }) => name),
  };
}

/** The schema of a body. What an update may not clear takes no null, and the version may stand beside its fields. */
export function inputSchema(type: GraphQLInputObjectType, schema: GraphQLSchema): JsonSchema {
  const clearable = clearableFields(schema, type);
  const fields = Object.values(type.getFields());
  const properties = Object.fromEntries(
    fields.map((field) => [field.name, inputFieldSchema(field, clearable?.has(field.name) ?? true)]),
  );
  const required = fields.filter(isRequired).map(({ name }) => name);
  return {
    type: 'object',
    ...described(type),
    properties: clearable === undefined ? properties : { ...properties, expectedVersion: EXPECTED_VERSION },
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function inputFieldSchema(field: GraphQLInputField, clearable: boolean): JsonSchema {
  const constraint = constraintOf(field);
  const type = isNonNullType(field.type) || clearable ? field.type : undefined;
  const base = type === undefined ? presentSchema(field.type, constraint) : schemaOf(type, constraint);
  return { ...withDefault(base, field.defaultValue), ...described(field) };
}

function isRequired({ type, defaultValue }: GraphQLInputField): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function presentSchema(type: GraphQLType, constraint: Constraint): JsonSchema {
  if (isListType(type)) {
    const { maxItems, ...entry } = constraint;
    const items = schemaOf(type.ofType as GraphQLType, entry);
    return { type: 'array', items, ...(maxItems === undefined ? {} : { maxItems }) };
  }
  const named = type as GraphQLNamedType;
  const scalar = SCALARS[named.name];
  return scalar === undefined ? reference(named.name) : { ...scalar, ...limits(constraint) };
}

function limits({ min, max, minLength, maxLength, pattern }: Constraint): JsonSchema {
  return {
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  };
}

function nullable(schema: JsonSchema): JsonSchema {
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
}

function withDefault(schema: JsonSchema, value: unknown): JsonSchema {
  return value === undefined ? schema : { ...schema, default: value };
}

function described({
  description,
}: {
  description?: string | null | undefined;
}): Pick<JsonSchema, 'description'> {
  return description === null || description === undefined ? {} : { description };
}

/** A reference to a component. */
export function reference(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** The component of a type; undefined for scalars, which are written in place. */
export function componentOf(type: GraphQLNamedType, schema: GraphQLSchema): JsonSchema | undefined {
  if (isEnumType(type)) return enumSchema(type);
  if (isInputObjectType(type)) return inputSchema(type, schema);
  return 'getFields' in type ? objectSchema(type as GraphQLObjectType) : undefined;
}
