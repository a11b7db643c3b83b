/** Every statement of every policy: that it says what it must, and what it answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TableAccess } from '../inventory.types.ts';
import { inventory } from '../inventory.ts';
import { accessTable, type OwnedStatement, ownedStatements } from './access-table.ts';
import { allows } from './policy-evaluation.ts';
import { POLICY_TYPES, statementsIn } from './policies.ts';
import { exampleSettings } from './settings.ts';
import { stageOf } from './stages.ts';
import { synthesise } from './testing.ts';
import { WILDCARDS, wildcardsOf } from './wildcards.ts';

type Json = Parameters<typeof accessTable>[0][string];
let templates: Record<string, Json>;
let statements: OwnedStatement[];

const jsonOf = (changes?: Parameters<typeof synthesise>[0]): Record<string, Json> => {
  const { data, edge, platform, traffic, nested } = synthesise(changes);
  return {
    ArtissistData: data.toJSON() as Json,
    ArtissistEdge: edge.toJSON() as Json,
    Artissist: platform.toJSON() as Json,
    ArtissistTraffic: traffic.toJSON() as Json,
    ...Object.fromEntries(nested.map((template, index) => [`Nested${index}`, template.toJSON() as Json])),
  };
};

beforeAll(() => {
  templates = jsonOf();
  statements = Object.values(templates).flatMap(ownedStatements);
});

const say = ({ name, actions, resources }: OwnedStatement): string =>
  `${name}: ${actions.join(' ')} on ${resources.join(' ')}`;

describe('every statement', () => {
  it('is parsed: no type holds a policy that is not read', () => {
    const types = Object.values(templates).flatMap(({ Resources }) => Object.values(Resources));
    const holding = types
      .filter(({ Properties }) => /"2012-10-17"/.test(JSON.stringify(Properties ?? {})))
      .map(({ Type }) => Type);

    expect([...new Set(holding)].filter((type) => !POLICY_TYPES.includes(type))).toEqual([]);
    expect(statements.length).toBeGreaterThan(150);
  });

  it('names its actions, but for the account that holds a key', () => {
    const wild = statements.filter(
      ({ effect, actions }) => effect === 'Allow' && actions.some((action) => /[*?]/.test(action)),
    );

    // Without it a key that nobody else may change is lost:
    // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
    const own = wild.filter(
      ({ kind, actions, principals }) =>
        kind === 'resource' &&
        actions.join() === 'kms:*' &&
        principals.join() === 'arn:<AWS::Partition>:iam::<AWS::AccountId>:root',
    );
    expect(wild.filter((statement) => !own.includes(statement)).map(say)).toEqual([]);
  });

  it('has a written reason for each wildcard in its resources, and no reason is left over', () => {
    const elsewhere = { ...exampleSettings('prod'), stage: stageOf('prod', 'eu-west-1') };
    const profiles = { ...elsewhere.models, analysis: 'eu.amazon.nova-2-lite-v1:0' };
    const all = [
      ...statements,
      ...Object.values(jsonOf({ settings: { ...elsewhere, models: profiles } })).flatMap(ownedStatements),
    ];
    const used = new Set<string>();

    const unexplained = all.flatMap((statement) =>
      wildcardsOf(statement)
        .filter(({ resource, action }) => {
          const row = WILDCARDS.find((one) => one.resource.test(resource) && one.actions.test(action));
          if (row) used.add(row.reason);
          return !row;
        })
        .map(({ resource, action }) => `${statement.name}: ${action} on ${resource}`),
    );

    expect(unexplained).toEqual([]);
    expect(WILDCARDS.filter(({ reason }) => !used.has(reason))).toEqual([]);
  });

  it('says what is allowed, not what is left', () => {
    const negated = statements.filter(({ effect, negations }) => effect === 'Allow' && negations.length > 0);

    expect(negated.map(say)).toEqual([]);
  });

  it('lets in everybody only with the account or the source in its conditions', () => {
    const open = statements.filter(
      ({ effect, kind, principals }) =>
        effect === 'Allow' && kind === 'resource' && principals.some((principal) => principal === '*'),
    );

    for (const { conditions } of open)
      expect(Object.keys(conditions['StringEquals'] ?? {})).toContain('kms:CallerAccount');
    expect(open.length).toBeGreaterThan(0);
  });

  it('stands in `access.gen.md`; `node infra/aws/record.ts` writes it anew', () => {
    const written = readFileSync(join(import.meta.dirname, 'access.gen.md'), 'utf8');

    expect(written).toBe(accessTable(templates));
  });
});

describe('asked for items of the table', () => {
  const TABLE = 'arn:<AWS::Partition>:dynamodb:us-east-1:<AWS::AccountId>:table/Artissist';
  const ID = '01JZ5X8Q4M7N2P9R3S6T8V0W1X';
  /** A partition of each kind, in the table and in indexes. */
  const PARTITIONS = [
    `TENANT#${ID}`,
    `TENANT#${ID}#PROJECT`,
    `PERSON#${ID}`,
    `PUBLIC#${ID}`,
    'PUBLIC#PORTFOLIOS#3',
    'HANDLE#ada',
    `TOKEN#${'0'.repeat(64)}`,
    `public#${ID}`,
    'OTHER#1',
    '',
  ];
  const ACTIONS = [
    'GetItem',
    'BatchGetItem',
    'Query',
    'Scan',
    'PutItem',
    'UpdateItem',
    'DeleteItem',
    'BatchWriteItem',
    'ConditionCheckItem',
    'PartiQLSelect',
    'PartiQLUpdate',
    'PartiQLInsert',
    'PartiQLDelete',
    'DeleteTable',
    'UpdateTimeToLive',
  ];
  const RESOURCES = [TABLE, ...inventory.table.indexes.map(({ name }) => `${TABLE}/index/${name}`)];
  const of = (name: string) => statements.filter((one) => one.kind === 'role' && one.name === name);
  const asks = (name: string, action: string, resource: string, keys?: string[]): boolean =>
    allows(of(name), {
      action: `dynamodb:${action}`,
      resource,
      context: keys === undefined ? {} : { 'dynamodb:LeadingKeys': keys },
    });

  const principals: Array<{ name: string; access: TableAccess | undefined }> = [
    ...inventory.dataSources.flatMap((row) =>
      row.kind === 'table' ? [{ name: `Api${row.name}`, access: row.access }] : [],
    ),
    ...inventory.functions.map(({ name, table: access }) => ({ name: name, access })),
  ];

  it.each(principals)(
    '$name is given its own prefixes by its own actions, and no other',
    ({ name, access }) => {
      const wanted = (action: string, resource: string, key: string): boolean =>
        access !== undefined &&
        (access.actions as string[]).includes(action) &&
        (resource === TABLE || access.indexes.some((index) => resource.endsWith(`/index/${index}`))) &&
        access.leadingKeys.some((prefix) => key.startsWith(prefix.replace('*', '')));

      const wrong = ACTIONS.flatMap((action) =>
        RESOURCES.flatMap((resource) =>
          PARTITIONS.filter(
            (key) => asks(name, action, resource, [key]) !== wanted(action, resource, key),
          ).map((key) => `${action} ${resource} ${key}`),
        ),
      );

      expect(of(name).length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    },
  );

  it.each(principals)('$name is given nothing without naming a key', ({ name }) => {
    const given = ACTIONS.flatMap((action) =>
      RESOURCES.filter((resource) => asks(name, action, resource) || asks(name, action, resource, [])),
    );

    expect(given).toEqual([]);
  });

  it.each(ACTIONS)(
    'the public data source cannot %s what is under TENANT#, alone or among what is public',
    (action) => {
      for (const resource of RESOURCES) {
        expect(asks('ApiPublicTable', action, resource, [`TENANT#${ID}`])).toBe(false);
        expect(asks('ApiPublicTable', action, resource, [`PUBLIC#${ID}`, `TENANT#${ID}`])).toBe(false);
      }
      expect(asks('ApiPublicTable', 'BatchGetItem', TABLE, [`PUBLIC#${ID}`, 'HANDLE#ada'])).toBe(true);
    },
  );

  it('a condition without `Null` would let a request without keys through', () => {
    const loose = of('ApiPublicTable').map((one) => ({
      ...one,
      conditions: { 'ForAllValues:StringLike': one.conditions['ForAllValues:StringLike'] ?? {} },
    }));

    expect(allows(loose, { action: 'dynamodb:Query', resource: TABLE })).toBe(true);
    expect(allows(of('ApiPublicTable'), { action: 'dynamodb:Query', resource: TABLE })).toBe(false);
  });
});

