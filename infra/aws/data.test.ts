/** The table, the buckets, their keys and their backups, as the template of data holds them. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { RESULT_DAYS } from '#api/ports/results/sweep.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSettings } from './settings.ts';
import { type CfnResource, resourcesOf, synthesise } from './testing.ts';

let data: Template;
let dev: Template;

beforeAll(() => {
  ({ data } = synthesise());
  ({ data: dev } = synthesise({ settings: exampleSettings('dev') }));
});

/** The logical id of the key behind an alias. */
function keyOf(template: Template, name: string): string {
  const [alias] = Object.values(
    template.findResources('AWS::KMS::Alias', { Properties: { AliasName: `alias/artissist/${name}` } }),
  ) as CfnResource[];
  return (alias?.Properties['TargetKeyId'] as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0];
}

/** The bucket whose name begins so. */
function bucketOf(template: Template, name: string): Record<string, unknown> {
  const [bucket] = Object.values(resourcesOf(template, 'AWS::S3::Bucket')).filter(({ Properties }) =>
    JSON.stringify(Properties['BucketName']).includes(`artissist-${name}-`),
  );
  return bucket?.Properties ?? {};
}
const rulesOf = (template: Template, name: string) =>
  (bucketOf(template, name)['LifecycleConfiguration'] as { Rules: Record<string, unknown>[] }).Rules;

describe('the table', () => {
  it('can be restored, is not deleted by mistake, and is paid by use', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    dev.hasResourceProperties('AWS::DynamoDB::Table', {
      DeletionProtectionEnabled: false,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('is encrypted with a key of its own', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      SSESpecification: {
        SSEEnabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: { 'Fn::GetAtt': [keyOf(data, 'table'), 'Arn'] },
      },
    });
  });
});

describe('buckets', () => {
  it('are private, in versions, and reached over TLS', () => {
    data.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    data.allResourcesProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({ Effect: 'Deny', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }),
        ]),
      }),
    });
  });

  it.each(['media', 'site'])(
    'of %s: encrypted with the key of objects, which S3 asks for now and then',
    (name) => {
      expect(bucketOf(data, name)['BucketEncryption']).toEqual({
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: true,
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: { 'Fn::GetAtt': [keyOf(data, 'objects'), 'Arn'] },
            },
          },
        ],
      });
    },
  );

  it.each(['media', 'site'])('of %s: in tiers, without old versions and broken uploads', (name) => {
    expect(rulesOf(data, name)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          NoncurrentVersionExpiration: { NoncurrentDays: 30 },
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          ExpiredObjectDeleteMarker: true,
          Status: 'Enabled',
        }),
        {
          Id: 'tiers',
          Status: 'Enabled',
          Transitions: [{ StorageClass: 'INTELLIGENT_TIERING', TransitionInDays: 0 }],
        },
      ]) as unknown,
    );
  });

  it('let kept answers of models go after as long as here, and nothing else that is present', () => {
    const expiring = ['media', 'site'].flatMap((name) =>
      rulesOf(data, name).filter((rule) => rule['ExpirationInDays'] !== undefined),
    );

    expect(expiring).toMatchObject([{ Prefix: 'e/', ExpirationInDays: RESULT_DAYS, Status: 'Enabled' }]);
  });

  it('say who read and wrote, in a bucket that says so for as long as logs are kept', () => {
    const [logs] = Object.entries(resourcesOf(data, 'AWS::S3::Bucket')).filter(([id]) =>
      id.startsWith('AccessLogs'),
    );

    for (const name of ['media', 'site', 'audit'])
      expect(bucketOf(data, name)['LoggingConfiguration']).toEqual({
        DestinationBucketName: { Ref: logs?.[0] },
        LogFilePrefix: `${name}/`,
      });
    expect(rulesOf(data, 'logs')).toContainEqual(
      expect.objectContaining({ ExpirationInDays: 90, Status: 'Enabled' }),
    );
    data.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: logs?.[0] },
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({ Action: 's3:PutObject', Principal: { Service: 'logging.s3.amazonaws.com' } }),
        ]),
      }),
    });
  });

  it('take uploads of pages of the site, and of no other', () => {
    expect(bucketOf(data, 'media')['CorsConfiguration']).toMatchObject({
      CorsRules: [{ AllowedOrigins: ['https://artissist.example'], AllowedMethods: ['PUT', 'GET'] }],
    });
    expect(bucketOf(data, 'site')['CorsConfiguration']).toBeUndefined();
  });

  it('are emptied with a stage that is not kept, and never with one that is', () => {
    dev.hasResourceProperties('Custom::S3AutoDeleteObjects', Match.anyValue());
    data.resourceCountIs('Custom::S3AutoDeleteObjects', 0);
  });
});

