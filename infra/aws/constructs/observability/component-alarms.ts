/** Alarms of components: none of them calls anybody by itself, their composites do. */
import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { FunctionRow, StateMachineRow } from '../../../inventory.types.ts';
import { ERROR_LINES, SECRETS_IN_LOGS } from './log-filters.ts';
import type { Parts } from './parts.ts';

export type Area = 'functions' | 'events' | 'data' | 'models' | 'leaks';

export interface ComponentProps {
  prefix: string;
  parts: Parts;
  tableName: string;
  rows: readonly FunctionRow[];
  machines: readonly StateMachineRow[];
  /** US dollars a day that models may cost before somebody is told. */
  modelUsdPerDay: number;
}

interface Wanted {
  says: string;
  metric: IMetric;
  threshold: number;
  /** Periods that must be bad, of those that are looked at. */
  of?: [bad: number, looked: number];
}

const FIVE = Duration.minutes(5);
/** Consumers whose queue waits on purpose: the one in front of the models. */
const PATIENT = new Set(['enrich']);
const WAIT_SECONDS = { usual: 900, patient: 4 * 3600 };
/** Executions that may fail among many; of a machine that a schedule or a deployment starts, each is the only one. */
const FAILED_OF_MANY = 3;

/** Alarms by their area. */
export function componentAlarms(scope: Construct, props: ComponentProps): Record<Area, Alarm[]> {
  const { prefix, parts, tableName, rows, machines, modelUsdPerDay } = props;
  const alone = new Set(
    machines.filter(({ schedule, deployment }) => schedule ?? deployment).map(({ name }) => name),
  );
  const alarm = (id: string, { says, metric, threshold, of: [bad, looked] = [1, 1] }: Wanted): Alarm =>
    new Alarm(scope, id, {
      alarmName: `${prefix}-${id}`,
      alarmDescription: says,
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: looked,
      datapointsToAlarm: bad,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  const sum = (namespace: string, metricName: string, dimensionsMap: Record<string, string>): Metric =>
    new Metric({ namespace, metricName, dimensionsMap, statistic: 'Sum', period: FIVE });

  const functions = parts.functions.flatMap(({ name, part: { function: fn } }) => [
    alarm(`${name}-errors`, {
      says: `The function ${name} fails: see its log for "call failed" or "event failed".`,
      metric: fn.metricErrors({ period: FIVE }),
      threshold: 5,
      of: [2, 3],
    }),
    alarm(`${name}-throttles`, {
      says: `Calls of ${name} are throttled: its reserved or the account's concurrency is used up.`,
      metric: fn.metricThrottles({ period: FIVE }),
      threshold: 1,
      of: [2, 3],
    }),
  ]);
  const events = [
    ...parts.deadLetters.map(({ name, part }) =>
      alarm(`${name}-waiting`, {
        says: `Events were given up in ${name}: mend the cause, then replay them.`,
        metric: part.metricApproximateNumberOfMessagesVisible({ period: FIVE, statistic: 'Maximum' }),
        threshold: 1,
      }),
    ),
    ...parts.queues.map(({ name, part }) =>
      alarm(`${name}-age`, {
        says: `Events wait too long for ${name}.`,
        metric: part.metricApproximateAgeOfOldestMessage({ period: FIVE, statistic: 'Maximum' }),
        threshold: PATIENT.has(name) ? WAIT_SECONDS.patient : WAIT_SECONDS.usual,
        of: [3, 3],
      }),
    ),
    ...parts.pipes.map(({ name, part }) =>
      alarm(`${name}-failed`, {
        says: 'Changes of the table do not become events: the stream keeps them for 24 hours.',
        metric: sum('AWS/EventBridge/Pipes', 'ExecutionFailed', { PipeName: part.ref }),
        threshold: 1,
        of: [3, 3],
      }),
    ),
    ...parts.machines.flatMap(({ name, part }) =>
      ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionThrottled'].map((metricName) =>
        alarm(`${name}-${metricName}`, {
          says: `Executions of ${name}: ${metricName}.`,
          metric: sum('AWS/States', metricName, { StateMachineArn: part.ref }),
          ...(alone.has(name) ? { threshold: 1 } : { threshold: FAILED_OF_MANY, of: [2, 3] }),
        }),
      ),
    ),
  ];
  const data = ['ReadThrottleEvents', 'WriteThrottleEvents'].map((metricName) =>
    alarm(`table-${metricName}`, {
      says: `The table throttles (${metricName}): look for a hot partition among its contributors.`,
      metric: sum('AWS/DynamoDB', metricName, { TableName: tableName }),
      threshold: 1,
      of: [3, 3],
    }),
  );
  const models = [
    alarm('models-cost', {
      says: `Models cost more than ${modelUsdPerDay} US dollars today.`,
      metric: modelCost(prefix, rows, Duration.days(1)),
      threshold: modelUsdPerDay,
    }),
    alarm('models-throttles', {
      says: 'Bedrock throttles: its quotas of requests or tokens a minute are used up.',
      metric: new Metric({
        namespace: 'AWS/Bedrock',
        metricName: 'InvocationThrottles',
        statistic: 'Sum',
        period: FIVE,
      }),
      threshold: 10,
      of: [3, 3],
    }),
  ];
  const leaks = [
    alarm('error-lines', {
      says: 'Functions log far more errors than usual.',
      metric: sum(prefix, ERROR_LINES, {}),
      threshold: 50,
      of: [2, 3],
    }),
    alarm('secrets-in-logs', {
      says: 'A line of a log looks as if it held a token: find it, delete the stream, revoke what it shows.',
      metric: sum(prefix, SECRETS_IN_LOGS, {}),
      threshold: 1,
    }),
  ];
  return { functions, events, data, models, leaks };
}

/** US dollars that all functions with models paid, as they say themselves. */
export function modelCost(namespace: string, rows: readonly FunctionRow[], period: Duration): IMetric {
  const paid = rows.filter(({ models = [] }) => models.length > 0);
  const usingMetrics = Object.fromEntries(
    paid.map(({ name: service }, index) => [
      `m${index}`,
      new Metric({
        namespace,
        metricName: 'ModelCost',
        dimensionsMap: { service },
        statistic: 'Sum',
        period,
      }),
    ]),
  );
  const expression = `(${Object.keys(usingMetrics)
    .map((id) => `FILL(${id}, 0)`)
    .join(' + ')}) / 1000000`;
  return new MathExpression({ expression, usingMetrics, period, label: 'US dollars' });
}
