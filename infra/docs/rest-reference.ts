/** Pages about the REST API: one for each tag of the OpenAPI document. */
import { anchor, block, blocks, code, codeLink, table } from './markdown.ts';
import { limitText } from './graphql-reference.ts';
import type { DocsPage } from './page.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: Array<string | null>;
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  pattern?: string;
}

interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
}

interface Content {
  schema?: Schema;
  example?: unknown;
}

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security?: Array<Record<string, string[]>>;
  parameters?: Parameter[];
  requestBody?: { $ref?: string; description?: string; content?: Record<string, Content> };
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, Content> }>;
}

/** The parts of an OpenAPI 3.1 document that the pages are made from. */
export interface OpenApi {
  tags: Array<{ name: string; description: string }>;
  paths: Record<string, Record<string, Operation>>;
  components: {
    parameters: Record<string, Parameter>;
    responses: Record<string, { description?: string }>;
    schemas: Record<string, Schema>;
    headers: Record<string, { description?: string }>;
  };
}

const FIRST = 200;
/** Statuses from here on are problems. */
const FAILURE = 400;

/** A page for each tag. Shared parameters and headers stand on the page `rest` that people write. */
export function restPages(document: OpenApi, problemSlug: ProblemSlug): DocsPage[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return document.tags.map(({ name, description }, index) => ({
    path: `rest/${anchor(name)}`,
    title: name,
    summary: description,
    sortOrder: FIRST + 1 + index,
    body: blocks([
      ...operations
        .filter(({ operation }) => operation.tags.includes(name))
        .map((row) => operationText(document, row, problemSlug)),
    ]),
  }));
}

/** The table of parameters and headers that many routes share, for the page `rest`. */
export function sharedTables({ components }: OpenApi): { parameters: string; headers: string } {
  return {
    parameters: table(
      ['Name', 'Where', 'What it is'],
      Object.values(components.parameters).map((shared) => [
        code(shared.name),
        shared.in,
        shared.description ?? '',
      ]),
    ),
    headers: table(
      ['Header', 'What it says'],
      Object.entries(components.headers).map(([name, { description }]) => [code(name), description ?? '']),
    ),
  };
}

interface Row {
  path: string;
  method: string;
  operation: Operation;
}

function operationText(document: OpenApi, row: Row, problemSlug: ProblemSlug): string {
  const { path, method, operation } = row;
  const parameters = operation.parameters ?? [];
  const own = parameters.filter(({ $ref }) => !$ref);
  const shared = parameters.flatMap(({ $ref }) => ($ref ? [nameOf($ref)] : []));
  const content = operation.requestBody?.content?.['application/json'];
  const body = content?.schema && resolved(document, content.schema);
  return blocks([
    `## ${operation.summary}`,
    block('http', `${method} ${path}`),
    operation.description.replace(`${operation.summary}. `, ''),
    own.length > 0 && '**Parameters**',
    table(
      ['Name', 'Where', 'Type', 'What it is'],
      own.map((parameter) => [
        code(parameter.name),
        parameter.in,
        [typeText(document, parameter.schema), limitsOf(parameter.schema)].filter(Boolean).join('; '),
        `${parameter.description ?? ''}${otherwise(parameter.schema)}`,
      ]),
    ),
    shared.length > 0 &&
      `Also takes ${shared.map((name) => codeLink(name, '/docs/rest/#shared-parameters')).join(', ')}.`,
    body && '**Body**',
    body && operation.requestBody?.description !== PLAIN_BODY && operation.requestBody?.description,
    body && bodyTable(document, body),
    '**Answers**',
    answersTable(document, operation),
    problemsText(operation, problemSlug),
    block('bash', curl(document, row)),
  ]).trimEnd();
}

const bodyTable = (document: OpenApi, schema: Schema): string =>
  table(
    ['Field', 'Type', 'Limits', 'What it is'],
    Object.entries(schema.properties ?? {}).map(([name, field]) => [
      `${code(name)}${schema.required?.includes(name) ? ' (required)' : ''}`,
      typeText(document, field),
      limitsOf(field),
      `${field.description ?? ''}${otherwise(field)}`,
    ]),
  );

type ProblemSlug = (name: string) => string | null;

/** What an answer holds when it went well. */
function answersTable(document: OpenApi, { responses }: Operation): string {
  return table(
    ['Status', 'What it is'],
    Object.entries(responses).flatMap(([status, { $ref, description = '', content }]) => {
      if (Number(status) >= FAILURE) return [];
      if ($ref) return [[status, 'What you have is current.']];
      const schema = content?.['application/json']?.schema;
      return [[status, schema ? `${typeText(document, schema)}. ${description}` : description]];
    }),
  );
}

