/** Secrets in Secrets Manager. */
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  type GetSecretValueCommandInput,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import type { Secrets } from './port.ts';

export function createSecretsManagerSecrets(client: Pick<SecretsManagerClient, 'send'>): Secrets {
  /** A version that a rotation has begun and not filled is not found either. */
  const read = async (input: GetSecretValueCommandInput): Promise<string | undefined> => {
    try {
      return (await client.send(new GetSecretValueCommand(input))).SecretString;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  };
  return {
    async versions(SecretId) {
      return (await client.send(new DescribeSecretCommand({ SecretId }))).VersionIdsToStages ?? {};
    },
    value: (SecretId, VersionId) => read({ SecretId, VersionId }),
    labelled: (SecretId, VersionStage) => read({ SecretId, VersionStage }),
    async put(SecretId, ClientRequestToken, SecretString) {
      await client.send(
        new PutSecretValueCommand({
          SecretId,
          ClientRequestToken,
          SecretString,
          VersionStages: ['AWSPENDING'],
        }),
      );
    },
    async promote(SecretId, RemoveFromVersionId, MoveToVersionId) {
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId,
          VersionStage: 'AWSCURRENT',
          RemoveFromVersionId,
          MoveToVersionId,
        }),
      );
    },
  };
}
