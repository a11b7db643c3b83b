/**
 * Alarms on how fast an objective's error budget burns, in two windows each: the long one says that it matters, the short
 * one that it goes on. https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  ComparisonOperator,
  type IAlarmRule,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Objective } from './objectives.ts';

/** `page` wants somebody now, `ticket` within days. */
export type Urgency = 'page' | 'ticket';

interface Burn {
  urgency: Urgency;
  /** Times as fast as would use the budget up in just its 28 days. */
  rate: number;
  long: Duration;
  short: Duration;
}

export const BURNS: readonly Burn[] = [
  { urgency: 'page', rate: 14.4, long: Duration.hours(1), short: Duration.minutes(5) },
  { urgency: 'page', rate: 6, long: Duration.hours(6), short: Duration.minutes(30) },
  { urgency: 'ticket', rate: 3, long: Duration.days(1), short: Duration.hours(2) },
];

/** An objective's alarms, and what they mean together. */
export function burnRateAlarms(
  scope: Construct,
  prefix: string,
  { name, says, target, bad }: Objective,
): Array<{ urgency: Urgency; rule: IAlarmRule }> {
  return BURNS.map(({ urgency, rate, long, short }) => {
    const threshold = Math.min(100, Math.round((100 - target) * rate * 1000) / 1000);
    const [slow, quick] = [long, short].map((window) => {
      const id = `${name}-${window.toMinutes()}m`;
      return new Alarm(scope, id, {
        alarmName: `${prefix}-${id}`,
        alarmDescription: `${says} Promised: ${target} %. The budget of 28 days burns ${rate} times too fast.`,
        metric: bad(window),
        threshold,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    }) as [Alarm, Alarm];
    return { urgency, rule: AlarmRule.allOf(slow, quick) };
  });
}
