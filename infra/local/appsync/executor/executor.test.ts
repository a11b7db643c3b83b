import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppSync } from '../appsync.ts';
import { answering, asking, code, outcome } from './testing/code.ts';
import { apiOptions } from './testing/options.ts';
import type { TestServer } from './testing/server.ts';
import { API_KEY, serve } from './testing/server.ts';

const schema = /* GraphQL */ `
  type Query {
    todo(id: ID!): Todo
    todos(input: TodoFilter): [Todo!]!
    failing: Todo
    appending: String
    pipeline(skip: String): String
    early: String
    crash: String
    info(tag: String): Todo
    badDate: Todo
    notList: [String]
    deep: Level
  }
  type Mutation {
    save(input: TodoInput!): Todo
  }
  type Level {
    next: Level
    name: String
  }
  type Todo {
    id: ID!
    title: String!
    due: AWSDateTime
    state: State
    owner: Owner
    note: AWSJSON
  }
  type Owner {
    name: String
    age: Int
  }
  enum State {
    OPEN
    DONE
  }
  input TodoFilter {
    after: AWSDateTime
    limit: Int
  }
  input TodoInput {
    title: String!
    state: State
    note: AWSJSON
  }
`;

const step = (name: string, request: Parameters<typeof code>[1], response: Parameters<typeof code>[2]) => ({
  name,
  dataSource: 'none',
  code: code(name, request, response),
});

function unit(type: string, field: string, loaded: ReturnType<typeof code>) {
  return { kind: 'UNIT' as const, type, field, dataSource: 'none', code: loaded };
}

const resolvers = [
  unit(
    'Query',
    'todo',
    answering('todo', ({ arguments: { id } }) => ({ id: id ?? null, title: 'A' })),
  ),
  unit(
    'Query',
    'todos',
    answering('todos', () => [
      { id: 1, title: 'A' },
      { id: 2, title: null },
    ]),
  ),
  unit(
    'Query',
    'failing',
    code(
      'failing',
      () => ({ payload: null }),
      () =>
        outcome({
          error: {
            message: 'No such todo',
            type: 'NotFound',
            data: { id: '1', title: 'hidden', owner: { name: 'Ada', age: 36 } },
            info: { why: 'gone' },
          },
        }),
    ),
  ),
  unit(
    'Query',
    'appending',
    code(
      'appending',
      () => ({ payload: 'kept' }),
      ({ result }) => outcome({ value: result, appendedErrors: [{ message: 'Half done', type: 'Partial' }] }),
    ),
  ),
  {
    kind: 'PIPELINE' as const,
    type: 'Query',
    field: 'pipeline',
    code: code(
      'pipeline',
      ({ arguments: { skip } }) =>
        skip === 'before'
          ? outcome({ value: 'early', earlyReturn: { skipTo: 'END' } })
          : outcome({ value: 'before', stash: { trail: ['before'] } }),
      ({ prev, stash }) => `${JSON.stringify(prev?.result)} ${JSON.stringify(stash)}`,
    ),
    functions: [
      step(
        'one',
        ({ arguments: { skip }, prev }) =>
          skip === 'NEXT' || skip === 'END'
            ? outcome({ value: `skipped one`, earlyReturn: { skipTo: skip } })
            : { payload: `${prev?.result as string} one` },
        ({ result }) => result,
      ),
      step(
        'two',
        ({ prev }) => ({ payload: `${prev?.result as string} two` }),
        ({ result, stash }) =>
          outcome({ value: result, stash: { trail: [...(stash['trail'] as string[]), 'two'] } }),
      ),
    ],
  },
  unit(
    'Query',
    'early',
    code(
      'early',
      () => outcome({ value: 'returned early', earlyReturn: { skipTo: 'END' } }),
      () => 'from the response',
    ),
  ),
  unit(
    'Query',
    'crash',
    code(
      'crash',
      () => {
        throw new TypeError('secret detail');
      },
      () => null,
    ),
  ),
  unit(
    'Query',
    'info',
    answering('info', ({ info }) => ({
      id: info.fieldName,
      title: info.selectionSetList.join(' '),
      owner: { name: info.selectionSetGraphQL },
      note: info.variables,
    })),
  ),
  unit(
    'Query',
    'badDate',
    answering('badDate', () => ({ id: 1, title: 'A', due: 'tomorrow', state: 'LOST' })),
  ),
  unit(
    'Query',
    'notList',
    answering('notList', () => 'text'),
  ),
  unit(
    'Query',
    'deep',
    answering('deep', () => ({ name: 'a', next: { name: 'b', next: { name: 'c' } } })),
  ),
  unit(
    'Mutation',
    'save',
    asking('save', ({ arguments: { input } }) => ({ payload: { id: 1, ...(input as object) } })),
  ),
];

