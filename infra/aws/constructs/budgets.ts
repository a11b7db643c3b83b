/** What the account may cost: mails on the way to a month's sum, and on a day that costs more than its like. */
import { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { CfnAnomalyMonitor, CfnAnomalySubscription } from 'aws-cdk-lib/aws-ce';
import { Construct } from 'constructs';
import { prefixOf } from '../names.ts';
import type { Stage } from '../stages.ts';

export interface BudgetsProps {
  stage: Stage;
  /** Mail address that is written to. */
  alarmAddress: string;
}

/** Shares of the budget at which a mail is written, in percent, and whether spent or forecast. */
const MAILS = [
  { threshold: 50, notificationType: 'ACTUAL' },
  { threshold: 80, notificationType: 'ACTUAL' },
  { threshold: 100, notificationType: 'ACTUAL' },
  { threshold: 100, notificationType: 'FORECASTED' },
];

/**
 * Sums are of the whole account: costs of one stage could be told apart by its tag only after somebody activated that
 * tag for billing. An account has one monitor of services at most, which is that of prod.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/getting-started-ad.html
 */
export class Budgets extends Construct {
  constructor(scope: Construct, id: string, { stage, alarmAddress }: BudgetsProps) {
    super(scope, id);
    const prefix = prefixOf(stage.name);
    const subscribers = [{ subscriptionType: 'EMAIL', address: alarmAddress }];
    new CfnBudget(this, 'Monthly', {
      budget: {
        budgetName: `${prefix}-monthly`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: stage.monthlyBudgetUsd, unit: 'USD' },
      },
      notificationsWithSubscribers: MAILS.map((mail) => ({
        notification: { ...mail, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
        subscribers,
      })),
    });
    if (stage.kind !== 'prod') return;
    const monitor = new CfnAnomalyMonitor(this, 'Monitor', {
      monitorName: `${prefix}-services`,
      monitorType: 'DIMENSIONAL',
      monitorDimension: 'SERVICE',
    });
    new CfnAnomalySubscription(this, 'Subscription', {
      subscriptionName: `${prefix}-anomalies`,
      monitorArnList: [monitor.attrMonitorArn],
      frequency: 'DAILY',
      subscribers: [{ type: 'EMAIL', address: alarmAddress }],
      thresholdExpression: Stack.of(this).toJsonString({
        Dimensions: {
          Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          MatchOptions: ['GREATER_THAN_OR_EQUAL'],
          Values: [String(stage.anomalyUsd)],
        },
      }),
    });
  }
}
