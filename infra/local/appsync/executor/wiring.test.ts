import { describe, expect, test } from 'vitest';
import { createAppSync } from '../appsync.ts';
import { answering } from './testing/code.ts';
import { apiOptions } from './testing/options.ts';
import { unit } from './testing/todo-api.ts';

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
