/** Evidence: the bucket that nobody can empty, and the trail that fills it. Costs: who is told of them. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { ownedStatements } from './access-table.ts';
import { exampleSettings } from './settings.ts';
import { resourcesOf, synthesise } from './testing.ts';

let data: Template;
let edge: Template;
let prod: ReturnType<typeof synthesise>;
let staging: ReturnType<typeof synthesise>;
let preview: ReturnType<typeof synthesise>;

beforeAll(() => {
  prod = synthesise();
  ({ data, edge } = prod);
  staging = synthesise({ settings: exampleSettings('staging') });
  preview = synthesise({ settings: exampleSettings('pr-7') });
});

it('the trail records the table of its own stage, whose name begins those of others', () => {
  const [trail] = Object.values(resourcesOf(data, 'AWS::CloudTrail::Trail'));
  const selectors = trail?.Properties['AdvancedEventSelectors'] as Array<{
    Name: string;
    FieldSelectors: Array<{ Field: string; Equals?: unknown[]; StartsWith?: unknown[] }>;
  }>;

  const table = selectors.find(({ Name }) => Name === 'Every access to the table');
  expect(table?.FieldSelectors.find(({ Field }) => Field === 'resources.ARN')).toEqual({
    Field: 'resources.ARN',
    Equals: [expect.anything()],
  });
});

describe('the bucket of evidence', () => {
  it('is locked for a year in prod, whoever asks, and for a month in staging', () => {
    const lock = (Mode: string, Days: number) => ({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode, Days } },
      },
    });

    data.hasResourceProperties('AWS::S3::Bucket', lock('COMPLIANCE', 365));
    staging.data.hasResourceProperties('AWS::S3::Bucket', lock('GOVERNANCE', 30));
  });

  it('lets go of nothing before the lock ends', () => {
    for (const [template, days] of [
      [data, 365],
      [staging.data, 30],
    ] as const) {
      const [bucket] = Object.entries(resourcesOf(template, 'AWS::S3::Bucket')).filter(([id]) =>
        id.startsWith('Audit'),
      );
      const { Rules } = bucket?.[1].Properties['LifecycleConfiguration'] as {
        Rules: { ExpirationInDays?: number }[];
      };
      const ends = Rules.flatMap(({ ExpirationInDays = [] }) => ExpirationInDays);
      expect(ends).toHaveLength(1);
      expect(ends[0]).toBeGreaterThan(days);
    }
  });

  it('takes records from its own trail alone', () => {
    const policies = Object.values(resourcesOf(data, 'AWS::S3::BucketPolicy')).map(
      ({ Properties }) => Properties,
    );
    const statements = policies
      .flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: Record<string, unknown>[] }).Statement)
      .filter(({ Sid }) => String(Sid).startsWith('CloudTrail'));

    expect(statements.map(({ Action }) => Action)).toEqual(['s3:GetBucketAcl', 's3:PutObject']);
    expect(statements[1]).toMatchObject({
      Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    });
    for (const { Condition } of statements) expect(JSON.stringify(Condition)).toContain(':trail/artissist"');
  });
});

describe('the log of changes', () => {
  it('is every event of the bus, by way of a queue that waits for who keeps them', () => {
    const [rule] = Object.values(
      prod.platform.findResources('AWS::Events::Rule', {
        Properties: { EventPattern: { source: ['artissist.table'] }, EventBusName: 'artissist' },
      }),
    ) as { Properties: { Targets: { Arn: { 'Fn::GetAtt': [string] } }[] } }[];
    const queue = rule?.Properties.Targets[0]?.Arn['Fn::GetAtt'][0] ?? '';

    prod.platform.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [queue, 'Arn'] },
      BatchSize: 1000,
      MaximumBatchingWindowInSeconds: 300,
    });
    const { KmsMasterKeyId, RedrivePolicy } = resourcesOf(prod.platform, 'AWS::SQS::Queue')[queue]
      ?.Properties as Record<string, unknown>;
    expect(KmsMasterKeyId).toBeDefined();
    expect(RedrivePolicy).toMatchObject({ maxReceiveCount: 10 });
  });

  it('is written under its own prefix and read by nobody', () => {
    const own = ownedStatements(prod.platform.toJSON() as Parameters<typeof ownedStatements>[0])
      .filter(({ kind, name }) => kind === 'role' && name === 'evidence')
      .flatMap(({ actions, resources }) => actions.map((action) => `${action} ${resources.join()}`))
      .filter((text) => text.startsWith('s3:'));

    expect(own).toEqual(['s3:PutObject arn:aws:s3:::artissist-audit-<AWS::AccountId>-us-east-1/changes/*']);
  });
});

describe('the trail', () => {
  it('records every region, with digests by which a change of it shows', () => {
    data.hasResourceProperties('AWS::CloudTrail::Trail', {
      IsLogging: true,
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      KMSKeyId: Match.anyValue(),
    });
  });

  it('records every access to the table, changes of media, and reading of those that are not public', () => {
    const [trail] = Object.values(resourcesOf(data, 'AWS::CloudTrail::Trail'));
    const selectors = trail?.Properties['AdvancedEventSelectors'] as {
      FieldSelectors: { Field: string; Equals?: string[]; StartsWith?: unknown[] }[];
    }[];
    const of = (type: string) =>
      selectors
        .map(({ FieldSelectors }) =>
          Object.fromEntries(
            FieldSelectors.map(({ Field, Equals, StartsWith }) => [Field, Equals ?? StartsWith]),
          ),
        )
        .filter((fields) => fields['resources.type']?.includes(type));

    expect(of('AWS::DynamoDB::Table')).toMatchObject([{ eventCategory: ['Data'] }]);
    expect(of('AWS::DynamoDB::Table')[0]).not.toHaveProperty('readOnly');
    expect(of('AWS::S3::Object').map(({ readOnly }) => readOnly)).toEqual([['false'], ['true']]);
    const read = JSON.stringify(of('AWS::S3::Object')[1]?.['resources.ARN']);
    expect([...read.matchAll(/"\/(\w)\/"/g)].map(([, prefix]) => prefix)).toEqual(['u', 'd', 'e']);
    expect(selectors[0]?.FieldSelectors).toEqual([
      { Field: 'eventCategory', Equals: ['Management'] },
      { Field: 'readOnly', Equals: ['false'] },
    ]);
  });

  it('is not there for what is tried out', () => {
    preview.data.resourceCountIs('AWS::CloudTrail::Trail', 0);
  });
});

describe('costs', () => {
  it('are told by mail on the way to the budget, before and when it is passed', () => {
    const mail = (NotificationType: string, Threshold: number) => ({
      Notification: {
        NotificationType,
        Threshold,
        ThresholdType: 'PERCENTAGE',
        ComparisonOperator: 'GREATER_THAN',
      },
      Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'alarms@artissist.example' }],
    });

    edge.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: {
        BudgetName: 'artissist-monthly',
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: 1500, Unit: 'USD' },
      },
      NotificationsWithSubscribers: [
        mail('ACTUAL', 50),
        mail('ACTUAL', 80),
        mail('ACTUAL', 100),
        mail('FORECASTED', 100),
      ],
    });
    staging.edge.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: Match.objectLike({ BudgetLimit: { Amount: 500, Unit: 'USD' } }),
    });
    preview.edge.resourceCountIs('AWS::Budgets::Budget', 0);
  });

  it('of a day are told when they pass what is usual', () => {
    const daily = (amount: number) => ({
      Budget: Match.objectLike({ TimeUnit: 'DAILY', BudgetLimit: { Amount: amount, Unit: 'USD' } }),
    });

    edge.hasResourceProperties('AWS::Budgets::Budget', daily(50 + 100));
    staging.edge.hasResourceProperties('AWS::Budgets::Budget', daily(17 + 30));
  });

  it("that are unusual for a service are told by the account's own monitor, of which there may be one", () => {
    const anomalyMonitorArn = 'arn:aws:ce::111122223333:anomalymonitor/00000000-0000-0000-0000-000000000000';
    const told = synthesise({ settings: { ...exampleSettings('prod'), anomalyMonitorArn } }).edge;

    told.hasResourceProperties('AWS::CE::AnomalySubscription', {
      MonitorArnList: [anomalyMonitorArn],
      Frequency: 'DAILY',
      Subscribers: [{ Type: 'EMAIL', Address: 'alarms@artissist.example' }],
      ThresholdExpression: JSON.stringify({
        Dimensions: {
          Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          MatchOptions: ['GREATER_THAN_OR_EQUAL'],
          Values: ['100'],
        },
      }),
    });
    for (const template of [edge, told]) template.resourceCountIs('AWS::CE::AnomalyMonitor', 0);
    edge.resourceCountIs('AWS::CE::AnomalySubscription', 0);
  });
});
