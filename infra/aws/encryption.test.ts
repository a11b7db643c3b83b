/** Every store is encrypted with a key of ours, or a reason says why it is not. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type ProdResource, prodResources } from './prod-resources.testing.ts';

let resources: ProdResource[];
beforeAll(() => {
  resources = prodResources();
});

/** Where a type of store says which key it has. */
const KEY_OF: Readonly<Record<string, string>> = {
  'AWS::Athena::WorkGroup': 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.KmsKey',
  'AWS::Backup::BackupVault': 'EncryptionKeyArn',
  'AWS::CloudTrail::Trail': 'KMSKeyId',
  'AWS::DynamoDB::Table': 'SSESpecification.KMSMasterKeyId',
  'AWS::Events::Archive': 'KmsKeyIdentifier',
  'AWS::Events::EventBus': 'KmsKeyIdentifier',
  'AWS::KinesisFirehose::DeliveryStream': 'DeliveryStreamEncryptionConfigurationInput.KeyARN',
  'AWS::Logs::LogGroup': 'KmsKeyId',
  'AWS::S3::Bucket':
    'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.KMSMasterKeyID',
  'AWS::SNS::Topic': 'KmsMasterKeyId',
  'AWS::SQS::Queue': 'KmsMasterKeyId',
  'AWS::SecretsManager::Secret': 'KmsKeyId',
};

/** Stores of those types without a key of ours, by what their properties hold. */
const WITHOUT: ReadonlyArray<{ type: string; holds: RegExp; reason: string }> = [
  {
    type: 'AWS::S3::Bucket',
    holds: /"artissist-logs-/,
    reason: 'S3 takes no other key than its own for the bucket that logs of access go to.',
  },
];

const keyOf = ({ Type, Properties }: ProdResource): unknown =>
  (KEY_OF[Type] ?? '')
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], Properties);
const isExcepted = ({ Type, Properties }: ProdResource): boolean =>
  WITHOUT.some(({ type, holds }) => type === Type && holds.test(JSON.stringify(Properties)));

describe('stores', () => {
  it.each(Object.keys(KEY_OF))('have a key of ours: %s', (type) => {
    const stores = resources.filter(({ Type }) => Type === type);

    const bare = stores.filter((store) => keyOf(store) === undefined && !isExcepted(store));
    const names = stores.map((store) => JSON.stringify(keyOf(store) ?? '')).join();
    expect(stores.length).toBeGreaterThan(0);
    expect(bare.map(({ Properties }) => JSON.stringify(Properties).slice(0, 200))).toEqual([]);
    expect(names).not.toContain('alias/aws/');
  });

  it('have no exception that nothing needs', () => {
    for (const { type, holds } of WITHOUT)
      expect(
        resources.filter(
          (store) =>
            store.Type === type && holds.test(JSON.stringify(store.Properties)) && keyOf(store) === undefined,
        ).length,
      ).toBe(1);
  });

  it('of search have one where a stage is kept', () => {
    const encryption = resources.filter(
      ({ Type, Properties }) =>
        Type === 'AWS::OpenSearchServerless::SecurityPolicy' && Properties['Type'] === 'encryption',
    );

    expect(encryption.map(({ Properties }) => JSON.stringify(Properties['Policy']))).toEqual([
      expect.stringMatching(/AWSOwnedKey\\*":false.*KmsARN/),
    ]);
  });
});
