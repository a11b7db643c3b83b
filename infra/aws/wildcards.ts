/**
 * Every wildcard in a resource that a statement allows something on, with its reason. A test fails where a template has one
 * that is not here, and where one is here that no template has.
 */
import type { PolicyStatement } from './policies.ts';

export interface Wildcard {
  /** The resource as `policies.ts` renders it. */
  resource: RegExp;
  /** The actions that may have it. */
  actions: RegExp;
  reason: string;
}

export const WILDCARDS: readonly Wildcard[] = [
  {
    resource: /^\*$/,
    actions: /^xray:(?:PutTraceSegments|PutTelemetryRecords)$/,
    reason:
      'Traces have no resource to name: https://docs.aws.amazon.com/xray/latest/devguide/security_iam_id-based-policy-examples.html',
  },
  {
    resource: /^\*$/,
    actions:
      /^logs:(?:(?:Create|Get|Update|Delete)LogDelivery|ListLogDeliveries|PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)$/,
    reason:
      'Deliveries of logs have no resource to name: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
  },
  {
    resource: /^\*$/,
    actions: /^dynamodb:ListStreams$/,
    reason:
      'Streams are listed, not named: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html',
  },
  {
    resource: /^\*$/,
    actions: /^(?:cloudwatch:GetMetricData|events:ListRules)$/,
    reason:
      'AWS Backup asks how much a bucket holds, and which rules it made: neither has a resource to name.',
  },
  {
    resource: /\/\*$/,
    actions: /^s3:(?:Get|Put|Delete|Abort)\w*$/,
    reason: 'Objects of one bucket, or of one prefix in it: their names are made while the platform runs.',
  },
  {
    resource: /:execution:[\w-]+:\*$/,
    actions: /^states:(?:DescribeExecution|StopExecution)$/,
    reason: 'Executions of one machine: their names are made when they start.',
  },
  {
    resource: /^arn:<AWS::Partition>:bedrock:\*::foundation-model\/[\w.:-]+$/,
    actions: /^bedrock:InvokeModel(?:WithBidirectionalStream)?$/,
    reason: 'One model, in whatever region its inference profile sends the call to.',
  },
  {
    resource: /^<\w+\.Arn>\/backup\/\*$/,
    actions: /^dynamodb:(?:DescribeBackup|DeleteBackup|RestoreTableFromBackup)$/,
    reason: 'Backups of one table: their names are made when they are.',
  },
  {
    resource: /:backup:[\w-]+:<AWS::AccountId>:(?:recovery-point|backup-vault):\*$/,
    actions: /^backup:(?:TagResource|DescribeBackupVault|CopyIntoBackupVault)$/,
    reason:
      "AWS Backup's own role, of which no other service can be: it is not told the vault's name by its caller.",
  },
  {
    resource: /:table\/awsbackup-restore-test-\*$/,
    actions: /^dynamodb:/,
    reason:
      'Tables that AWS Backup makes to see that a backup can be restored: it names them so, and removes them.',
  },
  {
    resource: /:table\/[\w-]+\/export\/\*$/,
    actions: /^dynamodb:DescribeExport$/,
    reason: 'Exports of one table: their names are made when they are.',
  },
  {
    resource: /:log-group:\/aws-glue\/\*$/,
    actions: /^logs:/,
    reason: 'Glue names the log groups of its jobs by itself, after the security configuration.',
  },
  {
    resource: /:rule\/AwsBackupManagedRule\*$/,
    actions: /^events:/,
    reason: 'Rules that AWS Backup makes and names for itself.',
  },
  {
    resource:
      /^arn:<AWS::Partition>:logs:\*:<AWS::AccountId>:log-group:\/aws\/lambda\/us-east-1\.[\w-]+(?::log-stream:\*)?$/,
    actions: /^logs:/,
    reason: 'A function at the edge writes its log where it runs, under one name in every region.',
  },
];

/** What a policy of a key says of `*` is said of the key itself: it has no other resource. */
const isOfKey = ({ kind, actions }: PolicyStatement): boolean =>
  kind === 'resource' && actions.every((action) => action.startsWith('kms:'));

/** The wildcards of a statement that allows something: each of its resources that has one, with each action. */
export function wildcardsOf(statement: PolicyStatement): { resource: string; action: string }[] {
  if (statement.effect === 'Deny' || statement.kind === 'trust' || isOfKey(statement)) return [];
  return statement.resources
    .filter((resource) => /[*?]/.test(resource))
    .flatMap((resource) => statement.actions.map((action) => ({ resource, action })));
}