describe('keys', () => {
  const statementsOf = (name: string) => {
    const { KeyPolicy } = resourcesOf(data, 'AWS::KMS::Key')[keyOf(data, name)]?.Properties as {
      KeyPolicy: { Statement: Record<string, unknown>[] };
    };
    return KeyPolicy.Statement;
  };

  it('are made anew every year', () => {
    data.resourceCountIs('AWS::KMS::Key', 4);
    data.allResourcesProperties('AWS::KMS::Key', { EnableKeyRotation: true, RotationPeriodInDays: 365 });
  });

  it.each([
    [
      'table',
      ['dynamodb.us-east-1.amazonaws.com', 'backup.us-east-1.amazonaws.com', 'aoss.us-east-1.amazonaws.com'],
    ],
    ['objects', ['s3.us-east-1.amazonaws.com', 'backup.us-east-1.amazonaws.com']],
    [
      'operations',
      [
        'sqs.us-east-1.amazonaws.com',
        'sns.us-east-1.amazonaws.com',
        'secretsmanager.us-east-1.amazonaws.com',
        'events.us-east-1.amazonaws.com',
        'firehose.us-east-1.amazonaws.com',
      ],
    ],
  ])(
    'of %s serve whoever of the account comes through %j, and are handed on to services alone',
    (name, through) => {
      const anyone = statementsOf(name).filter(
        ({ Principal }) => JSON.stringify(Principal) === '{"AWS":"*"}',
      );

      expect(anyone.map(({ Sid }) => Sid)).toEqual(['ThroughItsServices', 'ForItsServices']);
      for (const { Condition } of anyone) {
        expect(Condition).toMatchObject({
          StringEquals: { 'kms:CallerAccount': { Ref: 'AWS::AccountId' }, 'kms:ViaService': through },
        });
      }
      expect(anyone[1]).toMatchObject({
        Action: 'kms:CreateGrant',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      });
    },
  );

  it('of objects open what CloudFront reads for a distribution of the account', () => {
    expect(statementsOf('objects')).toContainEqual(
      expect.objectContaining({
        Action: 'kms:Decrypt',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: {
          ArnLike: {
            'aws:SourceArn': {
              'Fn::Join': [
                '',
                [
                  'arn:',
                  { Ref: 'AWS::Partition' },
                  ':cloudfront::',
                  { Ref: 'AWS::AccountId' },
                  ':distribution/*',
                ],
              ],
            },
          },
        },
      }),
    );
  });

  it('of operations serve services that write for nobody, of this account and its log groups', () => {
    const services = statementsOf('operations').filter(({ Principal }) =>
      JSON.stringify(Principal).includes('Service'),
    );

    expect(services).toMatchObject([
      {
        Principal: {
          Service: ['events.amazonaws.com', 'sns.amazonaws.com', 'cloudwatch.amazonaws.com'],
        },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
      {
        Principal: { Service: 'logs.us-east-1.amazonaws.com' },
        Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': expect.anything() as unknown } },
      },
    ]);
  });
});

describe('backups', () => {
  it('are made every night of table and media, kept for the days of the stage, and not deleted before', () => {
    data.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: Match.objectLike({
        BackupPlanRule: [
          Match.objectLike({
            RuleName: 'daily',
            ScheduleExpression: 'cron(10 3 * * ? *)',
            Lifecycle: { DeleteAfterDays: 35 },
          }),
        ],
      }),
    });
    data.hasResourceProperties('AWS::Backup::BackupVault', {
      LockConfiguration: { MinRetentionDays: 35 },
      EncryptionKeyArn: { 'Fn::GetAtt': [keyOf(data, 'objects'), 'Arn'] },
    });
    const [selection] = Object.values(resourcesOf(data, 'AWS::Backup::BackupSelection'));
    const text = JSON.stringify(selection?.Properties['BackupSelection']);
    expect(text).toMatch(/DataTable\w+/);
    expect(text).toMatch(/DataMedia\w+/);
  });

  it('are deleted by nobody, whatever else allows it', () => {
    data.hasResourceProperties('AWS::Backup::BackupVault', {
      AccessPolicy: {
        Statement: [
          Match.objectLike({
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
          }),
        ],
      },
    });
  });

  it('are tried: the newest of the table is restored every month in prod, under another name and the same key', () => {
    data.hasResourceProperties('AWS::Backup::RestoreTestingPlan', {
      ScheduleExpression: 'cron(30 5 1 * ? *)',
      RecoveryPointSelection: Match.objectLike({ Algorithm: 'LATEST_WITHIN_WINDOW' }),
    });
    data.hasResourceProperties('AWS::Backup::RestoreTestingSelection', {
      ProtectedResourceType: 'DynamoDB',
      RestoreMetadataOverrides: {
        encryptionType: 'KMS',
        kmsMasterKeyArn: { 'Fn::GetAtt': [keyOf(data, 'table'), 'Arn'] },
      },
    });
    synthesise({ settings: exampleSettings('staging') }).data.resourceCountIs(
      'AWS::Backup::RestoreTestingPlan',
      0,
    );
  });

  it('are not made of what is tried out', () => {
    dev.resourceCountIs('AWS::Backup::BackupPlan', 0);
  });
});
