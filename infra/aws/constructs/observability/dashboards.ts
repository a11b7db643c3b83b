/** One dashboard for each journey, with its promises first, and one by component. */
import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryWidget,
  MathExpression,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { FunctionRow } from '../../../inventory.types.ts';
import { type Area, modelCost } from './component-alarms.ts';
import type { Journey, Objective } from './objectives.ts';
import type { Parts } from './parts.ts';

export interface DashboardsProps {
  prefix: string;
  region: string;
  parts: Parts;
  tableName: string;
  rows: readonly FunctionRow[];
  objectives: readonly Objective[];
  alarms: Readonly<Record<Area, Alarm[]>>;
}

const WIDE = 24;
const THIRD = 8;
const FIVE = Duration.minutes(5);

const STORIES: Record<Journey, string> = {
  visitor: 'A visitor reads pages and searches.',
  tool: 'A tool calls REST with a token.',
  tenant: 'A tenant writes, publishes, and waits for it to show.',
};

export function addDashboards(scope: Construct, props: DashboardsProps): void {
  const { prefix, objectives } = props;
  const panels = journeyPanels(props);
  for (const [journey, story] of Object.entries(STORIES) as [Journey, string][]) {
    const promised = objectives.filter((objective) => objective.journey === journey);
    new Dashboard(scope, `Dashboard-${journey}`, {
      dashboardName: `${prefix}-${journey}`,
      widgets: [
        [new TextWidget({ markdown: `# ${story}`, width: WIDE, height: 1 })],
        promised.map(
          ({ name, says, target, bad }) =>
            new GraphWidget({
              title: `${name}: ${target} %. ${says}`,
              left: [bad(Duration.hours(1))],
              leftAnnotations: [{ value: 100 - target, label: 'promised', color: '#d13212' }],
              leftYAxis: { min: 0, label: 'bad, %', showUnits: false },
              width: Math.floor(WIDE / promised.length),
            }),
        ),
        panels[journey],
      ],
    });
  }
  new Dashboard(scope, 'Dashboard-components', {
    dashboardName: `${prefix}-components`,
    widgets: componentPanels(props),
  });
}

function journeyPanels({ prefix, region, parts, rows }: DashboardsProps): Record<Journey, IWidget[]> {
  const cdn = { DistributionId: parts.distribution.distributionId, Region: 'Global' };
  const edge = (metricName: string, statistic: string): Metric =>
    new Metric({
      namespace: 'AWS/CloudFront',
      metricName,
      dimensionsMap: cdn,
      statistic,
      region: 'us-east-1',
      period: FIVE,
    });
  const http = (id: string, metricName: string, statistic: string): Metric =>
    new Metric({
      namespace: 'AWS/ApiGateway',
      metricName,
      dimensionsMap: { ApiId: parts.httpApis.get(id)?.apiId ?? '' },
      statistic,
      period: FIVE,
    });
  const graphql = (metricName: string, statistic: string): Metric =>
    new Metric({
      namespace: 'AWS/AppSync',
      metricName,
      dimensionsMap: { GraphQLAPIId: parts.graphql.attrApiId },
      statistic,
      period: FIVE,
    });
  const ours = (metricName: string, service: string, statistic: string): Metric =>
    new Metric({ namespace: prefix, metricName, dimensionsMap: { service }, statistic, period: FIVE });
  const restLog = parts.logGroups.find(({ name }) => name === 'rest');
  return {
    visitor: [
      graph('Requests at the edge', [edge('Requests', 'Sum')], [edge('CacheHitRate', 'Average')]),
      graph('Errors at the edge, %', [edge('4xxErrorRate', 'Average'), edge('5xxErrorRate', 'Average')]),
      graph('Searches', [http('SearchHttp', 'Count', 'Sum')], latencies(http, 'SearchHttp')),
    ],
    tool: [
      graph(
        'Calls',
        [http('Http', 'Count', 'Sum')],
        [http('Http', '4xx', 'Sum'), http('Http', '5xx', 'Sum')],
      ),
      graph('Time to answer, ms', latencies(http, 'Http')),
      new LogQueryWidget({
        title: 'Routes by calls, faults and time',
        logGroupNames: restLog ? [restLog.part.logGroupName] : [],
        queryLines: [
          'filter message = "call"',
          'stats count(*) as calls, sum(status >= 500) as faults, pct(durationMs, 95) as p95 by route, method',
          'sort calls desc',
          'limit 20',
        ],
        width: THIRD,
        region,
      }),
    ],
    tenant: [
      graph(
        'GraphQL',
        [graphql('Latency', 'SampleCount')],
        [graphql('Latency', 'p50'), graphql('Latency', 'p99')],
      ),
      graph('From change to live, ms', [
        ours('EventLag', 'publisher', 'p50'),
        ours('EventLag', 'publisher', 'p99'),
        ours('EventDuration', 'publisher', 'p99'),
      ]),
      graph('Models, US dollars an hour', [modelCost(prefix, rows, Duration.hours(1))]),
    ],
  };
}

function componentPanels({ region, parts, tableName, alarms }: DashboardsProps): IWidget[][] {
  const all = (metricName: string, statistic: string): IMetric =>
    new MathExpression({
      expression: `SEARCH('{AWS/Lambda,FunctionName} MetricName="${metricName}"', '${statistic}', 300)`,
      usingMetrics: {},
      label: '',
      searchRegion: region,
    });
  const table = (metricName: string): Metric =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: tableName },
      statistic: 'Sum',
      period: FIVE,
    });
  const areas = Object.entries(alarms) as [Area, Alarm[]][];
  return [
    areas.map(
      ([area, list]) =>
        new AlarmStatusWidget({
          title: area,
          alarms: list,
          width: Math.floor(WIDE / areas.length),
          height: 8,
        }),
    ),
    [
      graph('Functions: errors', [all('Errors', 'Sum')]),
      graph('Functions: duration p99, ms', [all('Duration', 'p99')]),
      graph('Functions: at once', [all('ConcurrentExecutions', 'Maximum')]),
    ],
    [
      graph(
        'Queues: oldest event, s',
        parts.queues.map(({ name, part }) =>
          part.metricApproximateAgeOfOldestMessage({ label: name, statistic: 'Maximum', period: FIVE }),
        ),
      ),
      graph(
        'Given up',
        parts.deadLetters.map(({ name, part }) =>
          part.metricApproximateNumberOfMessagesVisible({ label: name, statistic: 'Maximum', period: FIVE }),
        ),
      ),
      graph(
        'Table',
        [table('ConsumedReadCapacityUnits'), table('ConsumedWriteCapacityUnits')],
        [table('ReadThrottleEvents'), table('WriteThrottleEvents')],
      ),
    ],
  ];
}

const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, left, right, width: THIRD });

const latencies = (
  metric: (id: string, metricName: string, statistic: string) => Metric,
  id: string,
): Metric[] => ['p50', 'p99'].map((statistic) => metric(id, 'Latency', statistic));
