/** A small API for tests: resolvers over the NONE data source, one for each thing a resolver can do. */
import { answering, asking, code, outcome } from './code.ts';
import type { Resolver } from '../options.ts';

export const todoSchema = /* GraphQL */ `
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

/** A unit resolver over the data source `none`. */
export function unit(type: string, field: string, loaded: ReturnType<typeof code>) {
  return { kind: 'UNIT' as const, type, field, dataSource: 'none', code: loaded };
}

export const todoResolvers: Resolver[] = [
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
