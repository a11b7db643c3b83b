/**
 * Backups, and restores that test them, that came to nothing: AWS Backup says so on the account's own bus, of each job.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 */
import { Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Backups have a `state`, restores a `status`. */
const FAILED = ['FAILED', 'ABORTED', 'EXPIRED', 'PARTIAL'];

export function tellOfBackups(scope: Construct, topic: ITopic): void {
  new Rule(scope, 'BackupFailed', {
    description: 'A backup was not made, or could not be restored',
    eventPattern: {
      source: ['aws.backup'],
      detailType: ['Backup Job State Change', 'Restore Job State Change'],
      detail: { $or: [{ state: FAILED }, { status: FAILED }] },
    },
    targets: [new SnsTopic(topic)],
  });
}
