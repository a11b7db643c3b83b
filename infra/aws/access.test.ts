/** Who may do what: policies are what rows of the inventory say. `policies.test.ts` is about all statements. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Template } from 'aws-cdk-lib/assertions';
import type { TableAccess } from '../inventory.types.ts';
import { inventory } from '../inventory.ts';
import { isLike } from './policy-evaluation.ts';
import { type CfnResource, resourcesOf, synthesise } from './testing.ts';

let data: Template;
let platform: Template;

beforeAll(() => {
  ({ data, platform } = synthesise());
});

interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource?: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}
interface Document {
  Statement: Statement[];
}

const list = <Item>(one: Item | Item[]): Item[] => (Array.isArray(one) ? one : [one]);
const actionsOf = (statements: Statement[]): string[] => statements.flatMap(({ Action }) => list(Action));

/** Statements of a role: inline and attached ones. */
function statementsOf(template: Template, role: string): Statement[] {
  const inline = (resourcesOf(template, 'AWS::IAM::Role')[role]?.Properties['Policies'] ?? []) as {
    PolicyDocument: Document;
  }[];
  const attached = Object.values(resourcesOf(template, 'AWS::IAM::Policy')).filter(({ Properties }) =>
    (Properties['Roles'] as { Ref: string }[]).some(({ Ref }) => Ref === role),
  );
  return [
    ...inline.map(({ PolicyDocument }) => PolicyDocument),
    ...attached.map(({ Properties }) => Properties['PolicyDocument'] as Document),
  ].flatMap(({ Statement }) => Statement);
}

const roleIn = (arn: unknown): string => (arn as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0];

function roleOfFunction(name: string): string {
  const { purpose } = inventory.functions.find((row) => row.name === name) ?? {};
  const [made] = Object.values(
    platform.findResources('AWS::Lambda::Function', { Properties: { Description: purpose } }),
  ) as CfnResource[];
  return roleIn(made?.Properties['Role']);
}

function roleOfDataSource(name: string): string {
  const [made] = Object.values(
    platform.findResources('AWS::AppSync::DataSource', { Properties: { Name: name } }),
  ) as CfnResource[];
  return roleIn(made?.Properties['ServiceRoleArn']);
}

const ofTable = (statements: Statement[]): Statement[] =>
  statements.filter(({ Action }) => list(Action).some((action) => action.startsWith('dynamodb:')));
/** Ends of ARNs: `Artissist` for the table, `Artissist/index/<name>` for an index. */
const tablesIn = ({ Resource }: Statement): string[] =>
  list(Resource).map((arn) =>
    String((arn as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1].at(-1)).replace(':table/', ''),
  );

