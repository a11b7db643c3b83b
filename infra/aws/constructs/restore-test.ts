/**
 * A backup that was never restored is a hope: every month AWS Backup makes a table of the newest one, and removes it. Media
 * are left out, for a copy of all of them would cost what they cost; `content/docs/operating/restore.md` has one object
 * brought back by hand.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
 */
import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { CfnRestoreTestingPlan, CfnRestoreTestingSelection } from 'aws-cdk-lib/aws-backup';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';
import { inlinePolicy } from '../table-policy.ts';
import type { Keys } from './keys.ts';

export interface RestoreTestProps {
  names: Names;
  vaultArn: string;
  tableArn: string;
  keys: Keys;
}

/** What AWS Backup calls whatever it restores for a test. */
const RESTORED = 'awsbackup-restore-test-*';
/** Days back from which the newest backup is taken. */
const SELECTED_DAYS = 7;
/** Hours that the table stands, for who wants to look at it. */
const STANDS_HOURS = 4;

export class RestoreTest extends Construct {
  constructor(stack: Stack, id: string, { names, vaultArn, tableArn, keys }: RestoreTestProps) {
    super(stack, id);
    const { partition, region, account } = stack;
    const restored = `arn:${partition}:dynamodb:${region}:${account}:table/${RESTORED}`;
    // Names of plans take no hyphens.
    const name = `${names.prefix.replaceAll('-', '_')}_table`;
    const plan = new CfnRestoreTestingPlan(this, 'Plan', {
      restoreTestingPlanName: name,
      scheduleExpression: 'cron(30 5 1 * ? *)',
      startWindowHours: 8,
      recoveryPointSelection: {
        algorithm: 'LATEST_WITHIN_WINDOW',
        includeVaults: [vaultArn],
        recoveryPointTypes: ['SNAPSHOT'],
        selectionWindowDays: SELECTED_DAYS,
      },
    });
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForRestores.html
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      description: 'Restores the table under another name, to see that it can be',
      inlinePolicies: inlinePolicy([
        new PolicyStatement({
          actions: ['dynamodb:RestoreTableFromBackup'],
          resources: [`${tableArn}/backup/*`],
        }),
        new PolicyStatement({
          actions: [
            'dynamodb:RestoreTableFromAwsBackup',
            'dynamodb:RestoreTableFromBackup',
            'dynamodb:DescribeTable',
            'dynamodb:Query',
            'dynamodb:Scan',
            'dynamodb:GetItem',
            'dynamodb:PutItem',
            'dynamodb:UpdateItem',
            'dynamodb:DeleteItem',
            'dynamodb:BatchWriteItem',
          ],
          resources: [restored],
        }),
      ]),
    });
    const selection = new CfnRestoreTestingSelection(this, 'Table', {
      restoreTestingPlanName: name,
      restoreTestingSelectionName: name,
      protectedResourceType: 'DynamoDB',
      protectedResourceArns: [tableArn],
      iamRoleArn: role.roleArn,
      // https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html
      restoreMetadataOverrides: { encryptionType: 'KMS', kmsMasterKeyArn: keys.table.keyArn },
      validationWindowHours: STANDS_HOURS,
    });
    selection.addResourceDependency(plan);
    plan.applyRemovalPolicy(RemovalPolicy.DESTROY);
  }
}
