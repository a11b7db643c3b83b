/** The templates hold every row of the inventory, and nothing more. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Template } from 'aws-cdk-lib/assertions';
import { EVENT_SOURCE } from '#api/events.ts';
import { LIMITS } from '../local/graphql.ts';
import type { ConsumerRow } from '../inventory.types.ts';
import { inventory } from '../inventory.ts';
import { cloudFunctions, evidence } from './cloud-functions.ts';
import { stepName } from './constructs/resolvers.ts';
import { resourcesOf, synthesise } from './testing.ts';

let data: Template;
let edge: Template;
let platform: Template;
let resolvers: Template[];
let nested: Template[];
let traffic: Template;
let lookUps: () => unknown[];

beforeAll(() => {
  ({ data, edge, platform, resolvers, nested, traffic, lookUps } = synthesise());
});

type Properties = Record<string, unknown>;
const propertiesOf = (template: Template, type: string): Properties[] =>
  Object.values(resourcesOf(template, type)).map(({ Properties }) => Properties);
const sorted = (texts: string[]): string[] => texts.toSorted();
const reference = (value: unknown): string => (value as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0];

describe('the API', () => {
  it('has the data sources', () => {
    const kinds = { table: 'AMAZON_DYNAMODB', function: 'AWS_LAMBDA', none: 'NONE' };

    const made = propertiesOf(platform, 'AWS::AppSync::DataSource').map(
      ({ Name, Type }) => `${Name} ${Type}`,
    );

    expect(sorted(made)).toEqual(
      sorted(inventory.dataSources.map(({ name, kind }) => `${name} ${kinds[kind]}`)),
    );
  });

  it('has the resolvers, with the steps of pipelines in their order', () => {
    const made = resolvers.flatMap((template) => {
      const steps = resourcesOf(template, 'AWS::AppSync::FunctionConfiguration');
      return propertiesOf(template, 'AWS::AppSync::Resolver').map((row) => {
        const { Functions = [] } = (row['PipelineConfig'] ?? {}) as { Functions?: unknown[] };
        const names = Functions.map((step) => String(steps[reference(step)]?.Properties['Name']));
        return [row['TypeName'], row['FieldName'], row['Kind'], row['DataSourceName'] ?? '', ...names].join(
          ' ',
        );
      });
    });

    const wanted = inventory.resolvers.map((row) =>
      row.kind === 'UNIT'
        ? `${row.type} ${row.field} UNIT ${row.dataSource}`
        : [row.type, row.field, 'PIPELINE', '', ...row.steps.map((step) => stepName(step, row.type))].join(
            ' ',
          ),
    );
    expect(sorted(made)).toEqual(sorted(wanted));
  });

  it('has each step once for a type: the same code over the same data source', () => {
    const distinct = new Set(
      inventory.resolvers.flatMap((row) =>
        row.kind === 'PIPELINE' ? row.steps.map((step) => stepName(step, row.type)) : [],
      ),
    );

    const made = resolvers.flatMap((template) =>
      propertiesOf(template, 'AWS::AppSync::FunctionConfiguration').map(({ Name }) => String(Name)),
    );

    expect(sorted(made)).toEqual(sorted([...distinct]));
  });

  it('has its schema and data sources before its resolvers', () => {
    const before = ['AWS::AppSync::GraphQLSchema', 'AWS::AppSync::DataSource'].flatMap((type) =>
      Object.keys(resourcesOf(platform, type)),
    );

    const nested = Object.entries(platform.findResources('AWS::CloudFormation::Stack')).filter(([id]) =>
      id.startsWith('Api'),
    ) as [string, { DependsOn?: string[] }][];
    expect(nested.length).toBeGreaterThan(3);
    for (const [, { DependsOn }] of nested) expect(DependsOn).toEqual(expect.arrayContaining(before));
  });

  it('keeps to the limits of the local one', () => {
    platform.hasResourceProperties('AWS::AppSync::GraphQLApi', {
      QueryDepthLimit: LIMITS.queryDepthLimit,
      ResolverCountLimit: LIMITS.resolverCountLimit,
    });
  });
});

/** An entry with the modules of wiring that it imports. */
function lambdaTexts(file: string): string {
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(/from '(\.{1,2}\/[^']+\.lambda\.ts)'/g)].map(([, path]) => path ?? '');
  return [text, ...imported.map((path) => lambdaTexts(join(dirname(file), path)))].join('\n');
}

describe('the functions', () => {
  it('are those of the inventory and of the cloud alone', () => {
    const made = [data, edge, platform].flatMap((template) =>
      propertiesOf(template, 'AWS::Lambda::Function').map(
        ({ Description, MemorySize, Timeout }) => `${Description} ${MemorySize} ${Timeout}`,
      ),
    );

    const rows = [...inventory.functions, ...cloudFunctions];
    expect(sorted(made)).toEqual(
      sorted(rows.map(({ purpose, memoryMb, timeoutSeconds }) => `${purpose} ${memoryMb} ${timeoutSeconds}`)),
    );
  });

  it.each(inventory.functions)(
    '$name is given every variable that its entry asks for',
    ({ entry, purpose }) => {
      const text = lambdaTexts(join(import.meta.dirname, '../..', entry));
      const asked = [...text.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, name]) => name ?? '');

      const [made] = Object.values(
        platform.findResources('AWS::Lambda::Function', { Properties: { Description: purpose } }),
      ) as { Properties: { Environment: { Variables: object } } }[];

      const given = Object.keys(made?.Properties.Environment.Variables ?? {});
      expect(asked.filter((name) => name !== 'AWS_REGION' && !given.includes(name))).toEqual([]);
    },
  );
});

