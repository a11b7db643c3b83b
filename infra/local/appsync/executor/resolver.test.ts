import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppSync } from '../appsync.ts';
import { apiOptions } from './testing/options.ts';
import type { TestServer } from './testing/server.ts';
import { serve } from './testing/server.ts';
import { todoResolvers, todoSchema } from './testing/todo-api.ts';

const logged: string[] = [];
let server: TestServer;

beforeAll(async () => {
  const api = createAppSync(
    apiOptions({
      schema: todoSchema,
      resolvers: todoResolvers,
      log: ({ message }) => void logged.push(message),
    }),
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
    const without = await server.query(query, { no: true });
    const included = await server.query(query, { no: false });

    expect(without.data?.['info']).toMatchObject({
      id: 'info',
      t: 'title owner owner/name note id',
      note: '{"no":true}',
    });
    expect(included.data?.['info']).toMatchObject({ t: 'title owner owner/name note id owner/age' });
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
