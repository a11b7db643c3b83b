/** What the account may cost: mails on the way to a month's sum, and on a day that costs more than its like. */
import { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { CfnAnomalySubscription } from 'aws-cdk-lib/aws-ce';
import { Construct } from 'constructs';
import { prefixOf } from '../names.ts';
import type { Stage } from '../stages.ts';

export interface BudgetsProps {
  stage: Stage;
  /** Mail address that is written to. */
  alarmAddress: string;
  /** The account's monitor of services, whose anomalies are then told as well. */
  anomalyMonitorArn?: string;
}

const DAYS = 30;
/** Shares of the budget at which a mail is written, in percent, and whether spent or forecast. */
const PASSED = { threshold: 100, notificationType: 'ACTUAL' };
const MAILS = [
  { threshold: 50, notificationType: 'ACTUAL' },
  { threshold: 80, notificationType: 'ACTUAL' },
  PASSED,
  { threshold: 100, notificationType: 'FORECASTED' },
];

/**
 * Sums are of the whole account: costs of one stage could be told apart by its tag only after somebody activated that
 * tag for billing. A monitor of services is not made here: an account has one at most, and AWS makes it when Cost Explorer
 * is first opened, so that a second would end the deployment. A day's budget watches without one.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/getting-started-ad.html
 */
export class Budgets extends Construct {
  constructor(scope: Construct, id: string, { stage, alarmAddress, anomalyMonitorArn }: BudgetsProps) {
    super(scope, id);
    const prefix = prefixOf(stage.name);
    const subscribers = [{ subscriptionType: 'EMAIL', address: alarmAddress }];
    const budget = (id: string, period: string, timeUnit: string, amount: number, mails: typeof MAILS) =>
      new CfnBudget(this, id, {
        budget: {
          budgetName: `${prefix}-${period}`,
          budgetType: 'COST',
          timeUnit,
          budgetLimit: { amount, unit: 'USD' },
        },
        notificationsWithSubscribers: mails.map((mail) => ({
          notification: { ...mail, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
          subscribers,
        })),
      });
    budget('Monthly', 'monthly', 'MONTHLY', stage.monthlyBudgetUsd, MAILS);
    const usual = Math.ceil(stage.monthlyBudgetUsd / DAYS);
    budget('Daily', 'daily', 'DAILY', usual + stage.anomalyUsd, [PASSED]);
    if (anomalyMonitorArn === undefined) return;
    new CfnAnomalySubscription(this, 'Subscription', {
      subscriptionName: `${prefix}-anomalies`,
      monitorArnList: [anomalyMonitorArn],
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
