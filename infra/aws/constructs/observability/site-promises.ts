/**
 * What is promised of the site, watched where CloudFront's figures are: in us-east-1, whatever the stage's region. Alarms
 * and topics of another region could not be named there, so it has its own.
 */
import type { Stack } from 'aws-cdk-lib';
import { AlarmRule, CompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { AlarmTopic } from './alarm-topic.ts';
import { burnRateAlarms, type Urgency } from './burn-rate.ts';
import { siteObjectives } from './objectives.ts';

export interface SitePromisesProps {
  prefix: string;
  distributionId: string;
  /** Key of topics there, which CloudWatch may use. */
  keyArn: string;
  /** Mail address that alarms write to. */
  address: string;
}

const SAYS: Record<Urgency, [name: string, says: string]> = {
  page: ['site', 'What is promised to a visitor of the site is broken now.'],
  ticket: ['site-slowly', 'A promise of the site will be broken this month if it goes on like this.'],
};

export class SitePromises extends Construct {
  constructor(stack: Stack, id: string, { prefix, distributionId, keyArn, address }: SitePromisesProps) {
    super(stack, id);
    const { topic } = new AlarmTopic(this, 'Alarms', { prefix: `${prefix}-site`, keyArn, address });
    const burns = siteObjectives(distributionId).flatMap((objective) =>
      burnRateAlarms(this, prefix, objective),
    );
    for (const [urgency, [name, alarmDescription]] of Object.entries(SAYS) as [Urgency, [string, string]][])
      new CompositeAlarm(this, `Tell-${urgency}`, {
        compositeAlarmName: `${prefix}-journey-visitor-${name}`,
        alarmDescription,
        alarmRule: AlarmRule.anyOf(
          ...burns.filter((burn) => burn.urgency === urgency).map(({ rule }) => rule),
        ),
      }).addAlarmAction(new SnsAction(topic));
  }
}
