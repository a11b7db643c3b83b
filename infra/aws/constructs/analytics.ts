/** What counts visits on AWS: the catalogue, the job that cleans, and Athena's workgroup with its limits and queries. */
import type { Stack } from 'aws-cdk-lib';
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { figures } from '#api/analytics/statements.gen.ts';
import { FIGURES } from '#api/analytics/steps.ts';
import type { FunctionRow } from '../../inventory.types.ts';
import type { Names } from '../names.ts';
import { PREFIX } from './analytics-store.ts';
import { Catalogue } from './catalogue.ts';
import type { Functions } from './functions.ts';
import { GlueJob } from './glue-job.ts';
import type { Lambda } from './lambda.ts';

export interface AnalyticsProps {
  rows: readonly FunctionRow[];
  functions: Functions;
  names: Names;
  objectsKeyArn: string;
  operationsKeyArn: string;
}

/** Most bytes that a query may read: a day of visits is far below; Athena ends what reads more. */
const MOST_BYTES = 10 * 2 ** 30;

/** What people ask now and then, beside the figures. */
const QUESTIONS: Record<string, { description: string; query: string }> = {
  'rest-calls': {
    description: 'Calls of the REST API in the last two days, by route and status',
    query: `SELECT regexp_extract(cs_uri_stem, '^/v1/[^/]*') AS route, cs_method, sc_status, count(*) AS calls,
  approx_percentile(CAST(time_taken AS double), 0.95) AS p95_seconds
FROM access
WHERE hour >= date_format(current_timestamp - INTERVAL '2' DAY, '%Y/%m/%d/00') AND cs_uri_stem LIKE '/v1/%'
GROUP BY 1, 2, 3 ORDER BY calls DESC`,
  },
  'graphql-requests': {
    description: 'Requests of the GraphQL API in the last two days, by status',
    query: `SELECT statuscode, count(*) AS requests, approx_percentile(CAST(latency AS double), 0.95) AS p95_latency
FROM graphql_access
WHERE hour >= date_format(current_timestamp - INTERVAL '2' DAY, '%Y/%m/%d/00')
GROUP BY 1 ORDER BY requests DESC`,
  },
  'slow-functions': {
    description: 'Paths of the HTTP APIs whose functions took longest in the last two days',
    query: `SELECT regexp_extract(path, '^/[^/]*/[^/]*') AS route, method, count(*) AS calls,
  approx_percentile(CAST(functionms AS double), 0.95) AS p95_ms, approx_percentile(CAST(ms AS double), 0.95) AS p95_whole_ms
FROM api_access
WHERE hour >= date_format(current_timestamp - INTERVAL '2' DAY, '%Y/%m/%d/00') AND functionms <> '-'
GROUP BY 1, 2 ORDER BY p95_ms DESC LIMIT 100`,
  },
  'slow-pages': {
    description: 'Pages of the last two days that took longest to begin',
    query: `SELECT cs_uri_stem, count(*) AS requests, approx_percentile(CAST(time_to_first_byte AS double), 0.95) AS p95_seconds
FROM access
WHERE hour >= date_format(current_timestamp - INTERVAL '2' DAY, '%Y/%m/%d/00') AND sc_status = '200'
GROUP BY 1 HAVING count(*) > 10 ORDER BY p95_seconds DESC LIMIT 100`,
  },
};

export class Analytics extends Construct {
  /** The tables of what is kept. */
  readonly catalogue: Catalogue;
  constructor(stack: Stack, id: string, props: AnalyticsProps) {
    super(stack, id);
    const { rows, functions, names, objectsKeyArn } = props;
    const { region, account, partition } = stack;
    const bucketArn = `arn:${partition}:s3:::${names.analyticsBucket}`;
    const catalogue = new Catalogue(this, 'Catalogue', { names, account });
    this.catalogue = catalogue;
    const job = new GlueJob(stack, `${id}Job`, props);
    const workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: names.prefix,
      description: 'Counts visits',
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: MOST_BYTES,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${names.analyticsBucket}/${PREFIX.results}`,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: objectsKeyArn },
          expectedBucketOwner: account,
        },
      },
    });
    const queries = {
      ...Object.fromEntries(
        FIGURES.map((figure) => [
          `stats-${figure}`,
          {
            description: `${figure} of a day, as every night counts them`,
            query: figures.athena[figure].replaceAll(
              "'{{day}}'",
              "date_format(current_date - INTERVAL '1' DAY, '%Y-%m-%d')",
            ),
          },
        ]),
      ),
      ...QUESTIONS,
    };
    for (const [name, { description, query }] of Object.entries(queries))
      new CfnNamedQuery(this, name, {
        name: `${names.prefix}-${name}`,
        description,
        database: catalogue.databaseName,
        queryString: query,
        workGroup: names.prefix,
      }).addResourceDependency(workGroup);

    const environment = {
      ANALYTICS_BUCKET: names.analyticsBucket,
      ANALYTICS_KEY_ARN: objectsKeyArn,
      ANALYTICS_WORKGROUP: names.prefix,
      ANALYTICS_DATABASE: catalogue.databaseName,
      ANALYTICS_JOB: job.jobName,
      TABLE_ARN: names.tableArn,
    };
    const give = ({ function: fn, role }: Lambda, statements: Array<[string[], string[]]>): void => {
      for (const [name, value] of Object.entries(environment)) fn.addEnvironment(name, value);
      for (const [actions, resources] of statements)
        role.addToPolicy(new PolicyStatement({ actions, resources }));
    };
    for (const made of functions.where(rows, (row) => row.analytics === 'prepare'))
      give(made, [
        [['dynamodb:ExportTableToPointInTime'], [names.tableArn]],
        [['dynamodb:DescribeExport'], [`${names.tableArn}/export/*`]],
        [['s3:PutObject', 's3:AbortMultipartUpload'], [`${bucketArn}/${PREFIX.tables}*`]],
        [['glue:StartJobRun', 'glue:GetJobRuns'], [job.jobArn]],
      ]);
    const glue = `arn:${partition}:glue:${region}:${account}`;
    for (const made of functions.where(rows, (row) => row.analytics === 'count'))
      give(made, [
        [
          ['athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:GetQueryResults'],
          [`arn:${partition}:athena:${region}:${account}:workgroup/${names.prefix}`],
        ],
        [
          ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
          [
            `${glue}:catalog`,
            // Asked for by every query: https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html
            `${glue}:database/default`,
            `${glue}:database/${catalogue.databaseName}`,
            `${glue}:table/${catalogue.databaseName}/visits`,
          ],
        ],
        [['s3:GetObject'], [`${bucketArn}/${PREFIX.visits}*`]],
        [['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'], [`${bucketArn}/${PREFIX.results}*`]],
        [['s3:ListBucket', 's3:GetBucketLocation'], [bucketArn]],
      ]);
  }
}
