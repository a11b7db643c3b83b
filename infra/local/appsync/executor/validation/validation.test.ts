import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppSync } from '../../appsync.ts';
import { apiOptions } from '../testing/options.ts';
import type { TestServer } from '../testing/server.ts';
import { serve } from '../testing/server.ts';
import { todoResolvers, todoSchema } from '../testing/todo-api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await serve(createAppSync(apiOptions({ schema: todoSchema, resolvers: todoResolvers })));
});
afterAll(() => server.close());

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
