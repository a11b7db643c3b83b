/** Rotation of the secret that CloudFront sends: see `origin-secret.ts`. */
import {
  CloudFrontClient,
  GetDistributionCommand,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { environment } from '#api/functions/environment.ts';
import { ORIGIN_HEADER, READ_AGAIN_MS } from '../edge/origin-check.ts';
import { createRotation, type Edge, type Secrets } from './origin-secret.ts';

const { DISTRIBUTION_ID } = environment(['DISTRIBUTION_ID']);
const manager = new SecretsManagerClient();
const cloudFront = new CloudFrontClient();

const secrets: Secrets = {
  async versions(SecretId) {
    return (await manager.send(new DescribeSecretCommand({ SecretId }))).VersionIdsToStages ?? {};
  },
  async value(SecretId, VersionId) {
    try {
      return (await manager.send(new GetSecretValueCommand({ SecretId, VersionId }))).SecretString;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  },
  async put(SecretId, ClientRequestToken, SecretString) {
    await manager.send(
      new PutSecretValueCommand({
        SecretId,
        ClientRequestToken,
        SecretString,
        VersionStages: ['AWSPENDING'],
      }),
    );
  },
  async promote(SecretId, RemoveFromVersionId, MoveToVersionId) {
    await manager.send(
      new UpdateSecretVersionStageCommand({
        SecretId,
        VersionStage: 'AWSCURRENT',
        RemoveFromVersionId,
        MoveToVersionId,
      }),
    );
  },
};

/** The distribution, and its headers of that name. */
async function distribution() {
  const answer = await cloudFront.send(new GetDistributionCommand({ Id: DISTRIBUTION_ID }));
  const config = answer.Distribution?.DistributionConfig;
  if (!config) throw new Error(`CloudFront told nothing of the distribution ${DISTRIBUTION_ID}.`);
  const headers = (config.Origins?.Items ?? [])
    .flatMap(({ CustomHeaders }) => CustomHeaders?.Items ?? [])
    .filter(({ HeaderName }) => HeaderName?.toLowerCase() === ORIGIN_HEADER);
  return { config, headers, isEverywhere: answer.Distribution?.Status === 'Deployed', tag: answer.ETag };
}

const edge: Edge = {
  async header() {
    const { headers, isEverywhere } = await distribution();
    return { values: headers.map(({ HeaderValue = '' }) => HeaderValue), isEverywhere };
  },
  async setHeader(value) {
    const { config, headers, tag } = await distribution();
    // These stand within the configuration that is sent back whole; the tag refuses it where it has changed meanwhile.
    for (const header of headers) header.HeaderValue = value;
    await cloudFront.send(
      new UpdateDistributionCommand({ Id: DISTRIBUTION_ID, IfMatch: tag, DistributionConfig: config }),
    );
  },
};

export const handler = createRotation({
  secrets,
  edge,
  newValue: () => randomBytes(36).toString('base64url'),
  wait,
  unknownMs: 2 * READ_AGAIN_MS,
});
