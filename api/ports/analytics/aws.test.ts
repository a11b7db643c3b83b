/** Athena, Glue and DynamoDB's export as the twin asks them, in their own shapes. On an emulator it counts in infra/aws/emulator. */
import { describe, expect, it } from 'vitest';
import { createAwsAnalytics, type AwsAnalyticsClients } from './aws.ts';
import { AnalyticsFailed } from './port.ts';

const ENV = {
  ANALYTICS_BUCKET: 'bucket',
  ANALYTICS_KEY_ARN: 'arn:aws:kms:eu-west-1:1:key/objects',
  ANALYTICS_WORKGROUP: 'stats',
  ANALYTICS_DATABASE: 'artissist',
  ANALYTICS_JOB: 'visits',
  TABLE_ARN: 'arn:aws:dynamodb:eu-west-1:1:table/Artissist',
};
const EXPORT = `${ENV.TABLE_ARN}/export/01-abc`;

type Asked = { name: string; input: Record<string, unknown> };

/** Clients that answer by the name of the command, one answer after the other, the last one again. */
function twin(answers: Record<string, object[]>) {
  const asked: Asked[] = [];
  const client = {
    send: (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
      const name = command.constructor.name.replace('Command', '');
      asked.push({ name, input: command.input });
      const left = answers[name] ?? [];
      return Promise.resolve(left.length > 1 ? left.shift() : left[0]);
    },
  };
  const clients = { athena: client, dynamodb: client, glue: client, lookMs: 0 };
  return { asked, analytics: createAwsAnalytics(ENV, clients as unknown as AwsAnalyticsClients) };
}
const inputsOf = (asked: Asked[], name: string) =>
  asked.filter((each) => each.name === name).map(({ input }) => input);

describe('the copy of the table', () => {
  const begun = { ExportDescription: { ExportArn: EXPORT } };
  const at = (ExportStatus: string) => ({ ExportDescription: { ExportStatus, FailureMessage: 'no room' } });

  it('is begun once a night, looked at, and named', async () => {
    const { asked, analytics } = twin({
      ExportTableToPointInTime: [begun],
      DescribeExport: [at('IN_PROGRESS'), at('COMPLETED')],
    });

    const first = await analytics.exportTable('2026-11-22');
    const second = await analytics.exportTable('2026-11-22');

    const copy = 's3://bucket/tables/2026-11-22/AWSDynamoDB/01-abc/data/';
    expect([first, second]).toEqual([
      { state: 'RUNNING', copy },
      { state: 'SUCCEEDED', copy },
    ]);
    const tokens = inputsOf(asked, 'ExportTableToPointInTime').map(({ ClientToken }) => ClientToken);
    expect(new Set(tokens).size).toBe(1);
  });

  it('is encrypted under the key of the bucket, not under the one that S3 takes where none is named', async () => {
    const { asked, analytics } = twin({
      ExportTableToPointInTime: [begun],
      DescribeExport: [at('COMPLETED')],
    });

    await analytics.exportTable('2026-11-22');

    expect(inputsOf(asked, 'ExportTableToPointInTime')).toMatchObject([
      { S3SseAlgorithm: 'KMS', S3SseKmsKeyId: ENV.ANALYTICS_KEY_ARN },
    ]);
  });

  it('that failed fails for good', async () => {
    const { analytics } = twin({ ExportTableToPointInTime: [begun], DescribeExport: [at('FAILED')] });

    await expect(analytics.exportTable('2026-11-22')).rejects.toThrow(/export of the table failed: no room/);
  });
});

describe('cleaning a day', () => {
  it('starts the job once, with the values of the plan, and finds its run again', async () => {
    const { asked, analytics } = twin({ GetJobRuns: [{ JobRuns: [] }], StartJobRun: [{ JobRunId: 'r' }] });

    expect(await analytics.clean('night', '2026-11-30', 's3://copy')).toBe('RUNNING');

    const [started] = inputsOf(asked, 'StartJobRun') as [{ Arguments: Record<string, string> }];
    expect(JSON.parse(started.Arguments['--values'] ?? '')).toEqual({
      day: '2026-11-30',
      dayPath: '2026/11/30',
      nextPath: '2026/12/01',
      kept: 's3://bucket',
      copy: 's3://copy',
    });
    const run = { Arguments: started.Arguments, ErrorMessage: 'no memory' };
    const state = async (JobRunState: string) => {
      const again = twin({
        GetJobRuns: [{ JobRuns: [], NextToken: 'x' }, { JobRuns: [{ ...run, JobRunState }] }],
      });
      const answer = await again.analytics.clean('night', '2026-11-30', 's3://copy').catch(String);
      expect(inputsOf(again.asked, 'StartJobRun')).toEqual([]);
      return answer;
    };
    expect(await state('RUNNING')).toBe('RUNNING');
    expect(await state('SUCCEEDED')).toBe('SUCCEEDED');
    expect(await state('FAILED')).toBe('AnalyticsFailed: Glue ended with FAILED: no memory');
  });
});

const rows = (...lines: string[][]) =>
  lines.map((line) => ({ Data: line.map((VarCharValue) => ({ VarCharValue })) }));
const columns = { ColumnInfo: ['tenant_id', 'views', 'visitors'].map((Name) => ({ Name })) };
const status = (State: string) => ({
  QueryExecution: { Status: { State, StateChangeReason: 'too many bytes' } },
});

describe('counting', () => {
  it('waits for the query and reads every page, without the line of names', async () => {
    const { asked, analytics } = twin({
      StartQueryExecution: [{ QueryExecutionId: 'q' }],
      GetQueryExecution: [status('QUEUED'), status('RUNNING'), status('SUCCEEDED')],
      GetQueryResults: [
        {
          ResultSet: {
            ResultSetMetadata: columns,
            Rows: rows(['tenant_id', 'views', 'visitors'], ['A', '3', '2']),
          },
          NextToken: 't',
        },
        { ResultSet: { ResultSetMetadata: columns, Rows: rows(['B', '1', '1']) } },
      ],
    });

    const found = await Array.fromAsync(analytics.count('totals', '2026-11-21'));

    expect(found).toEqual([
      { tenantId: 'A', name: '', title: '', views: 3, visitors: 2 },
      { tenantId: 'B', name: '', title: '', views: 1, visitors: 1 },
    ]);
    expect(inputsOf(asked, 'StartQueryExecution')[0]).toMatchObject({
      WorkGroup: 'stats',
      QueryString: expect.stringContaining("day = '2026-11-21'") as string,
    });
  });

  it.each(['FAILED', 'CANCELLED'])('a query that ended with %s fails for good', async (state) => {
    const { analytics } = twin({ StartQueryExecution: [{}], GetQueryExecution: [status(state)] });

    const counting = Array.fromAsync(analytics.count('terms', '2026-11-21'));

    await expect(counting).rejects.toThrow(AnalyticsFailed);
    await expect(counting).rejects.toThrow(/could not count terms of 2026-11-21: too many bytes/);
  });
});