const logged: string[] = [];
let server: TestServer;

beforeAll(async () => {
  const api = createAppSync(
    apiOptions({ schema, resolvers, log: ({ message }) => void logged.push(message) }),
  );
  server = await serve(api);
});
afterAll(() => server.close());

describe('resolvers', () => {
  test('a unit resolver passes arguments to its data source and the result to the field', async () => {
    const { status, data, errors } = await server.query('{ todo(id: 7) { id title due } }');

    expect(status).toBe(200);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ todo: { id: '7', title: 'A', due: null } });
  });

  test('an early return of a unit resolver is the value of the field', async () => {
    expect((await server.query('{ early }')).data).toEqual({ early: 'returned early' });
  });

  test.each([
    { skip: null, said: '"before one two" {"trail":["before","two"]}' },
    { skip: 'NEXT', said: '"skipped one two" {"trail":["before","two"]}' },
    { skip: 'END', said: '"skipped one" {"trail":["before"]}' },
    { skip: 'before', said: '"early" {}' },
  ])('a pipeline with early return $skip ends as AppSync ends it', async ({ skip, said }) => {
    const { data } = await server.query('query($s: String) { pipeline(skip: $s) }', { s: skip });

    expect(data).toEqual({ pipeline: said });
  });

  test('ctx.info tells what was selected, through fragments and conditions', async () => {
    const query =
      'query($no: Boolean!) { info { ...F owner @skip(if: $no) { age } } } fragment F on Todo { t: title owner { name } note id }';
    const { data } = await server.query(query, { no: true });

    expect(data?.['info']).toMatchObject({
      id: 'info',
      t: 'title owner owner/name note id',
      note: '{"no":true}',
    });
  });
});

describe('errors of fields', () => {
  test('util.error shows type, info and only the data that was selected', async () => {
    const { status, data, errors } = await server.query('{ failing { id owner { name } } }');

    expect(status).toBe(200);
    expect(data).toEqual({ failing: null });
    expect(errors).toEqual([
      {
        path: ['failing'],
        data: { id: '1', owner: { name: 'Ada' } },
        errorType: 'NotFound',
        errorInfo: { why: 'gone' },
        locations: [{ line: 1, column: 3, sourceName: null }],
        message: 'No such todo',
      },
    ]);
  });

  test('util.appendError keeps the value', async () => {
    const { data, errors } = await server.query('{ appending }');

    expect(data).toEqual({ appending: 'kept' });
    expect(errors).toEqual([
      expect.objectContaining({ path: ['appending'], errorType: 'Partial', message: 'Half done' }),
    ]);
  });

  test('a null in a list of non-null values says where it is', async () => {
    const { data, errors } = await server.query('{ todos { id title } }');

    expect(data).toBeNull();
    expect(errors).toEqual([
      {
        path: ['todos', 1, 'title'],
        locations: null,
        message: "Cannot return null for non-nullable type: 'String' within parent 'Todo' (/todos[1]/title)",
      },
    ]);
  });

  test('values that a type cannot write are null, each with its reason', async () => {
    const { data, errors } = await server.query('{ badDate { id due state } notList }');

    expect(data).toEqual({ badDate: { id: '1', due: null, state: null }, notList: null });
    expect(errors?.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        "Can't serialize value (/badDate/due) : Unable to serialize `tomorrow` as a valid DateTime Object.",
        "Can't serialize value (/badDate/state) : Invalid input for Enum 'State'. No value found for name 'LOST'",
        "Can't resolve value (/notList) : type mismatch error, expected type LIST",
      ]),
    );
  });

  test('an unexpected failure is logged and shows no detail', async () => {
    const { errors } = await server.query('{ crash }');

    expect(errors).toEqual([expect.objectContaining({ errorType: 'InternalFailure' })]);
    expect(JSON.stringify(errors)).not.toContain('secret');
    expect(logged).toContain('crash: secret detail');
  });
});

