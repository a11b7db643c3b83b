/** The part of JSON Schema 2020-12 that the document uses. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: Schema;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
}

const FORMATS: Readonly<Record<string, (value: string) => boolean>> = {
  'date-time': (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value),
  uri: (value) => URL.canParse(value),
};

const KEYWORDS = new Set(
  '$ref type enum format anyOf properties required additionalProperties items minLength maxLength pattern minimum maximum maxItems description default'.split(
    ' ',
  ),
);

/** What is wrong with a value by a schema of the document; an unknown keyword is an error, so that none goes unchecked. */
export function schemaProblems(
  value: unknown,
  schema: Schema,
  components: Record<string, Schema>,
  at = '',
): string[] {
  const unknown = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  if (unknown.length > 0) throw new Error(`Unknown keywords: ${unknown.join()}`);
  if (schema.$ref !== undefined) {
    const target = components[schema.$ref.replace('#/components/schemas/', '')];
    return target === undefined
      ? [`${at}: no ${schema.$ref}`]
      : schemaProblems(value, target, components, at);
  }
  if (schema.anyOf !== undefined) {
    const attempts = schema.anyOf.map((option) => schemaProblems(value, option, components, at));
    return attempts.some((problems) => problems.length === 0) ? [] : attempts.flat();
  }
  const types = [schema.type ?? []].flat();
  const type = typeOf(value);
  if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number'))) {
    return [`${at}: ${type} is not ${types.join()}`];
  }
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at}: not in the enum`];
  if (typeof value === 'string') return textProblems(value, schema, at);
  if (typeof value === 'number') return numberProblems(value, schema, at);
  if (Array.isArray(value)) {
    const tooMany = value.length > (schema.maxItems ?? Infinity) ? [`${at}: too many items`] : [];
    const items = value.flatMap((item, index) =>
      schemaProblems(item, schema.items ?? {}, components, `${at}/${index}`),
    );
    return [...tooMany, ...items];
  }
  return value === null ? [] : memberProblems(value as Record<string, unknown>, schema, components, at);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function textProblems(value: string, schema: Schema, at: string): string[] {
  return [
    value.length < (schema.minLength ?? 0) ? 'too short' : '',
    value.length > (schema.maxLength ?? Infinity) ? 'too long' : '',
    schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)
      ? `not ${schema.pattern}`
      : '',
    FORMATS[schema.format ?? '']?.(value) === false ? `not a ${schema.format}` : '',
  ]
    .filter((problem) => problem !== '')
    .map((problem) => `${at}: ${problem}`);
}

function numberProblems(value: number, schema: Schema, at: string): string[] {
  const inside = value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  return inside ? [] : [`${at}: out of range`];
}

function memberProblems(
  value: Record<string, unknown>,
  schema: Schema,
  components: Record<string, Schema>,
  at: string,
): string[] {
  const properties = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name));
  const unknown =
    schema.additionalProperties === false ? Object.keys(value).filter((name) => !(name in properties)) : [];
  return [
    ...missing.map((name) => `${at}/${name}: missing`),
    ...unknown.map((name) => `${at}/${name}: unknown`),
    ...Object.entries(value).flatMap(([name, member]) =>
      schemaProblems(member, properties[name] ?? {}, components, `${at}/${name}`),
    ),
  ];
}
