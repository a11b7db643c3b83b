import { Validator } from '@seriousme/openapi-schema-validator';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openapi } from './document.gen.ts';
import { schemaProblems } from './json-schema.testing.ts';
import { DOCUMENT_PATH, routes } from './routes.ts';

interface Described {
  description?: string;
}

interface Media {
  schema: object;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

interface Operation extends Described {
  operationId: string;
  summary: string;
  tags: string[];
  security: unknown[];
  parameters: (Described & { $ref?: string; name: string; schema: object; example?: unknown })[];
  requestBody?: { $ref?: string; content: Record<string, Media> };
  responses: Record<
    string,
    Described & { $ref?: string; headers?: Record<string, unknown>; content?: Record<string, Media> }
  >;
}

const document = JSON.parse(openapi) as {
  paths: Record<string, Record<string, Operation>>;
  components: Record<
    'responses' | 'requestBodies' | 'parameters' | 'headers' | 'schemas',
    Record<string, object>
  >;
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
  ),
);

/** Every media type of the document with where it is. */
function media(part: unknown, at = ''): [string, Media][] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, member]: [string, unknown]) =>
    name === 'content' && at !== ''
      ? Object.entries(member as Record<string, Media>).map(
          ([type, one]) => [`${at} ${type}`, one] as [string, Media],
        )
      : media(member, `${at}/${name}`),
  );
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(openapi) as Record<string, unknown>);

    expect(result).toMatchObject({ valid: true });
  });

  it('says the same in YAML as in JSON', () => {
    const yaml: unknown = parse(readFileSync(new URL('openapi.gen.yaml', import.meta.url), 'utf8'));

    expect(yaml).toEqual(document);
  });

  it('has one operation a route, and its own', () => {
    const lines = routes.map(({ method, path }) => `${method} ${path.replace('+}', '}')}`);

    expect(operations.map(([line]) => line).sort()).toEqual([...lines, `GET ${DOCUMENT_PATH}`].sort());
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
  });

  it.each(operations)('%s is described, with each of its parameters and answers', (_line, operation) => {
    const { summary, description, tags, security, parameters, responses } = operation;

    expect([summary, description].every((text) => (text ?? '').length > 5)).toBe(true);
    expect(tags).toHaveLength(1);
    expect(security).toBeInstanceOf(Array);
    expect(parameters.filter(({ $ref, description: text }) => $ref === undefined && !text)).toEqual([]);
    expect(
      Object.values(responses).filter(({ $ref, description: text }) => $ref === undefined && !text),
    ).toEqual([]);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['429', '500', '503']));
  });

  it('refers only to components that exist, and has none that nobody refers to', () => {
    const referred = new Set(
      [...openapi.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, name]) => name),
    );
    const existing = Object.entries(document.components)
      .filter(([kind]) => kind !== 'securitySchemes')
      .flatMap(([kind, members]) => Object.keys(members).map((name) => `${kind}/${name}`));

    expect([...referred].sort()).toEqual(existing.sort());
  });

  it.each(media(document).filter(([, { example, examples }]) => (example ?? examples) !== undefined))(
    'the example at %s fits its schema',
    (_at, { schema, example, examples }) => {
      const values = [
        ...(example === undefined ? [] : [example]),
        ...Object.values(examples ?? {}).map(({ value }) => value),
      ];

      expect(values.flatMap((value) => schemaProblems(value, schema, document.components.schemas))).toEqual(
        [],
      );
    },
  );

  it.each(
    operations.flatMap(([line, { parameters }]) =>
      parameters.map((one) => [`${one.name} of ${line}`, one] as const),
    ),
  )('the example of the parameter %s fits its schema', (_at, { schema, example }) => {
    const problems =
      example === undefined ? [] : schemaProblems(example, schema, document.components.schemas);

    expect(problems).toEqual([]);
  });

  it('shows an example for every body and every answer', () => {
    const without = media(document.paths).filter(
      ([at, { example, examples }]) => !at.includes(DOCUMENT_PATH) && (example ?? examples) === undefined,
    );

    expect(without.map(([at]) => at)).toEqual([]);
  });
});
