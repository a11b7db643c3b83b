/** What the templates say of logs, visits and what counts them. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Template } from 'aws-cdk-lib/assertions';
import { FIGURES, LOG_FIELDS } from '#api/analytics/steps.ts';
import { cleanPlan } from '../analytics/plan.ts';
import { columnOf, RECORD_FIELDS } from './constructs/traffic-log.ts';
import { resourcesOf, synthesise } from './testing.ts';

let data: Template;
let platform: Template;
let traffic: Template;
beforeAll(() => {
  ({ data, platform, traffic } = synthesise());
});

type Properties = Record<string, never>;
const propertiesOf = (template: Template, type: string): Properties[] =>
  Object.values(resourcesOf(template, type)).map((resource) => resource.Properties as Properties);
const text = (value: unknown): string => JSON.stringify(value);

describe("CloudFront's log", () => {
  it('is delivered as Parquet, by the hour, into the bucket of analytics', () => {
    const [delivery] = propertiesOf(traffic, 'AWS::Logs::Delivery');
    const [destination] = propertiesOf(traffic, 'AWS::Logs::DeliveryDestination');
    const [source] = propertiesOf(traffic, 'AWS::Logs::DeliverySource');

    expect(delivery).toMatchObject({
      S3SuffixPath: '{yyyy}/{MM}/{dd}/{HH}',
      S3EnableHiveCompatiblePath: false,
    });
    expect(destination).toMatchObject({ OutputFormat: 'parquet' });
    // Where a destination names no prefix, the service puts one of its own before the path.
    expect(text(destination)).toMatch(/artissist-analytics-.*\/logs"/);
    expect(source).toMatchObject({ LogType: 'ACCESS_LOGS' });
  });

  it('has every field that the statements read, and no cookie', () => {
    const columns = RECORD_FIELDS.map(columnOf);

    expect(LOG_FIELDS.filter((field) => !columns.includes(field))).toEqual([]);
    expect(columns.filter((column) => /cookie|forwarded/.test(column))).toEqual([]);
    expect(columns).toEqual(expect.arrayContaining(['cs_referer', 'cs_user_agent', 'cs_host']));
  });

  it('may be put there by deliveries of this account alone, and goes after two weeks', () => {
    const [bucket] = propertiesOf(data, 'AWS::S3::Bucket').filter((each) =>
      text(each).includes('-analytics-'),
    );
    const rules = (bucket?.LifecycleConfiguration as unknown as { Rules: Array<Record<string, unknown>> })
      .Rules;
    const policies = propertiesOf(data, 'AWS::S3::BucketPolicy')
      .map(text)
      .filter((each) => each.includes('delivery.logs'));

    expect(Object.fromEntries(rules.map((rule) => [rule.Prefix, rule.ExpirationInDays]))).toMatchObject({
      'logs/': 14,
      'AWSLogs/': 14,
      'api/': 14,
      'graphql/': 14,
      'tables/': 2,
      'visits/': 90,
      'results/': 2,
    });
    expect(bucket?.BucketEncryption).toMatchObject({
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
    });
    expect(policies).toHaveLength(1);
    expect(policies[0]).toMatch(/"aws:SourceAccount":.*delivery-source:\*/);
  });
});

