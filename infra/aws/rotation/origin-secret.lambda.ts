/** Rotation of the secret that CloudFront sends: see `origin-secret.ts`. */
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { environment } from '#api/functions/environment.ts';
import { lambda } from '#api/observability/function.lambda.ts';
import { createSecretsManagerSecrets } from '#api/ports/secrets/aws.ts';
import { READ_AGAIN_MS } from '../edge/origin-check.ts';
import { createDistributionEdge } from './distribution.ts';
import { createRotation } from './origin-secret.ts';

const { DISTRIBUTION_ID } = environment(['DISTRIBUTION_ID']);

export const handler = lambda(
  createRotation({
    secrets: createSecretsManagerSecrets(new SecretsManagerClient()),
    edge: createDistributionEdge(new CloudFrontClient(), DISTRIBUTION_ID),
    newValue: () => randomBytes(36).toString('base64url'),
    wait,
    unknownMs: 2 * READ_AGAIN_MS,
  }),
);
