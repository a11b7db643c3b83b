/**
 * Analytics on Athena and Glue's catalogue as MiniStack has them, which runs the statements on DuckDB, over the table and
 * the workgroup of our own template. It runs where ATHENA_ENDPOINT names MiniStack:
 * `node infra/testing/ministack/run.mjs -- npx vitest run infra/aws/emulator`. DuckDB's twin passes the same suite in
 * api/ports/analytics.
 */
import { AthenaClient, GetWorkGroupCommand } from '@aws-sdk/client-athena';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GlueClient } from '@aws-sdk/client-glue';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { FIGURES } from '#api/analytics/steps.ts';
import { analyticsContract, type Given, type Twin } from '#api/ports/analytics/analytics.contract.ts';
import { createAwsAnalytics } from '#api/ports/analytics/aws.ts';
import { createLocalAnalytics } from '#api/ports/analytics/local.ts';
import { exportedLines } from '#api/ports/analytics/traffic.testing.ts';
import { cleanPlan } from '../../analytics/plan.ts';
import { synthesise } from '../testing.ts';
import { openEmulator, REGION } from './emulator.ts';
import { createPart, namesOf } from './part.testing.ts';

/** Where the job writes a day, in the bucket. */
const VISITS = cleanPlan().outputs[0]?.path.replace('{{kept}}/', '') ?? '';
const TYPES = ['AWS::Glue::Database', 'AWS::Glue::Table', 'AWS::Glue::Job', 'AWS::Athena::WorkGroup'];

async function openAthena(endpoint: string, given: Given): Promise<Twin> {
  const emulator = openEmulator(endpoint);
  const made = await createPart(emulator, 'Analytics', synthesise().platform, TYPES);
  const one = (type: string): string => namesOf(made, type)[0] ?? '';
  const at = { endpoint, region: REGION };
  const clients = {
    athena: new AthenaClient(at),
    dynamodb: new DynamoDBClient(at),
    glue: new GlueClient(at),
    lookMs: 50,
  };
  const WorkGroup = one('AWS::Athena::WorkGroup');
  const { WorkGroup: described } = await clients.athena.send(new GetWorkGroupCommand({ WorkGroup }));
  const { OutputLocation = '' } = described?.Configuration?.ResultConfiguration ?? {};
  const bucket = new URL(OutputLocation).host;
  const { TableDescription } = await clients.dynamodb.send(
    new CreateTableCommand({
      TableName: 'Artissist',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
    }),
  );
  const analytics = createAwsAnalytics(
    {
      ANALYTICS_BUCKET: bucket,
      ANALYTICS_KEY_ARN: 'arn:aws:kms:us-east-1:000000000000:key/objects',
      ANALYTICS_WORKGROUP: WorkGroup,
      ANALYTICS_DATABASE: one('AWS::Glue::Database'),
      ANALYTICS_JOB: one('AWS::Glue::Job'),
      TABLE_ARN: TableDescription?.TableArn ?? '',
    },
    clients,
  );
  const put = (day: string, body: Uint8Array | string): Promise<void> =>
    emulator.upload(bucket, `${VISITS.replace('{{day}}', day)}part-0.parquet`, body);
  await emulator.upload(bucket, 'results/', '');
  // MiniStack reads columns from the files where there are some, so the table is asked before: it has all that is asked for.
  for (const figure of FIGURES) await Array.fromAsync(analytics.count(figure, given.day));
  // It ends an export without items and a Spark job without running it. What the job would have written is put there;
  // that Spark writes the same is shown in infra/analytics/glue.
  await put(given.day, await cleanedVisits(given));
  return {
    analytics,
    spoil: (day) => put(day, 'no Parquet'),
    async end() {
      for (const client of [clients.athena, clients.dynamodb, clients.glue, emulator.s3]) client.destroy();
    },
  };
}

/** A day's visits as Parquet. */
async function cleanedVisits({ day, lines, tenants }: Given): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'visits-'));
  const logs = join(folder, 'logs', ...day.split('-'));
  mkdirSync(logs, { recursive: true });
  writeFileSync(join(logs, '00.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const local = createLocalAnalytics({
    logs: join(folder, 'logs'),
    folder,
    exportTo: async (copy) => writeFileSync(copy, exportedLines(tenants).join('\n')),
  });
  try {
    const { copy } = await local.exportTable('once');
    await local.clean('once', day, copy);
    return readFileSync(join(folder, `visits/day=${day}/visits.parquet`));
  } finally {
    local.close();
    rmSync(folder, { recursive: true });
  }
}

const endpoint = process.env['ATHENA_ENDPOINT'] ?? '';
if (!endpoint) console.warn('NOT RUN: analytics on Athena (set ATHENA_ENDPOINT to MiniStack)');
describe.skipIf(!endpoint)('analytics on Athena (NOT RUN unless ATHENA_ENDPOINT is set)', () =>
  analyticsContract((given) => openAthena(endpoint, given)),
);
