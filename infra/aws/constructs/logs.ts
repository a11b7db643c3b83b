/** Every log group of a stack, whoever made it: how long it is kept, and the key that it is encrypted with. */
import type { Stack } from 'aws-cdk-lib';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { Stage } from '../stages.ts';

/** Composed last: what the stack has by then. The key lets CloudWatch Logs in by its own policy. */
export function keepLogs(stack: Stack, { logRetention }: Stage, keyArn: string): void {
  for (const part of stack.node.findAll()) {
    if (!(part instanceof CfnLogGroup)) continue;
    part.retentionInDays = logRetention;
    part.kmsKeyId = keyArn;
  }
}
