/** What must never be replaced: a replacement starts empty. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stackName } from './names.ts';
import { exampleSettings } from './settings.ts';
import { stageOf } from './stages.ts';
import { lossesOf, statefulIn, type StatefulRecord, unrecordedIn } from './stateful-resources.ts';
import { resourcesOf, synthesise } from './testing.ts';

const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, 'stateful.json'), 'utf8'),
) as StatefulRecord;
const prod = stageOf('prod');
let templates: ReturnType<typeof synthesise>;
let made: StatefulRecord;

beforeAll(() => {
  templates = synthesise();
  const { data, edge, platform, traffic } = templates;
  made = {
    [stackName('Data', prod)]: statefulIn(data.toJSON() as Parameters<typeof statefulIn>[0]),
    [stackName('Edge', prod)]: statefulIn(edge.toJSON() as Parameters<typeof statefulIn>[0]),
    [stackName('', prod)]: statefulIn(platform.toJSON() as Parameters<typeof statefulIn>[0]),
    [stackName('Traffic', prod)]: statefulIn(traffic.toJSON() as Parameters<typeof statefulIn>[0]),
  };
});

describe('stateful resources', () => {
  it('are what was recorded: none would be removed, replaced, or go with its stack', () => {
    expect(lossesOf(recorded, made)).toEqual([]);
  });

  it('are all recorded; `node infra/aws/record.ts` adds those that are new', () => {
    expect(unrecordedIn(recorded, made)).toEqual([]);
  });

  it('outlive their stack where the stage is kept, and go with it where it is not', () => {
    const policiesOf = (stage: 'prod' | 'dev') => {
      const { data } = stage === 'prod' ? templates : synthesise({ settings: exampleSettings(stage) });
      const types = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool', 'AWS::KMS::Key'];
      return types.flatMap((type) =>
        Object.values(resourcesOf(data, type)).map(
          ({ DeletionPolicy, UpdateReplacePolicy }) => `${DeletionPolicy} ${UpdateReplacePolicy}`,
        ),
      );
    };

    expect(new Set(policiesOf('prod'))).toEqual(new Set(['Retain Retain']));
    expect(new Set(policiesOf('dev'))).toEqual(new Set(['Delete Delete']));
  });

  it('stand in the stack of data, which cannot be deleted by mistake', () => {
    const kept = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool'];
    const typesIn = (stack: string) => Object.values(made[stack] ?? {}).map(({ type }) => type);

    expect(typesIn(stackName('Data', prod))).toEqual(expect.arrayContaining(kept));
    for (const part of ['Edge', '', 'Traffic'] as const) {
      expect(typesIn(stackName(part, prod)).filter((type) => kept.includes(type))).toEqual([]);
    }
    expect(templates.protects).toEqual({ data: true, edge: false, platform: false });
    expect(synthesise({ settings: exampleSettings('dev') }).protects.data).toBe(false);
  });
});

describe('the comparison with the record', () => {
  const table = {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'Artissist',
      KeySchema: [{ AttributeName: 'PK' }],
      BillingMode: 'PAY_PER_REQUEST',
    },
    DeletionPolicy: 'Retain',
  };
  const of = (Resources: Record<string, typeof table>): StatefulRecord => ({ S: statefulIn({ Resources }) });
  const before = of({ Table: table });

  it.each([
    ['nothing', { Table: table }, []],
    [
      'what can be changed',
      { Table: { ...table, Properties: { ...table.Properties, BillingMode: 'PROVISIONED' } } },
      [],
    ],
    ['a logical id', { Other: table }, ['S Table (AWS::DynamoDB::Table) would be removed.']],
    [
      'a name',
      { Table: { ...table, Properties: { ...table.Properties, TableName: 'Other' } } },
      ['S Table (AWS::DynamoDB::Table) would be replaced: TableName changed.'],
    ],
    [
      'the policy of deletion',
      { Table: { ...table, DeletionPolicy: 'Delete' } },
      ['S Table (AWS::DynamoDB::Table) has the deletion policy Delete, not Retain.'],
    ],
  ])('tells what a change of %s loses', (_, after, losses) => {
    expect(lossesOf(before, of(after))).toEqual(losses);
  });

  it('finds what is new', () => {
    expect(unrecordedIn(before, of({ Table: table, Other: table }))).toEqual([['S', 'Other']]);
  });
});
