import { parse, type FragmentDefinitionNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppSync } from '../../appsync.ts';
import { apiOptions } from '../testing/options.ts';
import type { TestServer } from '../testing/server.ts';
import { serve } from '../testing/server.ts';
import { todoResolvers, todoSchema } from '../testing/todo-api.ts';
import { expansionOf } from './expansion.ts';

let server: TestServer;

beforeAll(async () => {
  server = await serve(createAppSync(apiOptions({ schema: todoSchema, resolvers: todoResolvers })));
});
afterAll(() => server.close());

const LEVELS = 40;

/** Fragments `f0` to `f<levels>`: each says what `body` makes of the next one's name, the last is `end`. */
function chain(
  type: string,
  body: (next: string, level: number) => string,
  end: string,
  levels = LEVELS,
): string {
  const links = Array.from(
    { length: levels },
    (_, at) => `fragment f${at} on ${type} { ${body(`f${at + 1}`, at)} }`,
  );
  return [...links, `fragment f${levels} on ${type} { ${end} }`].join('\n');
}

function measure(text: string) {
  const document = parse(text);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  const asked: string[] = [];
  const counting = {
    get: (name: string) => {
      asked.push(name);
      return fragments.get(name);
    },
  } as unknown as ReadonlyMap<string, FragmentDefinitionNode>;
  return { expansion: expansionOf(document, counting), asked };
}

describe('a document that fragments make larger than 10,000 fields is refused', () => {
  const LEVEL = 'fragment level on Query { deep { ...f0 } }';
  test.each([
    ['spread twice at the root', `{ ...f0 } ${chain('Query', (next) => `...${next} ...${next}`, 'early')}`],
    [
      'spread twice below a field',
      `{ deep { ...f0 } } ${chain('Level', (next) => `...${next} ...${next}`, 'name')}`,
    ],
    [
      'spread in two fields of one name',
      `{ deep { ...f0 } } ${chain('Level', (next) => `next { ...${next} } next { ...${next} }`, 'name')}`,
    ],
    [
      'spread under two aliases',
      `{ ...level } ${LEVEL} ${chain('Level', (next) => `a: next { ...${next} } b: next { ...${next} }`, 'name')}`,
    ],
    [
      'spread in inline fragments',
      `{ ...f0 } ${chain('Query', (next) => `... { ...${next} } ... on Query { ...${next} }`, 'early')}`,
    ],
    [
      'spread with directives',
      `query($x: Boolean = true) { ...f0 } ${chain('Query', (next) => `...${next} @include(if: $x) ...${next} @skip(if: $x)`, 'early')}`,
    ],
  ])('%s', async (_, query) => {
    const { status, data, errors } = await server.query(query);

    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        errorType: 'BadRequestException',
        message: expect.stringMatching(/selects \S+ fields once its fragments are spread, and at most 10000/),
      },
    ]);
  });
});

describe('a document that fragments make no larger than that', () => {
  test('is executed', async () => {
    const query = `{ ...f0 } ${chain('Query', (next) => `...${next} ...${next}`, 'early', 10)}`;

    expect((await server.query(query)).data).toEqual({ early: 'returned early' });
  });

  test('has its depth', () => {
    const { expansion } = measure(
      '{ ...a b } fragment a on Query { x { y { ...b } } } fragment b on T { z }',
    );

    expect(expansion).toEqual({ fields: 4, depth: 3 });
  });

  test('is measured by looking at each fragment once', () => {
    const text = `{ ...f0 ...f0 } ${chain('Query', (next) => `...${next} ...${next}`, 'x', 12)}`;

    const { expansion, asked } = measure(text);

    expect(expansion?.fields).toBe(2 ** 13);
    expect(asked.toSorted()).toEqual(Array.from({ length: 13 }, (_, at) => `f${at}`).toSorted());
  });
});

describe('fragments in a cycle', () => {
  test.each([
    ['of one', '{ ...a } fragment a on Query { ...a }'],
    ['below a field', '{ deep { ...a } } fragment a on Level { next { ...a } }'],
    ['that no operation spreads', '{ early } fragment a on Query { ...b } fragment b on Query { ...a }'],
    [
      'of forty, each spreading every other',
      `{ ...f0 } ${Array.from({ length: LEVELS }, (_, at) => `fragment f${at} on Query { ${Array.from({ length: LEVELS }, (_x, to) => `...f${to}`).join(' ')} }`).join('\n')}`,
    ],
  ])('%s are told as such', async (_, query) => {
    const { status, errors } = await server.query(query);

    expect(status).toBe(200);
    expect(errors?.[0]?.message).toMatch(/^Validation error of type FragmentCycle: Cannot spread fragment/);
  });
});

test('a text of more tokens than AppSync parses is refused', async () => {
  const { status, errors } = await server.query(`{ ${'early '.repeat(15_000)} }`);

  expect(status).toBe(400);
  expect(errors).toEqual([
    { errorType: 'MalformedHttpRequestException', message: 'Unable to parse GraphQL query.' },
  ]);
});
