/** State machines that start by themselves, at the times of the inventory (UTC). */
import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StateMachineRow } from '../../inventory.types.ts';
import type { Names } from '../names.ts';
import { inlinePolicy } from '../table-policy.ts';

export interface SchedulesProps {
  rows: readonly StateMachineRow[];
  names: Names;
  /** Takes what could not be started. */
  undelivered: IQueue;
}

export class Schedules extends Construct {
  constructor(stack: Stack, id: string, { rows, names, undelivered }: SchedulesProps) {
    super(stack, id);
    for (const { name, schedule, purpose } of rows) {
      if (schedule === undefined) continue;
      const arn = `${names.stateMachineArns}${names.machine(name)}`;
      const role = new Role(this, `${name}-role`, {
        assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
          conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
        }),
        description: `Starts ${name}`,
        inlinePolicies: inlinePolicy([
          new PolicyStatement({ actions: ['states:StartExecution'], resources: [arn] }),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [undelivered.queueArn] }),
        ]),
      });
      new CfnSchedule(this, name, {
        name: names.machine(name),
        description: purpose,
        scheduleExpression: schedule,
        scheduleExpressionTimezone: 'UTC',
        flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 15 },
        target: {
          arn,
          roleArn: role.roleArn,
          // https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
          input: JSON.stringify({ at: '<aws.scheduler.scheduled-time>' }),
          retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: 3600 },
          deadLetterConfig: { arn: undelivered.queueArn },
        },
      });
    }
  }
}
