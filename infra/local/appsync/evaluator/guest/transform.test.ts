import { describe, expect, it } from 'vitest';
import { valueOf } from '../fixtures.ts';
import type { Json, JsonObject } from '../../types.ts';

function transform(name: string, filter: string): JsonObject | null {
  const text = valueOf(`util.transform.${name}(${filter})`);
  return text === null ? null : (JSON.parse(String(text)) as JsonObject);
}

describe('toDynamoDBFilterExpression', () => {
  const X = { S: 'x' };
  const cases: [filter: string, expression: string, values: JsonObject][] = [
    ["{ v: { eq: 'x' } }", '(#v = :v_eq)', { ':v_eq': X }],
    ["{ v: { ne: 'x' } }", '(#v <> :v_ne)', { ':v_ne': X }],
    ["{ v: { lt: 'x' } }", '(#v < :v_lt)', { ':v_lt': X }],
    ["{ v: { le: 'x' } }", '(#v <= :v_le)', { ':v_le': X }],
    ["{ v: { gt: 'x' } }", '(#v > :v_gt)', { ':v_gt': X }],
    ["{ v: { ge: 'x' } }", '(#v >= :v_ge)', { ':v_ge': X }],
    ['{ v: { eq: 1.5 } }', '(#v = :v_eq)', { ':v_eq': { N: 1.5 } }],
    ['{ v: { eq: null } }', '(#v = :v_eq)', { ':v_eq': { NULL: null } }],
    ['{ v: { eq: { a: [1] } } }', '(#v = :v_eq)', { ':v_eq': { M: { a: { L: [{ N: 1 }] } } } }],
    ["{ v: { contains: 'x' } }", '(contains(#v,:v_contains))', { ':v_contains': X }],
    ["{ v: { notContains: 'x' } }", '(NOT contains(#v,:v_notContains))', { ':v_notContains': X }],
    ["{ v: { beginsWith: 'x' } }", '(begins_with(#v,:v_beginsWith))', { ':v_beginsWith': X }],
    [
      '{ v: { between: [1, 9, 3] } }',
      '(#v BETWEEN :v_between_start AND :v_between_end)',
      { ':v_between_start': { N: 1 }, ':v_between_end': { N: 9 } },
    ],
    ["{ v: { in: ['x', 1] } }", '(#v IN (:v_in_0, :v_in_1))', { ':v_in_0': X, ':v_in_1': { N: 1 } }],
    ['{ v: { in: [] } }', '(null)', {}],
    ['{ v: { attributeExists: true } }', '(attribute_exists(#v))', {}],
    ['{ v: { attributeExists: false } }', '(attribute_not_exists(#v))', {}],
    [
      "{ v: { attributeType: 'numberSet' } }",
      '(attribute_type(#v,:v_attributeType))',
      { ':v_attributeType': { S: 'NS' } },
    ],
    [
      "{ v: { attributeType: '_null' } }",
      '(attribute_type(#v,:v_attributeType))',
      { ':v_attributeType': { S: 'NULL' } },
    ],
    ['{ v: { size: { gt: 2 } } }', '(size(#v) > :v_size_gt)', { ':v_size_gt': { N: 2 } }],
    [
      '{ v: { size: { gt: 2, lt: 5 } } }',
      '((size(#v) > :v_size_gt) AND (size(#v) < :v_size_lt))',
      { ':v_size_gt': { N: 2 }, ':v_size_lt': { N: 5 } },
    ],
    ['{ v: { size: { size: { gt: 1 } } } }', '(size(#v) > :v_size_size_gt)', { ':v_size_size_gt': { N: 1 } }],
    ['{ v: { size: {} } }', '', {}],
    [
      '{ v: { ge: 1, le: 5 } }',
      '((#v >= :v_ge) AND (#v <= :v_le))',
      { ':v_ge': { N: 1 }, ':v_le': { N: 5 } },
    ],
    [
      '{ v: { eq: 1 }, w: { eq: 2 } }',
      '(#v = :v_eq) AND (#w = :w_eq)',
      { ':v_eq': { N: 1 }, ':w_eq': { N: 2 } },
    ],
    ['{ and: [{ v: { eq: 1 } }] }', '(#v = :and_0_v_eq)', { ':and_0_v_eq': { N: 1 } }],
    [
      '{ or: [{ v: { eq: 1 } }, { w: { eq: 2 } }] }',
      '((#v = :or_0_v_eq) OR (#w = :or_1_w_eq))',
      { ':or_0_v_eq': { N: 1 }, ':or_1_w_eq': { N: 2 } },
    ],
    [
      '{ or: [{ and: [{ v: { eq: 1 } }, { w: { eq: 2 } }] }, { v: { eq: 3 } }] }',
      '(((#v = :or_0_and_0_v_eq) AND (#w = :or_0_and_1_w_eq)) OR (#v = :or_1_v_eq))',
      { ':or_0_and_0_v_eq': { N: 1 }, ':or_0_and_1_w_eq': { N: 2 }, ':or_1_v_eq': { N: 3 } },
    ],
    ['{ not: { v: { eq: 1 } } }', '(NOT (#v = :not_v_eq))', { ':not_v_eq': { N: 1 } }],
    ['{ not: { not: { v: { eq: 1 } } } }', '(NOT (NOT (#v = :not_not_v_eq)))', { ':not_not_v_eq': { N: 1 } }],
    [
      '{ not: { and: [{ v: { eq: 1 } }, { w: { eq: 2 } }] } }',
      '(NOT ((#v = :not_and_0_v_eq) AND (#w = :not_and_1_w_eq)))',
      { ':not_and_0_v_eq': { N: 1 }, ':not_and_1_w_eq': { N: 2 } },
    ],
    [
      '{ not: { v: { eq: 1 }, w: { eq: 2 } } }',
      '(NOT ((#v = :not_v_eq) AND (#w = :not_w_eq)))',
      { ':not_v_eq': { N: 1 }, ':not_w_eq': { N: 2 } },
    ],
    ['{}', '', {}],
    ['{ and: [] }', '', {}],
    ['{ v: {} }', '', {}],
    ['{ not: {} }', '(NOT )', {}],
    ['{ v: { eq: 1 }, w: {} }', '(#v = :v_eq) AND ', { ':v_eq': { N: 1 } }],
    ['{ and: [{ v: { eq: 1 } }, {}] }', '((#v = :and_0_v_eq) AND )', { ':and_0_v_eq': { N: 1 } }],
    ["{ 'a.b': { eq: 1 } }", '(#a.b = :a.b_eq)', { ':a.b_eq': { N: 1 } }],
  ];

  it.each(cases)('%s', (filter, expression, values) => {
    const result = transform('toDynamoDBFilterExpression', filter);

    expect(result).toMatchObject({ expression, expressionValues: values });
    expect(Object.keys(result?.['expressionValues'] ?? {})).toHaveLength(Object.keys(values).length);
  });

  it('names each attribute, also one without operators', () => {
    const result = transform('toDynamoDBFilterExpression', '{ v: {}, w: { size: {} } }');

    expect(result?.['expressionNames']).toEqual({ '#v': 'v', '#w': 'w' });
  });

  it.each([
    '',
    'null',
    '[]',
    "'text'",
    '{ v: { near: 1 } }',
    "{ v: 'x' }",
    '{ a: { b: { eq: 1 } } }',
    '{ and: { v: { eq: 1 } } }',
    '{ and: null }',
    '{ and: [{ v: { eq: 1 } }, null] }',
    '{ not: [{ v: { eq: 1 } }] }',
    '{ v: { between: [1] } }',
    "{ v: { between: 'x' } }",
    "{ v: { in: 'x' } }",
    "{ v: { attributeExists: 'yes' } }",
    "{ v: { attributeType: 'S' } }",
    "{ v: { attributeType: 'toString' } }",
    '{ v: { size: 3 } }',
    '{ v: { constructor: 3 } }',
  ])('%s can not be read and gives null', (filter) => {
    expect(transform('toDynamoDBFilterExpression', filter)).toBeNull();
  });

  it('a condition is transformed alike', () => {
    const filter = '{ and: [{ id: { attributeExists: true } }, { version: { eq: 1 } }] }';

    const condition = transform('toDynamoDBConditionExpression', filter);

    expect(condition).toEqual({
      expression: '((attribute_exists(#id)) AND (#version = :and_1_version_eq))',
      expressionNames: { '#id': 'id', '#version': 'version' },
      expressionValues: { ':and_1_version_eq': { N: 1 } },
    });
  });
});

