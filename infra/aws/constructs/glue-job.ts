/** The job that makes visits of a day's log: one script that runs the statements of `api/analytics` as a plan says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { CfnJob, CfnSecurityConfiguration } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { cleanPlan } from '#infra/analytics/plan.ts';
import type { Names } from '../names.ts';
import { inlinePolicy } from '../table-policy.ts';
import { PREFIX } from './analytics-store.ts';

export interface GlueJobProps {
  names: Names;
  /** Of the bucket's objects, and of logs. */
  objectsKeyArn: string;
  operationsKeyArn: string;
}

const SCRIPT = join(import.meta.dirname, '../../analytics/glue/run_sql.py');
/** Minutes of a day of 100 million lines, with room. */
const TIMEOUT_MINUTES = 60;

export class GlueJob extends Construct {
  readonly jobName: string;
  readonly jobArn: string;

  constructor(stack: Stack, id: string, { names, objectsKeyArn, operationsKeyArn }: GlueJobProps) {
    super(stack, id);
    const { region, account, partition } = stack;
    this.jobName = `${names.prefix}-visits`;
    this.jobArn = `arn:${partition}:glue:${region}:${account}:job/${this.jobName}`;
    const script = new Asset(this, 'Script', { path: SCRIPT });
    const plan = this.#plan();
    const bucket = `arn:${partition}:s3:::${names.analyticsBucket}`;
    const logs = `arn:${partition}:logs:${region}:${account}:log-group:/aws-glue/*`;
    const allow = (actions: string[], ...resources: string[]): PolicyStatement =>
      new PolicyStatement({ actions, resources });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('glue.amazonaws.com'),
      description: 'Makes visits of log lines',
      inlinePolicies: inlinePolicy([
        allow(
          ['s3:GetObject'],
          ...[script, plan].map(
            ({ s3BucketName, s3ObjectKey }) => `arn:${partition}:s3:::${s3BucketName}/${s3ObjectKey}`,
          ),
          ...[PREFIX.logs, PREFIX.tables].map((prefix) => `${bucket}/${prefix}*`),
        ),
        allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], `${bucket}/${PREFIX.visits}*`),
        allow(['s3:ListBucket'], bucket),
        allow(
          ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:AssociateKmsKey'],
          logs,
        ),
        allow(['kms:GenerateDataKey', 'kms:Decrypt'], objectsKeyArn),
      ]),
    });
    const security = new CfnSecurityConfiguration(this, 'Security', {
      name: this.jobName,
      encryptionConfiguration: {
        s3Encryptions: [{ s3EncryptionMode: 'SSE-KMS', kmsKeyArn: objectsKeyArn }],
        cloudWatchEncryption: { cloudWatchEncryptionMode: 'SSE-KMS', kmsKeyArn: operationsKeyArn },
        jobBookmarksEncryption: { jobBookmarksEncryptionMode: 'CSE-KMS', kmsKeyArn: objectsKeyArn },
      },
    });
    const job = new CfnJob(this, 'Job', {
      name: this.jobName,
      description: 'Makes visits of a day of log lines, without what tells who somebody is',
      role: role.roleArn,
      command: { name: 'glueetl', pythonVersion: '3', scriptLocation: script.s3ObjectUrl },
      defaultArguments: { '--plan': plan.s3ObjectUrl, '--job-language': 'python' },
      glueVersion: '5.0',
      workerType: 'G.1X',
      numberOfWorkers: 2,
      // Nobody waits for it: it runs where there is room.
      executionClass: 'FLEX',
      timeout: TIMEOUT_MINUTES,
      maxRetries: 0,
      executionProperty: { maxConcurrentRuns: 2 },
      securityConfiguration: security.name,
    });
    job.addResourceDependency(security);
    job.node.addDependency(role);
  }

  /** CDK copies the file when the asset is made. */
  #plan(): Asset {
    const folder = mkdtempSync(join(tmpdir(), 'plan-'));
    const path = join(folder, 'plan.json');
    writeFileSync(path, JSON.stringify(cleanPlan()));
    const asset = new Asset(this, 'Plan', { path });
    rmSync(folder, { recursive: true });
    return asset;
  }
}
