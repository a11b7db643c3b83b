/**
 * Names that all stacks know, so that none imports a value of another: an export that is in use can be neither changed
 * nor removed, and would hold the other stack's updates up. They carry the stage, so that stages can share an account;
 * those of prod are plain.
 */
import type { Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { table } from '../table.ts';
import type { Stage, StageName } from './stages.ts';

/** Names that are known before anything is deployed. */
export interface Names {
  stage: Stage;
  /** What names of one account begin with: `artissist` in prod, `artissist-<stage>` elsewhere. */
  prefix: string;
  tableName: string;
  tableArn: string;
  mediaBucket: string;
  siteBucket: string;
  /** Log lines of visitors, visits, and answers about them. */
  analyticsBucket: string;
  /** The same, of the stage's region, for who stands in another one. */
  analyticsBucketIn(region: string): string;
  /** What S3 says of who read and wrote in the others. */
  logBucket: string;
  /** CloudTrail's records and the audit log, locked against deletion. */
  auditBucket: string;
  /** Up to the name of a state machine, and of the machine whose executions are meant. */
  stateMachineArns: string;
  executionArns: string;
  /** A state machine's name in the account. */
  machine(name: string): string;
}

/** What names of a stage begin with. */
export const prefixOf = (stage: StageName): string => (stage === 'prod' ? 'artissist' : `artissist-${stage}`);

/** `ArtissistData` in prod, `ArtissistData-<stage>` elsewhere. */
export const stackName = (part: '' | 'Data' | 'Edge' | 'Traffic', { name }: Stage): string =>
  `Artissist${part}${name === 'prod' ? '' : `-${name}`}`;

/** Bucket names are shared by all of AWS, so they carry account and region. */
export function namesIn({ partition, region, account }: Stack, stage: Stage): Names {
  const prefix = prefixOf(stage.name);
  const tableName = stage.name === 'prod' ? table.name : `${table.name}-${stage.name}`;
  const bucket = (what: string): string => `${prefix}-${what}-${account}-${region}`;
  return {
    stage,
    prefix,
    tableName,
    tableArn: `arn:${partition}:dynamodb:${region}:${account}:table/${tableName}`,
    mediaBucket: bucket('media'),
    siteBucket: bucket('site'),
    analyticsBucket: bucket('analytics'),
    analyticsBucketIn: (of) => `${prefix}-analytics-${account}-${of}`,
    logBucket: bucket('logs'),
    auditBucket: bucket('audit'),
    stateMachineArns: `arn:${partition}:states:${region}:${account}:stateMachine:`,
    executionArns: `arn:${partition}:states:${region}:${account}:execution:`,
    machine: (name) => `${prefix}-${name}`,
  };
}

/** Values that AWS chooses, which stacks leave for others in the Parameter Store of their region. */
export const PARAMETERS = {
  // Of the stack of data.
  /** Key of queues, topics, logs and secrets. */
  operationsKeyArn: 'operations-key-arn',
  /** Key of objects in buckets. */
  objectsKeyArn: 'objects-key-arn',
  /** Key of the table, and of the search index. */
  tableKeyArn: 'table-key-arn',
  streamArn: 'table-stream-arn',
  userPoolId: 'user-pool-id',
  userPoolClientId: 'user-pool-client-id',
  userPoolCliClientId: 'user-pool-cli-client-id',
  zoneId: 'hosted-zone-id',
  // Of the stack of the edge, in us-east-1.
  certificateArn: 'certificate-arn',
  webAclArn: 'site-firewall-arn',
  siteResponseArn: 'site-response-arn',
  /** Key of logs and topics there. */
  edgeKeyArn: 'edge-key-arn',
  // Of the stack of the platform.
  distributionArn: 'distribution-arn',
  distributionId: 'distribution-id',
} as const;

export type ParameterName = keyof typeof PARAMETERS;

/** A parameter's name: `/artissist-dev/user-pool-id`. */
export const parameterName = (name: ParameterName, stage: StageName): string =>
  `/${prefixOf(stage)}/${PARAMETERS[name]}`;

/** Leaves a value for other stacks. */
export function leave(stack: Stack, name: ParameterName, stringValue: string, stage: Stage): void {
  new StringParameter(stack, `Parameter-${name}`, {
    parameterName: parameterName(name, stage.name),
    stringValue,
  });
}

/**
 * The value that a stack of the same region left, of the same stage unless another one is told; CloudFormation reads it
 * when it deploys, synthesis does not. Across regions `ParameterReader` reads it.
 */
export function left(stack: Stack, name: ParameterName, { name: stage }: { name: StageName }): string {
  return StringParameter.valueForStringParameter(stack, parameterName(name, stage));
}
