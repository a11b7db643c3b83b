/**
 * Names that both stacks know, so that neither imports a value of the other: an export that is in use can be neither
 * changed nor removed, and would hold the other stack's updates up.
 */
import type { Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { table } from '../table.ts';

/** Names that are known before anything is deployed. */
export interface Names {
  tableName: string;
  tableArn: string;
  mediaBucket: string;
  siteBucket: string;
  /** Up to the name of a state machine, and of the machine whose executions are meant. */
  stateMachineArns: string;
  executionArns: string;
}

/** A state machine's name in the account. */
export const machineName = (name: string): string => `artissist-${name}`;

/** Bucket names are shared by all of AWS, so they carry account and region. */
export function namesIn({ partition, region, account }: Stack): Names {
  return {
    tableName: table.name,
    tableArn: `arn:${partition}:dynamodb:${region}:${account}:table/${table.name}`,
    mediaBucket: `artissist-media-${account}-${region}`,
    siteBucket: `artissist-site-${account}-${region}`,
    stateMachineArns: `arn:${partition}:states:${region}:${account}:stateMachine:`,
    executionArns: `arn:${partition}:states:${region}:${account}:execution:`,
  };
}

/** Values that AWS chooses, which the stack of data leaves in the Parameter Store. */
export const PARAMETERS = {
  streamArn: '/artissist/table-stream-arn',
  userPoolId: '/artissist/user-pool-id',
  userPoolClientId: '/artissist/user-pool-client-id',
  userPoolCliClientId: '/artissist/user-pool-cli-client-id',
} as const;

export type ParameterName = keyof typeof PARAMETERS;

/** Leaves a value for the other stack. */
export function leave(stack: Stack, name: ParameterName, stringValue: string): void {
  new StringParameter(stack, `Parameter-${name}`, { parameterName: PARAMETERS[name], stringValue });
}

/** The value that the other stack left; CloudFormation reads it when it deploys, synthesis does not. */
export function left(stack: Stack, name: ParameterName): string {
  return StringParameter.valueForStringParameter(stack, PARAMETERS[name]);
}