describe('the events', () => {
  const queueOf = (arn: unknown) => resourcesOf(platform, 'AWS::SQS::Queue')[reference(arn)]?.Properties;

  it('have a rule a consumer, with exactly its pattern', () => {
    const made = propertiesOf(platform, 'AWS::Events::Rule').map((rule) => [
      rule['Description'],
      rule['EventPattern'],
    ]);

    const wanted = [
      ...inventory.consumers.map(({ purpose, pattern }): unknown[] => [purpose, pattern]),
      [evidence.purpose, { source: [EVENT_SOURCE] }],
    ];
    expect(new Map(made as [])).toEqual(new Map(wanted as []));
  });

  it.each(inventory.consumers)(
    '$name has a queue with its attempts, delay, batches and concurrency',
    (row) => {
      const [rule] = Object.values(
        platform.findResources('AWS::Events::Rule', { Properties: { Description: row.purpose } }),
      ) as { Properties: { Targets: { Arn: unknown; SqsParameters?: object }[] } }[];
      const [target] = rule?.Properties.Targets ?? [];
      const queue = queueOf(target?.Arn);
      const mapping = propertiesOf(platform, 'AWS::Lambda::EventSourceMapping').find(
        ({ EventSourceArn }) => reference(EventSourceArn) === reference(target?.Arn),
      );

      expect(queue?.['RedrivePolicy']).toMatchObject({ maxReceiveCount: row.attempts });
      expect(queue?.['DelaySeconds']).toBe(row.delaySeconds ?? 0);
      expect(mapping).toMatchObject({
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ...deliveryOf(row),
      });
      expect(target?.SqsParameters).toEqual(row.concurrency === 1 ? { MessageGroupId: row.name } : undefined);
      expect(queue?.['FifoQueue']).toBe(row.concurrency === 1 ? true : undefined);
      const fn = platform.toJSON() as { Resources: Record<string, { Properties: Properties }> };
      const { purpose } = inventory.functions.find(({ name }) => name === row.function) ?? {};
      const target_ = mapping?.['FunctionName'] as { Ref: string };
      expect(fn.Resources[target_.Ref]?.Properties['Description']).toBe(purpose);
    },
  );

  const deliveryOf = ({ concurrency, batchSize }: ConsumerRow): object =>
    concurrency === 1
      ? { BatchSize: Math.min(batchSize, 10) }
      : { BatchSize: batchSize, ScalingConfig: { MaximumConcurrency: concurrency } };
});

describe('the state machines', () => {
  it('are those of the inventory, with their definitions and exactly their functions', () => {
    const functions = resourcesOf(platform, 'AWS::Lambda::Function');
    const purposeOf = (arn: unknown) => functions[reference(arn)]?.Properties['Description'];

    const made = propertiesOf(platform, 'AWS::StepFunctions::StateMachine').map((machine) => [
      machine['StateMachineName'],
      machine['DefinitionString'],
      Object.entries(machine['DefinitionSubstitutions'] as object)
        .map(([placeholder, arn]) => `${placeholder} ${String(purposeOf(arn))}`)
        .toSorted(),
    ]);

    const wanted = inventory.stateMachines.map(({ name, definition, tasks }) => [
      `artissist-${name}`,
      readFileSync(join(import.meta.dirname, '../..', definition), 'utf8'),
      Object.entries(tasks)
        .map(([placeholder, task]) => {
          const row = inventory.functions.find((candidate) => candidate.name === task);
          return `${placeholder} ${row?.purpose}`;
        })
        .toSorted(),
    ]);
    expect(made).toEqual(wanted);
  });
});

describe('the table', () => {
  it('has the keys, stream, expiry and indexes', () => {
    const { table } = inventory;
    const [made] = propertiesOf(data, 'AWS::DynamoDB::Table');
    const keys = (partitionKey: string, sortKey: string) => [
      { AttributeName: partitionKey, KeyType: 'HASH' },
      { AttributeName: sortKey, KeyType: 'RANGE' },
    ];

    expect(made).toMatchObject({
      TableName: table.name,
      KeySchema: keys(table.partitionKey, table.sortKey),
      StreamSpecification: { StreamViewType: table.stream },
      TimeToLiveSpecification: { AttributeName: table.ttl, Enabled: true },
    });
    expect(made?.['GlobalSecondaryIndexes']).toEqual(
      table.indexes.map(({ name, partitionKey, sortKey, projects }) => ({
        IndexName: name,
        KeySchema: keys(partitionKey, sortKey),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: projects },
      })),
    );
  });
});

describe('CloudFormation', () => {
  it('takes the templates: under 1 MB and 500 resources each', () => {
    for (const template of [data, edge, platform, traffic, ...nested]) {
      const json = template.toJSON() as { Resources: object };
      expect(Buffer.byteLength(JSON.stringify(json, null, 1))).toBeLessThan(1_000_000);
      expect(Object.keys(json.Resources).length).toBeLessThan(500);
    }
  });

  it('finds nothing against its schemas', () => {
    expect(synthesise({ validate: true }).report()).toMatchObject({ pluginReports: [] });
  }, 120_000);

  it('can change each stack without the others: no value is exported or imported', () => {
    expect(JSON.stringify([data, edge, platform, traffic].map((template) => template.toJSON()))).not.toMatch(
      /Fn::ImportValue|"Export":/,
    );
  });

  it('is asked nothing to write the templates: no context is looked up', () => {
    expect(lookUps()).toEqual([]);
  });
});
