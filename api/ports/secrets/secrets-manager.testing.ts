/** Secrets Manager at an endpoint, for suites that make and remove secrets there. */
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { randomUUID } from 'node:crypto';
import { createSecretsManagerSecrets } from './aws.ts';
import type { Twin } from './secrets.contract.ts';

export async function openSecretsManager(endpoint: string): Promise<Twin> {
  const client = new SecretsManagerClient({ endpoint, region: process.env['AWS_REGION'] ?? 'us-east-1' });
  const secrets = createSecretsManagerSecrets(client);
  const made: string[] = [];
  const create = async (SecretString: string): Promise<{ id: string; token: string }> => {
    const { ARN = '', VersionId = '' } = await client.send(
      new CreateSecretCommand({ Name: `contract-${randomUUID()}`, SecretString }),
    );
    made.push(ARN);
    return { id: ARN, token: VersionId };
  };
  const probe = await create('one');
  const keepsValues = await secrets.put(probe.id, probe.token, 'another').then(
    () => false,
    () => true,
  );
  return {
    secrets,
    create,
    // `RotateSecret` calls a function on AWS and copies the present value in emulators, so what it leaves for the first
    // step is made by hand. AWS moves a label from one version to another; MiniStack leaves it where it was as well.
    async begin(SecretId, ClientRequestToken) {
      const VersionStage = 'AWSPENDING';
      const versions = Object.entries(await secrets.versions(SecretId));
      for (const [RemoveFromVersionId] of versions.filter(([, labels]) => labels.includes(VersionStage)))
        await client.send(
          new UpdateSecretVersionStageCommand({ SecretId, VersionStage, RemoveFromVersionId }),
        );
      await client.send(
        new PutSecretValueCommand({ SecretId, ClientRequestToken, VersionStages: [VersionStage] }),
      );
    },
    keepsValues,
    async end() {
      for (const SecretId of made)
        await client.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
      client.destroy();
    },
  };
}