function expectExactly(statements: Statement[], access: TableAccess): void {
  expect(statements).toHaveLength(1);
  const [statement] = statements as [Statement];
  expect(statement.Effect).toBe('Allow');
  expect(list(statement.Action)).toEqual(
    access.actions.filter((action) => action !== 'TransactWriteItems').map((action) => `dynamodb:${action}`),
  );
  expect(tablesIn(statement)).toEqual([
    'Artissist',
    ...access.indexes.map((name) => `Artissist/index/${name}`),
  ]);
  expect(statement.Condition).toEqual({
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': access.leadingKeys },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  });
}

describe('every policy', () => {
  it('never scans the table, and speaks no PartiQL', () => {
    const roles = Object.keys(resourcesOf(platform, 'AWS::IAM::Role'));
    const actions = actionsOf(roles.flatMap((role) => statementsOf(platform, role)));

    expect(actions.filter((action) => /Scan|PartiQL/.test(action))).toEqual([]);
  });

  it('is our own: roles have no managed policy', () => {
    for (const template of [data, platform]) {
      for (const { Properties } of Object.values(resourcesOf(template, 'AWS::IAM::Role'))) {
        expect(Properties['ManagedPolicyArns']).toBeUndefined();
      }
    }
  });
});

describe('data sources', () => {
  const tables = inventory.dataSources.filter((row) => row.kind === 'table');
  const functions = inventory.dataSources.filter((row) => row.kind === 'function');

  it.each(tables)('$name reaches what its row says', ({ name, access }) => {
    expectExactly(statementsOf(platform, roleOfDataSource(name)), access);
  });

  it.each(functions)('$name invokes its function and nothing else', ({ name, function: fn }) => {
    const [statement, ...others] = statementsOf(platform, roleOfDataSource(name));

    expect(others).toEqual([]);
    expect(statement?.Action).toBe('lambda:InvokeFunction');
    const target = resourcesOf(platform, 'AWS::Lambda::Function')[roleIn(statement?.Resource)];
    expect(target?.Properties['Description']).toBe(
      inventory.functions.find((row) => row.name === fn)?.purpose,
    );
  });

  it.each([
    'TENANT#01JZ5X8Q4M7N2P9R3S6T8V0W1X',
    'TENANT#01JZ5X8Q4M7N2P9R3S6T8V0W1X#PROJECTS',
    'PERSON#01JZ5X8Q4M7N2P9R3S6T8V0W1X',
    `TOKEN#${'0'.repeat(64)}`,
    'public#x',
  ])('the public one cannot reach %s', (partition) => {
    const [statement] = statementsOf(platform, roleOfDataSource('PublicTable'));
    const keys = statement?.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] as string[];

    expect(keys.filter((pattern) => isLike(partition, pattern))).toEqual([]);
    expect(keys.some((pattern) => isLike('PUBLIC#01JZ5X8Q4M7N2P9R3S6T8V0W1X', pattern))).toBe(true);
    expect(
      actionsOf([statement as Statement]).filter((action) => /Put|Update|Delete|Write/.test(action)),
    ).toEqual([]);
  });
});

describe('functions', () => {
  it.each(inventory.functions)(
    '$name reaches of the table what its row says',
    ({ name, table, counts, analytics }) => {
      const all = ofTable(statementsOf(platform, roleOfFunction(name)));
      const copies = all.filter(({ Action }) => /Export/.test(list(Action).join()));
      const statements = all.filter((statement) => !copies.includes(statement));
      const counting = statements.findIndex(
        ({ Condition }) => 'ForAllValues:StringEquals' in (Condition ?? {}),
      );

      expect(counting >= 0).toBe(counts === true);
      if (counting >= 0) {
        const [statement] = statements.splice(counting, 1) as [Statement];
        expect(actionsOf([statement])).toEqual(['dynamodb:UpdateItem']);
        expect(statement.Condition).toEqual({
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['TENANT#*'] },
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['PK', 'SK', 'tokens', 'microUsd'] },
          Null: { 'dynamodb:LeadingKeys': 'false', 'dynamodb:Attributes': 'false' },
        });
      }

      expect(actionsOf(copies)).toEqual(
        analytics === 'prepare' ? ['dynamodb:ExportTableToPointInTime', 'dynamodb:DescribeExport'] : [],
      );
      if (table) expectExactly(statements, table);
      else expect(statements).toEqual([]);
    },
  );

  it.each(inventory.functions)(
    '$name reaches of the buckets what its row says',
    ({ name, media, site, analytics }) => {
      const statements = statementsOf(platform, roleOfFunction(name));
      const onObjects = statements.filter(({ Action }) =>
        list(Action).some((action) => action.startsWith('s3:')),
      );

      const wanted = [
        ...(media === 'sign' ? ['s3:ListBucket', 's3:PutObject', 's3:GetObject'] : []),
        ...(media === 'read' ? ['s3:ListBucket', 's3:GetObject'] : []),
        ...(media === 'write' ? ['s3:ListBucket', 's3:GetObject', 's3:PutObject', 's3:DeleteObject'] : []),
        ...(site === 'write' ? ['s3:ListBucket', 's3:GetObject', 's3:PutObject', 's3:DeleteObject'] : []),
        ...(analytics === 'prepare' ? ['s3:PutObject', 's3:AbortMultipartUpload'] : []),
        ...(analytics === 'count'
          ? [
              's3:GetObject',
              ...['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
              ...['s3:ListBucket', 's3:GetBucketLocation'],
            ]
          : []),
      ];
      expect(actionsOf(onObjects)).toEqual(wanted);
      const text = JSON.stringify(onObjects);
      expect(text.includes('artissist-media-')).toBe(media !== undefined);
      expect(text.includes('artissist-site-')).toBe(site !== undefined);
      expect(text.includes('artissist-analytics-')).toBe(analytics !== undefined);
    },
  );

  it.each(inventory.functions)('$name does with the search index what its row says', ({ name, index }) => {
    const role = roleOfFunction(name);
    const calls = statementsOf(platform, role).filter(({ Action }) => Action === 'aoss:APIAccessAll');
    const policies = Object.values(resourcesOf(platform, 'AWS::OpenSearchServerless::AccessPolicy'));

    const granted = policies
      .map(({ Properties }) => JSON.stringify(Properties))
      .filter((text) => text.includes(`"${role}"`));

    expect(calls).toHaveLength(index === undefined ? 0 : 1);
    expect(granted.map((text) => text.includes('aoss:WriteDocument'))).toEqual(
      index === undefined ? [] : [index === 'write'],
    );
  });

  it.each(inventory.functions)(
    '$name calls the API as ourselves only if its row says so',
    ({ name, callsApi }) => {
      const calls = statementsOf(platform, roleOfFunction(name)).filter(
        ({ Action }) => Action === 'appsync:GraphQL',
      );

      const fields = [...JSON.stringify(calls).matchAll(/types\/(\w+)\/fields\/(\w+)/g)].map(
        ([, type, field]) => `${type}.${field}`,
      );
      expect(fields).toEqual(callsApi ? ['Mutation.announceProject', 'Mutation.announceTenant'] : []);
    },
  );
});

