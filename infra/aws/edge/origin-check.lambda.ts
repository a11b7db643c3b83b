/** Lambda authorizer of the HTTP API: see `origin-check.ts`. */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { environment } from '#api/functions/environment.ts';
import { lambda } from '#api/observability/function.lambda.ts';
import { createSecretsManagerSecrets } from '#api/ports/secrets/aws.ts';
import { createOriginCheck, heldValues } from './origin-check.ts';

const { ORIGIN_SECRET_ARN } = environment(['ORIGIN_SECRET_ARN']);

export const handler = lambda(
  createOriginCheck({
    read: heldValues(createSecretsManagerSecrets(new SecretsManagerClient()), ORIGIN_SECRET_ARN),
    now: () => performance.now(),
  }),
);
