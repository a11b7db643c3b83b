/**
 * Daily backups of what people made, in a vault of its own: beside point-in-time recovery and versions, which go with
 * their table and bucket.
 */
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';
import { inlinePolicy } from '../table-policy.ts';
import type { Keys } from './keys.ts';
import { RestoreTest } from './restore-test.ts';

export interface BackupsProps {
  names: Names;
  keys: Keys;
  tableArn: string;
  mediaArn: string;
  /** How long a day's backup is kept. */
  days: number;
  /** Whether one is restored now and then, to see that it can be. */
  restores: boolean;
}

export class Backups extends Construct {
  constructor(stack: Stack, id: string, { names, keys, tableArn, mediaArn, days, restores }: BackupsProps) {
    super(stack, id);
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: names.prefix,
      encryptionKey: keys.objects,
      removalPolicy: RemovalPolicy.RETAIN,
      // Who may delete backups can do so only once they are as old as they are to become.
      lockConfiguration: { minRetention: Duration.days(days) },
      // Nor by a policy of theirs: what is old enough goes by its lifecycle alone.
      blockRecoveryPointDeletion: true,
    });
    if (restores)
      new RestoreTest(stack, `${id}Restored`, { names, vaultArn: vault.backupVaultArn, tableArn, keys });
    const plan = new BackupPlan(this, 'Plan', {
      backupPlanName: names.prefix,
      backupVault: vault,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'daily',
          scheduleExpression: Schedule.cron({ hour: '3', minute: '10' }),
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(12),
          deleteAfter: Duration.days(days),
        }),
      ],
    });
    plan.addSelection('Selection', {
      backupSelectionName: names.prefix,
      role: new Role(this, 'Role', {
        assumedBy: new ServicePrincipal('backup.amazonaws.com'),
        description: 'Backs the table and the media up',
        inlinePolicies: inlinePolicy([
          ...tableStatements(stack, tableArn),
          ...bucketStatements(stack, mediaArn),
        ]),
      }).withoutPolicyUpdates(),
      resources: [BackupResource.fromArn(tableArn), BackupResource.fromArn(mediaArn)],
    });
  }
}

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html */
const tableStatements = ({ partition, region, account }: Stack, tableArn: string): PolicyStatement[] => [
  new PolicyStatement({
    actions: [
      'dynamodb:DescribeTable',
      'dynamodb:CreateBackup',
      'dynamodb:ListTagsOfResource',
      'dynamodb:StartAwsBackupJob',
    ],
    resources: [tableArn],
  }),
  new PolicyStatement({
    actions: ['dynamodb:DescribeBackup', 'dynamodb:DeleteBackup'],
    resources: [`${tableArn}/backup/*`],
  }),
  new PolicyStatement({
    actions: ['backup:TagResource', 'backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'],
    resources: [
      `arn:${partition}:backup:${region}:${account}:recovery-point:*`,
      `arn:${partition}:backup:${region}:${account}:backup-vault:*`,
    ],
  }),
];

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Backup.html */
const bucketStatements = ({ partition, region, account }: Stack, bucketArn: string): PolicyStatement[] => [
  new PolicyStatement({
    actions: [
      's3:GetInventoryConfiguration',
      's3:PutInventoryConfiguration',
      's3:ListBucketVersions',
      's3:ListBucket',
      's3:GetBucketVersioning',
      's3:GetBucketNotification',
      's3:PutBucketNotification',
      's3:GetBucketLocation',
      's3:GetBucketTagging',
      's3:GetBucketAcl',
    ],
    resources: [bucketArn],
  }),
  new PolicyStatement({
    actions: [
      's3:GetObject',
      's3:GetObjectAcl',
      's3:GetObjectTagging',
      's3:GetObjectVersion',
      's3:GetObjectVersionAcl',
      's3:GetObjectVersionTagging',
    ],
    resources: [`${bucketArn}/*`],
  }),
  // Changes since the last backup come by a rule that AWS Backup makes for itself.
  new PolicyStatement({
    actions: [
      'events:DescribeRule',
      'events:PutRule',
      'events:DeleteRule',
      'events:EnableRule',
      'events:DisableRule',
      'events:PutTargets',
      'events:RemoveTargets',
      'events:ListTargetsByRule',
    ],
    resources: [`arn:${partition}:events:${region}:${account}:rule/AwsBackupManagedRule*`],
  }),
  // Neither has a resource to name: how much a bucket holds is a metric, and rules are listed.
  new PolicyStatement({ actions: ['cloudwatch:GetMetricData', 'events:ListRules'], resources: ['*'] }),
];