describe('CloudFront', () => {
  it('reads public media only, and no record of the publisher', () => {
    const policies = Object.values(resourcesOf(data, 'AWS::S3::BucketPolicy')).map(({ Properties }) => {
      const { Statement } = Properties['PolicyDocument'] as Document;
      return Statement.filter(({ Sid }) => Sid?.startsWith('CloudFront')).map(
        ({ Effect, Action, Resource }) =>
          `${Effect} ${Action} ${/"(\/[^"]*)"/.exec(JSON.stringify(Resource))?.[1] ?? ''}`,
      );
    });

    expect(policies.filter((policy) => policy.length > 0)).toEqual([
      ['Allow s3:GetObject /p/*', 'Allow s3:ListBucket '],
      ['Allow s3:GetObject /*', 'Allow s3:ListBucket ', 'Deny s3:GetObject /.records/*'],
    ]);
  });
});

describe('enrichment', () => {
  const statementsOfFunction = (name: string) => statementsOf(platform, roleOfFunction(name));
  const resourceText = ({ Resource }: Statement): string => JSON.stringify(Resource);

  it.each([
    ['enrich-analyse', 'bedrock:InvokeModel', 'foundation-model/amazon.nova-2-lite-v1:0'],
    ['enrich-embed', 'bedrock:InvokeModel', 'foundation-model/amazon.nova-2-multimodal-embeddings-v1:0'],
    [
      'enrich-extract',
      'bedrock:InvokeModelWithBidirectionalStream',
      'foundation-model/amazon.nova-2-sonic-v1:0',
    ],
  ])('%s may ask its own model and no other', (name, action, model) => {
    const asked = statementsOfFunction(name).filter(({ Action }) =>
      list(Action).some((each) => each.startsWith('bedrock:')),
    );

    expect(asked.map(({ Action }) => Action)).toEqual([action]);
    expect(asked.map(resourceText).join()).toContain(`::${model}`);
  });

  it('lets only those functions ask models whose rows say so', () => {
    const asking = inventory.functions.filter(({ name }) =>
      actionsOf(statementsOfFunction(name)).some((action) => action.startsWith('bedrock:')),
    );

    expect(asking.map(({ name }) => name)).toEqual(
      inventory.functions.filter(({ models }) => models).map(({ name }) => name),
    );
  });

  it('is started at its machine and stopped at its executions', () => {
    const of = (name: string) =>
      statementsOfFunction(name)
        .filter(({ Action }) => list(Action).some((action) => action.startsWith('states:')))
        .map((statement) => [statement.Action, resourceText(statement)]);

    expect(of('enrich-start')).toEqual([
      ['states:StartExecution', expect.stringContaining(':stateMachine:artissist-enrich') as string],
      ['states:DescribeExecution', expect.stringContaining(':execution:artissist-enrich:*') as string],
    ]);
    expect(of('enrich-stop')).toEqual([
      ['states:StopExecution', expect.stringContaining(':execution:artissist-enrich:*') as string],
    ]);
    expect(of('enrich-plan')).toEqual([]);
  });
});