describe('validation', () => {
  test.each([
    ['{ x }', "FieldUndefined: Field 'x' in type 'Query' is undefined @ 'x'"],
    ['{ todo(id: 1) { x } }', "FieldUndefined: Field 'x' in type 'Todo' is undefined @ 'todo/x'"],
    ['{ todo { id } }', "MissingFieldArgument: Missing field argument id @ 'todo'"],
    ['{ todo(id: 1, x: 2) { id } }', "UnknownArgument: Unknown field argument x @ 'todo'"],
    ['{ todo(id: 1) }', "SubSelectionRequired: Sub selection required for type Todo of field todo @ 'todo'"],
    [
      '{ early { x } }',
      "SubSelectionNotAllowed: Sub selection not allowed on leaf type String of field early @ 'early'",
    ],
    ['query($x: Nope) { early }', 'UnknownType: Unknown type Nope'],
    ['query($x: ID) { early }', "UnusedVariable: Unused variable 'x'"],
    ['{ todo(id: $x) { id } }', "UndefinedVariable: Undefined variable 'x' @ 'todo'"],
    [
      'query($x: String) { todo(id: $x) { id } }',
      "VariableTypeMismatch: Variable type 'String' doesn't match expected type 'ID!' @ 'todo'",
    ],
    [
      '{ todos(input: {after: "2019"}) { id } }',
      "WrongType: argument 'input.after' with value 'StringValue{value='2019'}' is not a valid 'AWSDateTime' @ 'todos'",
    ],
    [
      '{ todos(input: {foo: 1}) { id } }',
      "WrongType: argument 'input.foo' with value 'ObjectField{name='foo', value=IntValue{value=1}}' contains a field not in 'TodoFilter': 'foo' @ 'todos'",
    ],
    [
      'mutation { save(input: {}) { id } }',
      "WrongType: argument 'input' with value 'ObjectValue{objectFields=[]}' is missing required fields '[title]' @ 'save'",
    ],
  ])('%s', async (query, message) => {
    const { status, data, errors } = await server.query(query);

    expect(status).toBe(200);
    expect(data).toBeNull();
    expect(errors?.[0]).toEqual({
      path: null,
      locations: [expect.objectContaining({ sourceName: null })],
      message: `Validation error of type ${message}`,
    });
  });
});

describe('variables', () => {
  const query = 'mutation($input: TodoInput!) { save(input: $input) { id note } }';
  test.each([
    [{}, "Variable 'input' has coerced Null value for NonNull type 'TodoInput!'"],
    [{ input: {} }, "Variable 'title' has coerced Null value for NonNull type 'String!'"],
    [{ input: { title: null } }, "Variable 'title' has coerced Null value for NonNull type 'String!'"],
    [
      { input: { title: 'a', x: 1 } },
      "The variables input contains a field name 'x' that is not defined for input object type 'TodoInput' ",
    ],
    [
      { input: { title: 'a', note: '{' } },
      "Variable 'note' has an invalid value. Unable to parse `{` as a valid JSON.",
    ],
    [
      { input: { title: 'a', state: 'X' } },
      "Variable 'state' has an invalid value. Invalid input for Enum 'State'. No value found for name 'X'",
    ],
    [{ input: 'a' }, "Variable 'input' has an invalid value. Expected a map of type 'TodoInput'."],
  ])('%j is refused', async (variables, message) => {
    const { data, errors } = await server.query(query, variables);

    expect(data).toBeNull();
    expect(errors).toEqual([{ path: null, locations: [{ line: 1, column: 10, sourceName: null }], message }]);
  });

  test('JSON reaches the resolver parsed and leaves as a text', async () => {
    const { data } = await server.query(query, { input: { title: 'a', note: '{"a":[1]}' } });

    expect(data).toEqual({ save: { id: '1', note: '{"a":[1]}' } });
  });
});

