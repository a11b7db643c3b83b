/** Logs and visits in S3: DynamoDB exports the table, Glue cleans, Athena counts. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import {
  DescribeExportCommand,
  DynamoDBClient,
  ExportTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import { GetJobRunsCommand, GlueClient, StartJobRunCommand } from '@aws-sdk/client-glue';
import { figures } from '../../analytics/statements.gen.ts';
import { assertDay, forDay } from '../../analytics/steps.ts';
import { AnalyticsFailed, type Analytics, type CountRow, type Progress } from './port.ts';

export interface AwsAnalyticsEnvironment {
  /** Holds `logs/`, `tables/` and `visits/`. */
  ANALYTICS_BUCKET: string;
  /** The bucket's own key. An export that names none is encrypted under S3's. */
  ANALYTICS_KEY_ARN: string;
  ANALYTICS_WORKGROUP: string;
  ANALYTICS_DATABASE: string;
  ANALYTICS_JOB: string;
  TABLE_ARN: string;
}

export interface AwsAnalyticsClients {
  athena: Pick<AthenaClient, 'send'>;
  dynamodb: Pick<DynamoDBClient, 'send'>;
  glue: Pick<GlueClient, 'send'>;
  /** Pause between two looks at a query, ms. */
  lookMs?: number;
}

const LOOK_MS = 500;
const DAY_MS = 86_400_000;
const UNDER_WAY = new Set(['STARTING', 'RUNNING', 'STOPPING', 'WAITING', 'EXPIRED_WAIT']);

export function createAwsAnalytics(
  env: AwsAnalyticsEnvironment,
  {
    athena = new AthenaClient(),
    dynamodb = new DynamoDBClient(),
    glue = new GlueClient(),
    lookMs = LOOK_MS,
  }: Partial<AwsAnalyticsClients> = {},
): Analytics {
  const bucket = `s3://${env.ANALYTICS_BUCKET}`;

  return {
    /** The client token makes the same export of the same night, for eight hours. */
    async exportTable(run) {
      const { ExportDescription: begun } = await dynamodb.send(
        new ExportTableToPointInTimeCommand({
          TableArn: env.TABLE_ARN,
          S3Bucket: env.ANALYTICS_BUCKET,
          S3Prefix: `tables/${run}`,
          S3SseAlgorithm: 'KMS',
          S3SseKmsKeyId: env.ANALYTICS_KEY_ARN,
          ExportFormat: 'DYNAMODB_JSON',
          ClientToken: tokenOf(env.TABLE_ARN, run),
        }),
      );
      const { ExportDescription: now } = await dynamodb.send(
        new DescribeExportCommand({ ExportArn: begun?.ExportArn }),
      );
      const id = begun?.ExportArn?.split('/').at(-1) ?? '';
      const copy = `${bucket}/tables/${run}/AWSDynamoDB/${id}/data/`;
      if (now?.ExportStatus === 'COMPLETED') return { state: 'SUCCEEDED', copy };
      if (now?.ExportStatus === 'IN_PROGRESS') return { state: 'RUNNING', copy };
      throw new AnalyticsFailed(`The export of the table failed: ${now?.FailureMessage ?? 'no reason'}`);
    },

    /** Runs carry the night and the day, so that a step that comes again finds its own. */
    async clean(run, day, copy) {
      assertDay(day);
      const values = JSON.stringify({
        day,
        dayPath: day.replaceAll('-', '/'),
        nextPath: new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10).replaceAll('-', '/'),
        kept: bucket,
        copy,
      });
      const mine = await jobRun(glue, env.ANALYTICS_JOB, run, values);
      if (mine === undefined) {
        await glue.send(
          new StartJobRunCommand({
            JobName: env.ANALYTICS_JOB,
            Arguments: { '--values': values, '--night': run },
          }),
        );
        return 'RUNNING';
      }
      return progressOf(mine.state, mine.message);
    },

    async *count(figure, day) {
      const { QueryExecutionId: id } = await athena.send(
        new StartQueryExecutionCommand({
          QueryString: forDay(figures.athena[figure], day),
          WorkGroup: env.ANALYTICS_WORKGROUP,
          QueryExecutionContext: { Database: env.ANALYTICS_DATABASE },
        }),
      );
      for (;;) {
        const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
        const { State, StateChangeReason = 'no reason' } = QueryExecution?.Status ?? {};
        if (State === 'SUCCEEDED') break;
        if (State === 'FAILED' || State === 'CANCELLED')
          throw new AnalyticsFailed(`Athena could not count ${figure} of ${day}: ${StateChangeReason}`);
        await sleep(lookMs);
      }
      yield* rowsOf(athena, id);
    },
  };
}

const tokenOf = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 32);

/** The latest run of a job for a night and these values. */
async function jobRun(glue: AwsAnalyticsClients['glue'], job: string, night: string, values: string) {
  let token: string | undefined;
  do {
    const page = await glue.send(new GetJobRunsCommand({ JobName: job, NextToken: token }));
    const found = page.JobRuns?.find(
      ({ Arguments }) => Arguments?.['--night'] === night && Arguments['--values'] === values,
    );
    if (found) return { state: found.JobRunState ?? '', message: found.ErrorMessage };
    token = page.NextToken;
  } while (token);
  return undefined;
}

function progressOf(state: string, message = 'no reason'): Progress {
  if (state === 'SUCCEEDED') return 'SUCCEEDED';
  if (UNDER_WAY.has(state)) return 'RUNNING';
  throw new AnalyticsFailed(`Glue ended with ${state}: ${message}`);
}

/** Rows by the names of the columns; the first line of the first page repeats those. */
async function* rowsOf(
  athena: AwsAnalyticsClients['athena'],
  QueryExecutionId: string | undefined,
): AsyncIterable<CountRow> {
  let token: string | undefined;
  let isFirst = true;
  do {
    const { ResultSet, NextToken } = await athena.send(
      new GetQueryResultsCommand({ QueryExecutionId, NextToken: token }),
    );
    const names = ResultSet?.ResultSetMetadata?.ColumnInfo?.map(({ Name = '' }) => Name) ?? [];
    for (const { Data = [] } of (ResultSet?.Rows ?? []).slice(isFirst ? 1 : 0)) {
      const row = Object.fromEntries(names.map((name, at) => [name, Data[at]?.VarCharValue ?? '']));
      yield {
        tenantId: row.tenant_id ?? '',
        name: row.name ?? '',
        title: row.title ?? '',
        views: Number(row.views),
        visitors: Number(row.visitors),
      };
    }
    isFirst = false;
    token = NextToken;
  } while (token);
}