describe('toSubscriptionFilter', () => {
  /** Groups as text: filters joined by `&`. */
  function groups(args: string): string[] | null {
    const filter = valueOf(`util.transform.toSubscriptionFilter(${args})`) as {
      filterGroup: { filters: { fieldName: string; operator: string; value: Json }[] }[];
    } | null;
    if (filter === null) return null;
    return filter.filterGroup.map(({ filters }) =>
      filters
        .map(({ fieldName, operator, value }) => `${fieldName} ${operator} ${JSON.stringify(value)}`)
        .join(' & '),
    );
  }

  it.each([
    ['{ a: { eq: 1 } }', ['a eq 1']],
    ['{ a: { eq: 1 }, b: { eq: false } }', ['a eq 1 & b eq false']],
    ['{ a: { ge: 1, ne: 2 } }', ['a ge 1', 'a ne 2']],
    ['{ and: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }', ['a eq 1 & b eq 2']],
    ['{ or: [{ a: { eq: 1 } }, { b: { eq: 2 } }] }', ['a eq 1', 'b eq 2']],
    [
      '{ and: [{ a: { eq: 1 } }, { or: [{ b: { eq: 2 } }, { c: { eq: 3 } }] }] }',
      ['a eq 1 & b eq 2', 'a eq 1 & c eq 3'],
    ],
    ['{ or: [{ a: { eq: 1 } }], b: { in: [1, 2] } }', ['b in [1,2] & a eq 1']],
    ["{ 'a.b': { beginsWith: 'x' } }", ['a.b beginsWith "x"']],
    ['{ not: { a: { eq: 1 } } }', ['not a {"eq":1}']],
    ['{ a: { eq: 1 }, b: { eq: 2 } }, ["a"]', ['b eq 2']],
    ['{ a: { eq: 1 }, and: [{ b: { eq: 2 } }] }, ["b"]', ['a eq 1']],
    ['{ a: { eq: 1 } }, [], { r: { gte: 5 }, s: { eq: 6 } }', ['a eq 1 & r gte 5', 'a eq 1 & s eq 6']],
    ['{}, [], { r: { eq: 1 } }', ['r eq 1']],
    ['{}', []],
    ['{ a: {} }', []],
    ['{ and: [] }', []],
    ['null', null],
    ['', null],
    ['[]', null],
    ["'{}'", null],
  ])('%s', (args, want) => {
    expect(groups(args)).toEqual(want);
  });
});

