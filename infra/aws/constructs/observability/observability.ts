/**
 * What watches a stage: promises with their alarms, alarms of components, figures of logs, dashboards. A stack inside of
 * the platform's: it grows with what it watches, and is handed names as parameters, so that nothing is exported.
 */
import { NestedStack, type Stack } from 'aws-cdk-lib';
import { AlarmRule, CompositeAlarm, type IAlarmRule } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { CfnMonitoringSubscription } from 'aws-cdk-lib/aws-cloudfront';
import type { FunctionRow, StateMachineRow } from '../../../inventory.types.ts';
import type { Names } from '../../names.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { tellOfBackups } from './backup-failures.ts';
import { burnRateAlarms } from './burn-rate.ts';
import { type Area, componentAlarms } from './component-alarms.ts';
import { addDashboards } from './dashboards.ts';
import { addInsights } from './insights.ts';
import { addLogFilters } from './log-filters.ts';
import { type Journey, objectivesOf, siteObjectives } from './objectives.ts';
import { partsOf } from './parts.ts';

export interface ObservabilityProps {
  names: Names;
  rows: readonly FunctionRow[];
  machines: readonly StateMachineRow[];
  /** Key of topics, which CloudWatch may use. */
  keyArn: string;
  /** Mail address that alarms write to. */
  address: string;
}

/** Share of the month's budget that models may take in a day. */
const MODELS_A_DAY = 1 / 30;

export class Observability extends NestedStack {
  /** Where alarms go. */
  readonly topicArn: string;

  /** Composed last: what the stack has by then is watched. */
  constructor(stack: Stack, id: string, { names, rows, machines, keyArn, address }: ObservabilityProps) {
    super(stack, id, { description: 'Artissist: dashboards and alarms' });
    const { prefix, stage, tableName } = names;
    const parts = partsOf(stack);
    // Without it CloudFront counts no time of origins.
    new CfnMonitoringSubscription(this, 'EdgeFigures', {
      distributionId: parts.distribution.distributionId,
      monitoringSubscription: {
        realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: 'Enabled' },
      },
    });
    addLogFilters(this, prefix, parts);
    const objectives = objectivesOf({ parts, namespace: prefix });
    const alarms = componentAlarms(this, {
      prefix,
      parts,
      tableName,
      rows,
      machines,
      modelUsdPerDay: Math.ceil(stage.monthlyBudgetUsd * MODELS_A_DAY),
    });
    const { topic } = new AlarmTopic(this, 'Alarms', { prefix, keyArn, address });
    this.topicArn = topic.topicArn;
    if (stage.backupDays > 0) tellOfBackups(this, topic);
    const tell = (name: string, alarmDescription: string, rules: IAlarmRule[]): void =>
      new CompositeAlarm(this, `Tell-${name}`, {
        compositeAlarmName: `${prefix}-${name}`,
        alarmDescription,
        alarmRule: AlarmRule.anyOf(...rules),
      }).addAlarmAction(new SnsAction(topic));

    const burns = objectives.flatMap((objective) =>
      burnRateAlarms(this, prefix, objective).map((burn) => ({ ...burn, journey: objective.journey })),
    );
    for (const journey of ['visitor', 'tool', 'tenant'] satisfies Journey[]) {
      const rules = burns.filter((burn) => burn.journey === journey && burn.urgency === 'page');
      tell(
        `journey-${journey}`,
        `What is promised to a ${journey} is broken now.`,
        rules.map(({ rule }) => rule),
      );
    }
    tell(
      'objectives-slowly',
      'A promise will be broken this month if it goes on like this.',
      burns.filter(({ urgency }) => urgency === 'ticket').map(({ rule }) => rule),
    );
    for (const [area, list] of Object.entries(alarms) as [Area, IAlarmRule[]][])
      tell(`area-${area}`, `Something is wrong with ${area}: its alarms say what.`, list);
    addDashboards(this, {
      ...{ prefix, region: stage.region, parts, tableName, rows, alarms },
      objectives: [...siteObjectives(parts.distribution.distributionId), ...objectives],
    });
    addInsights(this, this, { prefix, parts });
  }
}
