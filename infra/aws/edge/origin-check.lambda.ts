/** Lambda authorizer of the HTTP API: see `origin-check.ts`. */
import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { environment } from '#api/functions/environment.ts';
import { createOriginCheck, VALID_STAGES } from './origin-check.ts';

const { ORIGIN_SECRET_ARN } = environment(['ORIGIN_SECRET_ARN']);
const client = new SecretsManagerClient();

/** The value of a version, or none where no version has this label. */
async function valueOf(VersionStage: string): Promise<string[]> {
  try {
    const answer = await client.send(
      new GetSecretValueCommand({ SecretId: ORIGIN_SECRET_ARN, VersionStage }),
    );
    return answer.SecretString ? [answer.SecretString] : [];
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return [];
    throw error;
  }
}

export const handler = createOriginCheck({
  read: async () => (await Promise.all(VALID_STAGES.map(valueOf))).flat(),
  now: () => performance.now(),
});
