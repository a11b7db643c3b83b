/** What watches a stage, as the template of its stack holds it. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { METRICS } from '#api/observability/metrics.ts';
import { inventory } from '../../../inventory.ts';
import { exampleSettings } from '../../settings.ts';
import { resourcesOf } from '../../testing.ts';
import { BURNS } from './burn-rate.ts';
import { watchedTemplates } from './testing.ts';

let platform: Template;
let watched: Template;

beforeAll(() => {
  ({ platform, watched } = watchedTemplates());
}, 60_000);

const alarmsOf = (template: Template) =>
  Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const alarmNames = () => alarmsOf(watched).map(({ AlarmName }) => String(AlarmName));
const composites = () =>
  new Map(
    Object.values(resourcesOf(watched, 'AWS::CloudWatch::CompositeAlarm')).map(({ Properties }) => [
      String(Properties.AlarmName),
      JSON.stringify(Properties.AlarmRule),
    ]),
  );

describe('the stack of what watches', () => {
  it('is one resource of the platform, exports nothing, and stays under the limits of a stack', () => {
    platform.hasResource('AWS::CloudFormation::Stack', {});
    const { Resources, Parameters = {} } = watched.toJSON() as Record<string, object>;
    expect(Object.keys(Resources ?? {}).length).toBeLessThan(500);
    expect(Object.keys(Parameters).length).toBeLessThan(200);
    expect(JSON.stringify(platform.toJSON().Outputs)).not.toContain('"Export"');
  });

  it("names each function's lines and figures, and traces it", () => {
    const functions = resourcesOf(platform, 'AWS::Lambda::Function');
    const named = Object.values(functions).map(
      ({ Properties }) =>
        (Properties.Environment as { Variables: Record<string, string> }).Variables.POWERTOOLS_SERVICE_NAME,
    );
    for (const { name } of inventory.functions) expect(named).toContain(name);
    platform.allResourcesProperties('AWS::Lambda::Function', {
      TracingConfig: { Mode: 'Active' },
      Environment: { Variables: Match.objectLike({ POWERTOOLS_METRICS_NAMESPACE: 'artissist' }) },
    });
    platform.allResourcesProperties('AWS::StepFunctions::StateMachine', {
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: Match.objectLike({ Level: 'ALL', IncludeExecutionData: false }),
    });
    platform.hasResourceProperties('AWS::AppSync::GraphQLApi', { XrayEnabled: true });
  });

  it('keeps every log as long as the stage says', () => {
    platform.allResourcesProperties('AWS::Logs::LogGroup', {
      RetentionInDays: exampleSettings('prod').stage.logRetention,
    });
  });
});

describe('promises', () => {
  const objectives = [
    ['search-availability', 'visitor'],
    ['rest-availability', 'tool'],
    ['rest-latency', 'tool'],
    ['graphql-availability', 'tenant'],
    ['graphql-latency', 'tenant'],
    ['publish-freshness', 'tenant'],
  ] as const;

  it.each(objectives)('%s burns in two windows for each rate, and pages about the %s', (name, journey) => {
    for (const { long, short, urgency } of BURNS) {
      const rule = composites().get(
        urgency === 'page' ? `artissist-journey-${journey}` : 'artissist-objectives-slowly',
      );
      for (const window of [long, short]) {
        expect(alarmNames()).toContain(`artissist-${name}-${window.toMinutes()}m`);
        const id = `${name.replaceAll('-', '')}${window.toMinutes()}m`;
        expect(rule).toContain(id);
      }
    }
  });

  it.each([
    ['rest-availability-60m', 1.44, 3600],
    ['rest-availability-5m', 1.44, 300],
    ['rest-availability-360m', 0.6, 21_600],
    ['rest-availability-1440m', 0.3, 86_400],
    ['publish-freshness-60m', 14.4, 3600],
  ])('%s fires above %d percent in %i seconds', (name, threshold, period) => {
    watched.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `artissist-${name}`,
      Threshold: threshold,
      ComparisonOperator: 'GreaterThanThreshold',
      Metrics: Match.arrayWith([Match.objectLike({ MetricStat: Match.objectLike({ Period: period }) })]),
    });
  });

  it('is quiet where too little happened to say', () => {
    for (const { AlarmName, Metrics } of alarmsOf(watched))
      if (/-(?:availability|latency|freshness)-/.test(String(AlarmName)))
        expect(JSON.stringify(Metrics)).toContain('IF(FILL(total, 0) >= 20');
  });

  it('measures freshness by what the publisher says of itself, in its own words', () => {
    expect(Object.keys(METRICS)).toContain('EventLag');
    watched.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'artissist-publish-freshness-5m',
      Metrics: Match.arrayWith([
        Match.objectLike({
          MetricStat: Match.objectLike({
            Stat: 'PR(:30000)',
            Metric: {
              Namespace: 'artissist',
              MetricName: 'EventLag',
              Dimensions: [{ Name: 'service', Value: 'publisher' }],
            },
          }),
        }),
      ]),
    });
  });

  it.each(['us-east-1', 'eu-central-1'])(
    "watches the site's where CloudFront's figures are, also of a stage in %s, and tells of them from there",
    (region) => {
      const { watched: here, traffic } = watchedTemplates(region);

      const names = alarmsOf(here).map(({ AlarmName }) => String(AlarmName));
      const ofSite = Object.entries(resourcesOf(traffic, 'AWS::CloudWatch::Alarm'));
      const rules = Object.values(resourcesOf(traffic, 'AWS::CloudWatch::CompositeAlarm')).map(
        ({ Properties }) => JSON.stringify(Properties.AlarmRule),
      );
      const windows = BURNS.flatMap(({ long, short }) => [long.toMinutes(), short.toMinutes()]);
      expect(names.filter((name) => /(?<!-publish)-site-/.test(name))).toEqual([]);
      expect(names).toContain('artissist-rest-availability-5m');
      expect(ofSite.map(([, { Properties }]) => Properties.AlarmName).sort()).toEqual(
        ['availability', 'latency']
          .flatMap((what) => windows.map((minutes) => `artissist-site-${what}-${minutes}m`))
          .sort(),
      );
      for (const [id] of ofSite) expect(rules.join()).toContain(id);
      expect(rules).toHaveLength(2);
      traffic.allResourcesProperties('AWS::CloudWatch::CompositeAlarm', { AlarmActions: [Match.anyValue()] });
      traffic.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    },
    60_000,
  );

  it('of the site are shown to who looks at the journey of a visitor, from where they are', () => {
    const dashboard = Object.values(resourcesOf(watched, 'AWS::CloudWatch::Dashboard')).find(
      ({ Properties }) => Properties.DashboardName === 'artissist-visitor',
    );
    expect(JSON.stringify(dashboard)).toContain('site-availability: 99.9 %');
  });
});

describe('components', () => {
  it.each(inventory.functions.map(({ name }) => name))(
    'the function %s is watched for errors and throttles',
    (name) => {
      expect(alarmNames()).toEqual(
        expect.arrayContaining([`artissist-${name}-errors`, `artissist-${name}-throttles`]),
      );
    },
  );

  it.each(inventory.consumers.map(({ name }) => name))(
    'the queue of %s is watched for its age, and what it gave up at the first',
    (name) => {
      expect(alarmNames()).toContain(`artissist-${name}-age`);
      watched.hasResourceProperties('AWS::CloudWatch::Alarm', {
        AlarmName: `artissist-${name}-dead-waiting`,
        Threshold: 1,
        MetricName: 'ApproximateNumberOfMessagesVisible',
        EvaluationPeriods: 1,
      });
    },
  );

  it.each(inventory.stateMachines.map(({ name }) => name))('executions of %s are watched', (name) => {
    for (const figure of ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionThrottled'])
      expect(alarmNames()).toContain(`artissist-${name}-${figure}`);
  });

  it.each(
    inventory.stateMachines.map(
      ({ name, schedule, deployment }) => [name, (schedule ?? deployment) ? 1 : 3] as const,
    ),
  )(
    'of %s %i that fail in five minutes are too many: a schedule starts one in a day, a deployment one',
    (name, Threshold) => {
      watched.hasResourceProperties('AWS::CloudWatch::Alarm', {
        AlarmName: `artissist-${name}-ExecutionsFailed`,
        Threshold,
        DatapointsToAlarm: Threshold === 1 ? 1 : 2,
      });
    },
  );

  it('a dead letter of the audit log rings at the first one, as any other does', () => {
    expect(alarmNames()).toContain('artissist-Dead-waiting');
    expect(alarmNames()).not.toContain('artissist-Dead-age');
  });

  it('the table, the pipe, what models cost and their quotas are watched', () => {
    expect(alarmNames()).toEqual(
      expect.arrayContaining([
        'artissist-table-ReadThrottleEvents',
        'artissist-table-WriteThrottleEvents',
        'artissist-Pipe-failed',
        'artissist-Undelivered-waiting',
        'artissist-models-throttles',
      ]),
    );
    const models = inventory.functions.filter(({ models: kinds }) => kinds !== undefined);
    watched.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'artissist-models-cost',
      Threshold: 50,
      Metrics: Match.arrayWith(
        models.slice(0, 1).map(({ name }) =>
          Match.objectLike({
            MetricStat: Match.objectLike({
              Metric: Match.objectLike({
                MetricName: 'ModelCost',
                Dimensions: [{ Name: 'service', Value: name }],
              }),
            }),
          }),
        ),
      ),
    });
  });

  it('call nobody by themselves: composites do, over an encrypted topic', () => {
    for (const alarm of alarmsOf(watched)) expect(alarm).not.toHaveProperty('AlarmActions');
    watched.allResourcesProperties('AWS::CloudWatch::CompositeAlarm', { AlarmActions: [Match.anyValue()] });
    watched.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    watched.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'alarms@artissist.example',
    });
    watched.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('each alarm is a part of some composite, of a hundred at most', () => {
    for (const rule of composites().values())
      expect(rule.split('ALARM(').length - 1).toBeLessThanOrEqual(100);
    const rules = [...composites().values()].join();
    for (const id of Object.keys(resourcesOf(watched, 'AWS::CloudWatch::Alarm'))) expect(rules).toContain(id);
  });
});

it('a backup that failed, or could not be restored, is told of', () => {
  watched.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.backup'],
      'detail-type': ['Backup Job State Change', 'Restore Job State Change'],
      detail: { $or: [{ state: Match.arrayWith(['FAILED']) }, { status: Match.arrayWith(['FAILED']) }] },
    },
    Targets: [{ Arn: { Ref: Match.stringLikeRegexp('Topic') }, Id: Match.anyValue() }],
  });
});

describe('logs', () => {
  it.each(['tenants-by-events', 'tenants-by-failures', 'tenants-by-model-cost', 'routes-by-faults'])(
    'say who contributes most: %s',
    (name) => {
      watched.hasResourceProperties('AWS::CloudWatch::InsightRule', {
        RuleName: `artissist-${name}`,
        RuleState: 'ENABLED',
      });
    },
  );
});

it.each([
  ['one request, from the edge to its last consumer', /^filter requestId = /],
  ['errors by function', /"ERROR"/],
  ['what a tenant used', /by tenantId, service/],
])('operators find the question ready: %s', (name, text) => {
  watched.hasResourceProperties('AWS::Logs::QueryDefinition', {
    Name: `artissist/${name}`,
    QueryString: Match.stringLikeRegexp(text.source),
  });
});

describe('dashboards', () => {
  it.each(['visitor', 'tool', 'tenant', 'components'])('there is one of %s', (name) => {
    watched.hasResourceProperties('AWS::CloudWatch::Dashboard', { DashboardName: `artissist-${name}` });
  });

  it('of the tenant show how long it takes from a change until it is live', () => {
    const dashboard = Object.values(resourcesOf(watched, 'AWS::CloudWatch::Dashboard')).find(
      ({ Properties }) => Properties.DashboardName === 'artissist-tenant',
    );
    expect(JSON.stringify(dashboard)).toContain('From change to live');
    expect(JSON.stringify(dashboard)).toContain('publish-freshness: 99 %');
  });
});

it.each(['faults', 'slow', 'publishing', 'models'])('there is a group of traces: %s', (name) => {
  watched.hasResourceProperties('AWS::XRay::Group', { GroupName: `artissist-${name}` });
});
