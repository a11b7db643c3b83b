/** What the nights hand over to the script is what the script takes; it refuses every other character. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAwsAnalytics, type AwsAnalyticsClients } from '#api/ports/analytics/aws.ts';
import { cleanPlan } from '../plan.ts';

const script = readFileSync(join(import.meta.dirname, 'run_sql.py'), 'utf8');
const taken = new RegExp(/VALUE = re\.compile\(r"(.+)"\)/.exec(script)?.[1] ?? '(?!)');

/** The arguments of the job for the copy that an export left. */
async function handedOver(): Promise<Record<string, string>> {
  const asked: Array<Record<string, Record<string, string>>> = [];
  const answers: Record<string, object> = {
    ExportTableToPointInTimeCommand: {
      ExportDescription: { ExportArn: 'arn:aws:dynamodb:eu-west-1:1:table/Artissist/export/01693-5a4b' },
    },
    DescribeExportCommand: { ExportDescription: { ExportStatus: 'COMPLETED' } },
    GetJobRunsCommand: { JobRuns: [] },
  };
  const client = {
    send: (command: { constructor: { name: string }; input: (typeof asked)[number] }) => {
      asked.push(command.input);
      return Promise.resolve(answers[command.constructor.name] ?? {});
    },
  };
  const analytics = createAwsAnalytics(
    {
      ANALYTICS_BUCKET: 'artissist-analytics-123456789012',
      ANALYTICS_KEY_ARN: 'arn:aws:kms:eu-west-1:1:key/objects',
      ANALYTICS_WORKGROUP: 'stats',
      ANALYTICS_DATABASE: 'artissist',
      ANALYTICS_JOB: 'visits',
      TABLE_ARN: 'arn:aws:dynamodb:eu-west-1:1:table/Artissist',
    },
    { athena: client, dynamodb: client, glue: client, lookMs: 0 } as unknown as AwsAnalyticsClients,
  );
  const run = '0b8e0d6a-2f0a-4d9c-9a55-4f0c2c8d7b10';
  const { copy } = await analytics.exportTable(run);
  await analytics.clean(run, '2026-11-21', copy);
  return JSON.parse(asked.at(-1)?.['Arguments']?.['--values'] ?? '{}') as Record<string, string>;
}

it('each value of a night is taken, and each that the plan asks for is given', async () => {
  const values = await handedOver();
  const asked = [...JSON.stringify(cleanPlan()).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);

  expect(Object.entries(values).filter(([, value]) => !taken.test(value))).toEqual([]);
  expect(asked.filter((name) => name !== 'salt' && !Object.hasOwn(values, name ?? ''))).toEqual([]);
});

it.each(["' OR '", 's3://bucket/*', '{{salt}}', 'a b', ''])('%j is taken only when it is no SQL', (value) => {
  expect(taken.test(value)).toBe(value === '');
});