describe('toElasticsearchQueryDSL', () => {
  it('joins fields and operators as the guide shows', () => {
    const query = transform(
      'toElasticsearchQueryDSL',
      "{ upvotes: { ne: 15, range: [10, 20] }, title: { eq: 'a', wildcard: 'h*i' } }",
    );

    expect(query).toEqual({
      bool: {
        must: [
          {
            bool: {
              must: [
                { bool: { must_not: { term: { upvotes: 15 } } } },
                { range: { upvotes: { gte: 10, lte: 20 } } },
              ],
            },
          },
          { bool: { must: [{ term: { title: 'a' } }, { wildcard: { title: 'h*i' } }] } },
        ],
      },
    });
  });

  it.each([
    [
      '{ or: [{ a: { match: 1 } }, { b: { exists: true } }] }',
      { bool: { should: [{ match: { a: 1 } }, { exists: { field: 'b' } }] } },
    ],
    ['{ not: { a: { gt: 1 } } }', { bool: { must_not: { range: { a: { gt: 1 } } } } }],
    ["{ a: { matchPhrase: 'b' } }", { match_phrase: { a: 'b' } }],
    ["{ a: { multiMatch: 'b' } }", { multi_match: { fields: ['a'], query: 'b' } }],
    ['null', null],
  ])('%s', (filter, want) => {
    expect(transform('toElasticsearchQueryDSL', filter)).toEqual(want);
  });

  it('says which operator it lacks', () => {
    expect(() => transform('toElasticsearchQueryDSL', '{ a: { near: 1 } }')).toThrow('operator near');
  });
});