describe('the evaluation', () => {
  const statement = (Effect: string, Action: string, Resource: string, Condition?: object) => ({
    Effect,
    Action,
    Resource,
    ...(Condition && { Condition }),
  });
  const answer = (rows: object[], request: Parameters<typeof allows>[1]): boolean =>
    allows(
      statementsIn({
        Resources: {
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: { Policies: [{ PolicyDocument: { Statement: rows } }] },
          },
        },
      }),
      request,
    );
  const get = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/p/1' };

  it.each<[string, object[], boolean, Parameters<typeof allows>[1]]>([
    ['nothing', [], false, get],
    ['another action', [statement('Allow', 's3:PutObject', '*')], false, get],
    ['an action in another case', [statement('Allow', 'S3:getobject', '*')], true, get],
    ['a prefix', [statement('Allow', 's3:Get*', 'arn:aws:s3:::b/p/*')], true, get],
    ['another prefix', [statement('Allow', 's3:Get*', 'arn:aws:s3:::b/d/*')], false, get],
    ['a dot as a dot', [statement('Allow', 's3:GetObject', 'arn:aws:s3:::b.p/1')], false, get],
    ['a denial', [statement('Allow', 's3:*', '*'), statement('Deny', 's3:*', '*')], false, get],
    [
      'a condition that has no value',
      [statement('Allow', 's3:*', '*', { StringEquals: { 'aws:SourceAccount': '1' } })],
      false,
      get,
    ],
    [
      'a condition that holds',
      [statement('Allow', 's3:*', '*', { StringEquals: { 'aws:SourceAccount': ['2', '1'] } })],
      true,
      { ...get, context: { 'aws:SourceAccount': ['1'] } },
    ],
  ])('of %s', (_, rows, wanted, request) => {
    expect(answer(rows, request)).toBe(wanted);
  });

  it('guesses at no operator', () => {
    const rows = [statement('Allow', 's3:*', '*', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })];

    expect(() => answer(rows, get)).toThrow('Received: IpAddress');
  });
});