describe('HTTP', () => {
  test.each([
    ['', 400, 'MalformedHttpRequestException', 'Request body is empty.'],
    ['{', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    ['{"query":"{"}', 400, 'MalformedHttpRequestException', 'Unable to parse GraphQL query.'],
    [
      '{"query":"query A {early} query B {early}"}',
      400,
      'BadRequestException',
      'Must provide operation name if query contains multiple operations.',
    ],
    [
      '{"query":"query A {early}","operationName":"C"}',
      400,
      'BadRequestException',
      "Unknown operation named 'C'.",
    ],
    [
      JSON.stringify({ query: ' '.repeat(1_100_000) }),
      413,
      'RequestEntityTooLargeException',
      'The request body is larger than 1048576 bytes. Send less.',
    ],
  ])('the body %j is answered with %i', async (body, status, errorType, message) => {
    const answer = await server.post(body);

    expect(answer.status).toBe(status);
    expect(answer.errors).toEqual([{ errorType, message }]);
    expect(answer.headers.get('x-amzn-errortype')).toBe(errorType);
  });

  test.each([[{}], [{ 'x-api-key': 'wrong' }]])('headers %j are not authorized', async (headers) => {
    const answer = await server.query('{ early }', {}, headers);

    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-amzn-errortype')).toBe('UnauthorizedException');
    expect(answer.errors).toEqual([
      {
        errorType: 'UnauthorizedException',
        message: 'You are not authorized to make this call.',
      },
    ]);
  });

  test('a browser of any origin may call', async () => {
    const response = await fetch(server.url, { method: 'OPTIONS' });

    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('in process', () => {
  test('fetch answers what handle answers', async () => {
    const api = createAppSync(apiOptions({ schema, resolvers }));
    const body = JSON.stringify({ query: '{ todo(id: 7) { id } }' });
    const headers = { 'x-api-key': API_KEY };

    const response = await api.fetch(new Request('http://local/graphql', { method: 'POST', body, headers }));

    expect(await response.json()).toEqual({ data: { todo: { id: '7' } } });
  });
});

describe('limits', () => {
  test('fields below the depth limit are null, the others answer', async () => {
    const api = createAppSync(apiOptions({ schema, resolvers, limits: { queryDepthLimit: 3 } }));
    const limited = await serve(api);

    const { data, errors } = await limited.query('{ deep { name next { name next { name } } } }');

    expect(data).toEqual({ deep: { name: 'a', next: { name: 'b', next: { name: null } } } });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['deep', 'next', 'next', 'name'],
        errorType: 'QueryDepthLimitReached',
      }),
    ]);
    await limited.close();
  });

  test('resolvers beyond the count limit do not run', async () => {
    const api = createAppSync(apiOptions({ schema, resolvers, limits: { resolverCountLimit: 1 } }));
    const limited = await serve(api);

    const { data, errors } = await limited.query('{ a: early b: early }');

    expect(data).toEqual({ a: 'returned early', b: null });
    expect(errors?.[0]?.errorType).toBe('ResolverExecutionLimitReached');
    await limited.close();
  });

  test('introspection can be turned off', async () => {
    const api = createAppSync(apiOptions({ schema, resolvers, introspection: false }));
    const limited = await serve(api);

    const { errors } = await limited.query('{ __typename __schema { types { name } } }');

    expect(errors?.[0]?.message).toBe(
      "Validation error of type FieldUndefined: Field '__schema' in type 'Query' is undefined @ '__schema'",
    );
    await limited.close();
  });

  test('a request that takes too long ends with ExecutionTimeout', async () => {
    const never = { type: 'NONE' as const, invoke: () => new Promise<never>(() => undefined) };
    const api = createAppSync(
      apiOptions({ schema, resolvers, dataSources: { none: never }, limits: { requestMs: 20 } }),
    );
    const limited = await serve(api);

    const { errors } = await limited.query('{ appending }');

    expect(errors?.[0]?.errorType).toBe('ExecutionTimeout');
    await limited.close();
  });
});

describe('creation', () => {
  test('every problem of the wiring is listed', () => {
    const wrong = () =>
      createAppSync(
        apiOptions({
          schema: 'type Query { a: Int b: Int } type Other { c: Int }',
          resolvers: [
            unit(
              'Query',
              'a',
              answering('a', () => 1),
            ),
            unit(
              'Query',
              'a',
              answering('a', () => 1),
            ),
            unit(
              'Query',
              'z',
              answering('z', () => 1),
            ),
            unit(
              'Nope',
              'z',
              answering('z', () => 1),
            ),
            {
              ...unit(
                'Other',
                'c',
                answering('c', () => 1),
              ),
              dataSource: 'gone',
            },
          ],
          dataSources: {
            none: { type: 'NONE', invoke: async () => ({ result: null, error: null }) },
            idle: { type: 'NONE', invoke: async () => ({ result: null, error: null }) },
          },
          auth: { default: 'API_KEY', additional: ['AWS_IAM'], apiKeys: [] },
        }),
      );

    expect(wrong).toThrow(
      [
        'The API cannot be created:',
        '- Query.z: the schema has no field z on Query',
        '- Nope.z: the schema has no object type Nope',
        '- Other.c: no data source is named "gone"',
        '- Query.a: has more than one resolver',
        '- data source "idle": no resolver uses it',
        '- Query.b: has no resolver',
        '- The mode AWS_IAM is on, but auth.iam is not given',
      ].join('\n'),
    );
  });

  test.each([
    ['directive @own on OBJECT type Query { a: Int }', /directive @own is defined/],
    ['scalar Date type Query { a: Int }', /scalar Date is defined/],
    ['type Query { a: Int @nope }', /Unknown directive "@nope"/],
  ])('AppSync would refuse the schema %s', (refused, message) => {
    expect(() => createAppSync(apiOptions({ schema: refused, resolvers: [] }))).toThrow(message);
  });
});