/** The problems that an operation answers, each with its status and its page. */
function problemsText({ responses }: Operation, problemSlug: ProblemSlug): string {
  const links = Object.entries(responses).flatMap(([status, { $ref, description = '' }]) => {
    if (Number(status) < FAILURE) return [];
    const names = $ref
      ? [nameOf($ref)]
      : [...description.matchAll(/`([A-Z][A-Za-z]+)`/g)].map(([, name = '']) => name);
    return names.flatMap((name) => {
      const slug = problemSlug(name);
      return slug === null ? [] : [`${status} ${codeLink(name, `/docs/problems/${slug}/`)}`];
    });
  });
  return links.length === 0 ? '' : `Problems: ${links.join(', ')}.`;
}

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ref;

function resolved(document: OpenApi, schema: Schema): Schema {
  return schema.$ref ? (document.components.schemas[nameOf(schema.$ref)] ?? schema) : schema;
}

/** The schema's type; models link to the GraphQL type of the same name, which has the same fields. */
function typeText(document: OpenApi, schema: Schema): string {
  if (schema.$ref) {
    const name = nameOf(schema.$ref);
    return codeLink(name, modelAddress(document, name));
  }
  const some = schema.anyOf ?? schema.allOf;
  if (some) return some.map((one) => typeText(document, one)).join(' or ');
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(', ');
  const types = [schema.type ?? 'object'].flat();
  return types
    .map((type) =>
      type === 'array'
        ? `array of ${schema.items ? typeText(document, schema.items) : 'anything'}`
        : schema.format === 'date-time' && type === 'string'
          ? 'date-time'
          : type,
    )
    .join(' or ');
}

function modelAddress({ components }: OpenApi, name: string): string {
  const isEnum = components.schemas[name]?.enum !== undefined;
  const page = isEnum ? 'enums' : name.endsWith('Input') ? 'inputs' : 'types';
  return `/docs/graphql/${page}/#${anchor(name)}`;
}

function limitsOf(schema: Schema): string {
  const text = (value: number | undefined) => (value === undefined ? undefined : String(value));
  const inner = schema.items ?? schema;
  return limitText({
    minLength: text(inner.minLength),
    maxLength: text(inner.maxLength),
    min: text(schema.minimum),
    max: text(schema.maximum),
    maxItems: text(schema.maxItems),
    pattern: inner.pattern,
  });
}

const otherwise = (schema: Schema): string =>
  schema.default === undefined ? '' : ` ${code(String(schema.default))} when left out.`;

/** What bodies say of themselves when there is nothing to say. */
const PLAIN_BODY = 'What it holds.';

/** Members of the body in an example; the page names all of them. */
const SHOWN = 4;

/** A command that sends the request, with ids in place of variables. */
function curl(document: OpenApi, { path, method, operation }: Row): string {
  const address = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (text, { name, example }) => text.replace(new RegExp(`\\{${name}\\+?\\}`), String(example ?? name)),
      path,
    );
  const guarded = (operation.parameters ?? []).some(({ $ref }) => $ref?.endsWith('/If-Match'));
  const asked = [
    ...(operation.parameters ?? []).filter((parameter) => parameter.in === 'query' && parameter.required),
    ...(guarded ? [{ name: 'expectedVersion', example: 3 }] : []),
  ].map(({ name, example }) => `${name}=${encodeURIComponent(String(example ?? name))}`);
  const url = `http://localhost:4321${address}`;
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${asked.length > 0 ? `'${url}?${asked.join('&')}'` : url}`,
  ];
  if ((operation.security ?? []).some((one) => 'bearer' in one))
    lines.push(`-H "Authorization: Bearer $TOKEN"`);
  const content = operation.requestBody?.content?.['application/json'];
  if (content?.example) {
    const schema = content.schema && resolved(document, content.schema);
    const entries = Object.entries(content.example as Record<string, unknown>);
    const required = entries.filter(([name]) => schema?.required?.includes(name));
    const rest = entries.filter(
      ([name, value]) => !schema?.required?.includes(name) && typeof value !== 'object',
    );
    const shown = Object.fromEntries([...required, ...rest].slice(0, Math.max(SHOWN, required.length)));
    lines.push(
      `-H 'Content-Type: application/json'`,
      `-d '${JSON.stringify(shown, null, 2).replaceAll("'", '’')}'`,
    );
  }
  return lines.join(' \\\n  ');
}