describe('the copy of the table', () => {
  it('is made under the key of objects, which lets in whoever asks through S3', () => {
    const prepare = propertiesOf(platform, 'AWS::Lambda::Function').find(({ Description }) =>
      text(Description).includes('Has the table copied'),
    );
    const { Variables } = prepare?.Environment as unknown as { Variables: Record<string, unknown> };
    const [objects] = propertiesOf(data, 'AWS::KMS::Key').filter(({ Description }) =>
      text(Description).endsWith(': objects"'),
    );
    const { Statement } = objects?.KeyPolicy as unknown as {
      Statement: Array<{ Sid?: string; Action: string[] }>;
    };
    const through = Statement.find(({ Sid }) => Sid === 'ThroughItsServices');
    const parameter = (Variables['ANALYTICS_KEY_ARN'] as { Ref: string }).Ref;

    expect(platform.findParameters(parameter)[parameter]).toMatchObject({
      Default: '/artissist/objects-key-arn',
    });
    expect(through?.Action).toEqual(expect.arrayContaining(['kms:GenerateDataKey', 'kms:Decrypt']));
    expect(text(through)).toMatch(/"kms:ViaService":\[.*"s3\./);
  });
});

describe('the catalogue', () => {
  it('finds partitions by the date', () => {
    const tables = propertiesOf(platform, 'AWS::Glue::Table').map(
      ({ TableInput }) =>
        TableInput as unknown as { Name: string; Parameters: object; PartitionKeys: object[] },
    );

    expect(tables.map(({ Name }) => Name).toSorted()).toEqual([
      'access',
      'api_access',
      'graphql_access',
      'visits',
    ]);
    for (const { Parameters, PartitionKeys } of tables) {
      expect(Parameters).toMatchObject({ 'projection.enabled': 'true', classification: 'parquet' });
      expect(PartitionKeys).toHaveLength(1);
    }
    // As the job's plan writes the folder.
    expect(tables.find(({ Name }) => Name === 'visits')?.Parameters).toMatchObject({
      'projection.day.format': 'yyyy-MM-dd',
      'storage.location.template': expect.objectContaining({
        'Fn::Join': ['', expect.arrayContaining([expect.stringMatching(/visits\/day=\$\{day\}\/$/)])],
      }),
    });
  });
});

describe("the APIs' own logs", () => {
  type Column = { Name: string };
  const tableOf = (name: string) =>
    propertiesOf(platform, 'AWS::Glue::Table')
      .map(
        ({ TableInput }) =>
          TableInput as unknown as {
            Name: string;
            Parameters: Record<string, unknown>;
            StorageDescriptor: { Columns: Column[]; Location: unknown };
          },
      )
      .find(({ Name }) => Name === name);
  interface Conversion {
    SchemaConfiguration: { TableName: string };
    OutputFormatConfiguration: { Serializer: object };
  }
  const streams = () =>
    propertiesOf(platform, 'AWS::KinesisFirehose::DeliveryStream').map(
      ({ ExtendedS3DestinationConfiguration }) =>
        ExtendedS3DestinationConfiguration as unknown as {
          Prefix: string;
          ProcessingConfiguration: { Processors: Array<{ Type: string }> };
          DataFormatConversionConfiguration: Conversion;
        },
    );

  it('are handed on by a subscription: of the HTTP APIs all, of AppSync the summary of each request', () => {
    const filters = propertiesOf(platform, 'AWS::Logs::SubscriptionFilter').map(
      ({ FilterPattern, DestinationArn }) => [FilterPattern, text(DestinationArn)] as unknown as string[],
    );

    expect(
      filters.map(([pattern, target]) => `${pattern} ${/artissist-\w+-access/.exec(target ?? '')?.[0]}`),
    ).toEqual([
      ' artissist-api-access',
      ' artissist-api-access',
      '{ $.logType = "RequestSummary" } artissist-graphql-access',
    ]);
  });

  it('come as Parquet, by the hour, where their table looks for them', () => {
    for (const { Prefix, ProcessingConfiguration, DataFormatConversionConfiguration } of streams()) {
      const { SchemaConfiguration, OutputFormatConfiguration } = DataFormatConversionConfiguration;
      const table = tableOf(SchemaConfiguration.TableName);
      const [folder = ''] = Prefix.split('!');

      expect(Prefix).toMatch(/^(?:api|graphql)\/!\{timestamp:yyyy\/MM\/dd\/HH\}\/$/);
      expect(table?.Parameters['projection.hour.format']).toBe('yyyy/MM/dd/HH');
      expect(text(table?.Parameters['storage.location.template'])).toContain(`/${folder}\${hour}/`);
      expect(text(table?.StorageDescriptor.Location)).toContain(`/${folder}"`);
      expect(Object.keys(OutputFormatConfiguration.Serializer)).toEqual(['ParquetSerDe']);
      expect(ProcessingConfiguration.Processors.map(({ Type }) => Type)).toEqual([
        'Decompression',
        'CloudWatchLogProcessing',
      ]);
    }
    expect(streams()).toHaveLength(2);
  });

  it('have a column for each member of a line, and no other', () => {
    const [stage] = propertiesOf(platform, 'AWS::ApiGatewayV2::Stage');
    const { Format } = stage?.AccessLogSettings as unknown as { Format: string };
    const members = Object.keys(JSON.parse(Format) as object).map((member) => member.toLowerCase());

    expect(tableOf('api_access')?.StorageDescriptor.Columns.map(({ Name }) => Name)).toEqual(members);
    expect(tableOf('graphql_access')?.StorageDescriptor.Columns.map(({ Name }) => Name)).toEqual([
      'logtype',
      'requestid',
      'graphqlapiid',
      'statuscode',
      'latency',
    ]);
    expect(
      members.filter((member) => /(?:^|source)ip|agent|query|auth(?!orizererror)|identity/.test(member)),
    ).toEqual([]);
  });

  it("are no part of what is counted: CloudFront's log has REST already", () => {
    const read = cleanPlan().inputs.flatMap(({ paths }) => paths);

    expect(read.filter((path) => /\/(?:api|graphql|AWSLogs)\//.test(path))).toEqual([]);
    expect(read.filter((path) => path.startsWith('{{kept}}/logs/'))).toHaveLength(2);
  });
});

describe('the job', () => {
  it('runs one script by a plan, and writes visits and nothing else', () => {
    const [job] = propertiesOf(platform, 'AWS::Glue::Job');
    const roles = propertiesOf(platform, 'AWS::IAM::Role').filter((role) =>
      text(role).includes('glue.amazonaws.com'),
    );
    const statements = text(roles[0]?.Policies);

    expect(job).toMatchObject({ GlueVersion: '5.0', ExecutionClass: 'FLEX', MaxRetries: 0, Timeout: 60 });
    expect(text(job?.DefaultArguments)).toContain('--plan');
    expect(roles).toHaveLength(1);
    expect(statements.match(/s3:PutObject/g)).toHaveLength(1);
    expect(statements).toMatch(
      /"s3:PutObject","s3:DeleteObject"\],"Effect":"Allow","Resource":[^\]]*visits\/\*"\]/,
    );
  });
});

describe('the workgroup', () => {
  it('limits what a query reads, encrypts what it answers, and lets nobody ask otherwise', () => {
    const [group] = propertiesOf(platform, 'AWS::Athena::WorkGroup');

    expect(group?.WorkGroupConfiguration).toMatchObject({
      EnforceWorkGroupConfiguration: true,
      BytesScannedCutoffPerQuery: 10 * 2 ** 30,
      ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS' } },
    });
  });

  it('has the figures as named queries, of yesterday', () => {
    const queries = propertiesOf(platform, 'AWS::Athena::NamedQuery') as unknown as Array<{
      Name: string;
      QueryString: string;
    }>;

    expect(queries.map(({ Name }) => Name)).toEqual(
      expect.arrayContaining(FIGURES.map((figure) => `artissist-stats-${figure}`)),
    );
    expect(queries.filter(({ QueryString }) => QueryString.includes('{{'))).toEqual([]);
  });
});

describe('the night', () => {
  it('starts the state machine with the time at which it should', () => {
    const [schedule] = propertiesOf(platform, 'AWS::Scheduler::Schedule');

    expect(schedule).toMatchObject({
      ScheduleExpression: 'cron(30 3 * * ? *)',
      ScheduleExpressionTimezone: 'UTC',
      Target: { Input: '{"at":"<aws.scheduler.scheduled-time>"}' },
    });
    expect(text(schedule)).toContain('stateMachine:artissist-stats');
    const arn = { 'Fn::GetAtt': [expect.stringMatching(/^EventsUndelivered/), 'Arn'] };
    expect(schedule).toMatchObject({ Target: { DeadLetterConfig: { Arn: arn } } });
  });

  it('may write figures of tenants, and what counts cannot have logs cleaned nor read them', () => {
    const roles = Object.entries(resourcesOf(platform, 'AWS::IAM::Role')).map(
      ([id, role]) => [id, text(role)] as const,
    );
    const policies = Object.values(resourcesOf(platform, 'AWS::IAM::Policy')).map(text);
    const of = (name: string): string =>
      [
        ...roles.filter(([id]) => id.startsWith(name)).map(([, role]) => role),
        ...policies.filter((policy) => policy.includes(`"${name}`)),
      ].join();
    const prepare = of('Functionsstatsprepare');
    const count = of('Functionsstatscount');

    expect(prepare).toContain('glue:StartJobRun');
    expect(prepare).not.toMatch(/dynamodb:PutItem|athena:/);
    expect(count).toContain('athena:StartQueryExecution');
    expect(count).not.toMatch(/glue:StartJobRun|ExportTable|analytics-[^"]*"[^"]*logs\//);
  });
});

it('the script of the job needs nothing but Spark', () => {
  const script = readFileSync(new URL('../analytics/glue/run_sql.py', import.meta.url), 'utf8');
  const imported = [...script.matchAll(/^(?:import|from) (\w+)/gm)].map(([, name]) => name);

  expect(imported.toSorted()).toEqual(['argparse', 'json', 'pyspark', 'pyspark', 're', 'secrets']);
});
