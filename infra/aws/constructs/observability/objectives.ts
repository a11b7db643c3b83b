/**
 * What is promised to whom: service level objectives over 28 days, as data. Each has a share of what is good, in percent,
 * as a metric of CloudWatch says it.
 */
import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Parts } from './parts.ts';

/** Who has something to do here. */
export type Journey = 'visitor' | 'tool' | 'tenant';

export interface Objective {
  name: string;
  journey: Journey;
  /** The promise, one sentence. */
  says: string;
  /** Percent that must be good. */
  target: number;
  /** Percent that was bad in a period; 0 where too little happened to say. */
  bad: (period: Duration) => IMetric;
}

const CLOUDFRONT_REGION = 'us-east-1';
/** One bad of a handful says nothing of an hour. */
const FEWEST = 20;

export interface ObjectiveProps {
  parts: Pick<Parts, 'httpApis' | 'graphql'>;
  /** Namespace of our own figures. */
  namespace: string;
}

/** The objectives of what CloudFront answers. Its figures are in us-east-1 only, and so must alarms on them be. */
export function siteObjectives(distributionId: string): Objective[] {
  const namespace = 'AWS/CloudFront';
  const cdn = { DistributionId: distributionId, Region: 'Global' };
  return [
    {
      name: 'site-availability',
      journey: 'visitor',
      says: 'A page, picture or script is answered without a 5xx.',
      target: 99.9,
      bad: (period) => {
        const metric = (metricName: string, statistic: string) =>
          new Metric({
            namespace,
            metricName,
            dimensionsMap: cdn,
            statistic,
            period,
            region: CLOUDFRONT_REGION,
          });
        return when(metric('Requests', 'Sum'), 'rate', { rate: metric('5xxErrorRate', 'Average') }, period);
      },
    },
    {
      name: 'site-latency',
      journey: 'visitor',
      says: 'What the edge does not hold comes from its origin within a second.',
      target: 99,
      bad: (period) => slow(namespace, 'OriginLatency', cdn, 1000, period, CLOUDFRONT_REGION),
    },
  ];
}

/** The objectives of what stands in the stage's region. */
export function objectivesOf({ parts, namespace }: ObjectiveProps): Objective[] {
  const http = (id: string) => ({ ApiId: parts.httpApis.get(id)?.apiId ?? missing(id) });
  const graphql = { GraphQLAPIId: parts.graphql.attrApiId };
  return [
    {
      name: 'search-availability',
      journey: 'visitor',
      says: 'A search is answered with a page.',
      target: 99.5,
      bad: (period) => faults('AWS/ApiGateway', '5xx', 'Count', 'Sum', http('SearchHttp'), period),
    },
    {
      name: 'rest-availability',
      journey: 'tool',
      says: 'A REST call is answered without a 5xx.',
      target: 99.9,
      bad: (period) => faults('AWS/ApiGateway', '5xx', 'Count', 'Sum', http('Http'), period),
    },
    {
      name: 'rest-latency',
      journey: 'tool',
      says: 'A REST call is answered within a second.',
      target: 99,
      bad: (period) => slow('AWS/ApiGateway', 'Latency', http('Http'), 1000, period),
    },
    {
      name: 'graphql-availability',
      journey: 'tenant',
      says: 'A GraphQL request is answered without a 5xx.',
      target: 99.9,
      bad: (period) => faults('AWS/AppSync', '5XXError', 'Latency', 'SampleCount', graphql, period),
    },
    {
      name: 'graphql-latency',
      journey: 'tenant',
      says: 'A GraphQL request is answered within a second.',
      target: 99,
      bad: (period) => slow('AWS/AppSync', 'Latency', graphql, 1000, period),
    },
    {
      name: 'publish-freshness',
      journey: 'tenant',
      says: 'What is published, or taken down, shows on the site within half a minute.',
      target: 99,
      bad: (period) => slow(namespace, 'EventLag', { service: 'publisher' }, 30_000, period),
    },
  ];
}

/** Percent of requests that failed. */
function faults(
  namespace: string,
  failed: string,
  counted: string,
  statistic: string,
  dimensionsMap: Record<string, string>,
  period: Duration,
): IMetric {
  const metric = (metricName: string, how: string) =>
    new Metric({ namespace, metricName, dimensionsMap, statistic: how, period });
  const total = metric(counted, statistic);
  return when(total, '100 * FILL(failed, 0) / total', { failed: metric(failed, 'Sum') }, period);
}

/**
 * Percent of values above a bound: what the percentile rank leaves.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
function slow(
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  boundMs: number,
  period: Duration,
  region?: string,
): IMetric {
  const metric = (statistic: string) =>
    new Metric({
      namespace,
      metricName,
      dimensionsMap,
      statistic,
      period,
      ...(region !== undefined && { region }),
    });
  return when(metric('SampleCount'), '100 - quick', { quick: metric(`PR(:${boundMs})`) }, period);
}

const when = (
  total: IMetric,
  expression: string,
  usingMetrics: Record<string, IMetric>,
  period: Duration,
): IMetric =>
  new MathExpression({
    expression: `IF(FILL(total, 0) >= ${FEWEST}, ${expression}, 0)`,
    usingMetrics: { total, ...usingMetrics },
    period,
    label: 'bad, percent',
  });

function missing(id: string): never {
  throw new Error(`There is no HTTP API ${id}.`);
}
