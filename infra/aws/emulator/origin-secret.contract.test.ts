/**
 * The origin's secret on Secrets Manager and CloudFront as MiniStack has them, from our own template: rotations, and the
 * functions as they are deployed. It runs where SECRETS_MANAGER_ENDPOINT names MiniStack, which has each distribution
 * everywhere at once.
 */
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecretsManagerSecrets } from '#api/ports/secrets/aws.ts';
import { openSecretsManager } from '#api/ports/secrets/secrets-manager.testing.ts';
import { ORIGIN_HEADER } from '../edge/origin-check.ts';
import { createDistributionEdge } from '../rotation/distribution.ts';
import { rotationContract } from '../rotation/origin-secret.contract.ts';
import type { RotationEvent } from '../rotation/origin-secret.ts';
import { synthesise } from '../testing.ts';
import { type OpenEmulator, openEmulator, REGION } from './emulator.ts';
import { createPart, namesOf } from './part.testing.ts';

const TYPES = ['AWS::SecretsManager::Secret', 'AWS::CloudFront::Distribution'];
const STEPS: RotationEvent['Step'][] = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];
/** The function waits until every copy of the check knows the new value. */
const LIMIT_MS = 120_000;

const endpoint = process.env['SECRETS_MANAGER_ENDPOINT'] ?? '';
if (!endpoint)
  console.warn('NOT RUN: rotation on Secrets Manager (set SECRETS_MANAGER_ENDPOINT to MiniStack)');

describe.skipIf(!endpoint)('on MiniStack (NOT RUN unless SECRETS_MANAGER_ENDPOINT is set)', () => {
  let emulator: OpenEmulator;
  let secretId = '';
  let distributionId = '';
  const cloudFront = new CloudFrontClient({ endpoint, region: REGION });
  beforeAll(async () => {
    emulator = openEmulator(endpoint);
    const made = await createPart(emulator, 'Origin', synthesise().platform, TYPES);
    [secretId = ''] = namesOf(made, 'AWS::SecretsManager::Secret');
    [distributionId = ''] = namesOf(made, 'AWS::CloudFront::Distribution');
  });
  afterAll(() => {
    emulator.s3.destroy();
    cloudFront.destroy();
  });

  describe('the functions', () => {
    it(
      'renew what the template made, and the check takes what CloudFront sends at each step',
      { timeout: LIMIT_MS },
      async () => {
        const { begin, end } = await openSecretsManager(endpoint);
        const secrets = createSecretsManagerSecrets(new SecretsManagerClient({ endpoint, region: REGION }));
        const edge = createDistributionEdge(cloudFront, distributionId);
        Object.assign(process.env, {
          AWS_ENDPOINT_URL: endpoint,
          AWS_REGION: REGION,
          DISTRIBUTION_ID: distributionId,
          ORIGIN_SECRET_ARN: secretId,
        });
        const rotation = await import('../rotation/origin-secret.lambda.ts');
        const check = await import('../edge/origin-check.lambda.ts');
        const arrives = async (): Promise<boolean[]> => {
          const { values } = await edge.header();
          const answers = values.map((value) => check.handler({ headers: { [ORIGIN_HEADER]: value } }));
          return (await Promise.all(answers)).map(({ isAuthorized }) => isAuthorized);
        };
        const before = await secrets.labelled(secretId, 'AWSCURRENT');
        const { values: origins } = await edge.header();
        const token = randomUUID();
        await begin(secretId, token);

        const taken = [await arrives()];
        for (const Step of STEPS) {
          await rotation.handler({ Step, SecretId: secretId, ClientRequestToken: token });
          taken.push(await arrives());
        }

        // CloudFormation put the value that it made where the template has only a reference to it.
        expect(origins.length).toBeGreaterThan(0);
        expect(new Set(origins)).toEqual(new Set([before]));
        expect(taken).toEqual(taken.map(() => origins.map(() => true)));
        const after = await secrets.labelled(secretId, 'AWSCURRENT');
        expect(after).not.toBe(before);
        expect((await edge.header()).values).toEqual(origins.map(() => after));
        expect(await secrets.labelled(secretId, 'AWSPREVIOUS')).toBe(before);
        await end();
      },
    );

    it('let nobody in who guesses', async () => {
      const { handler } = await import('../edge/origin-check.lambda.ts');

      expect(await handler({ headers: { [ORIGIN_HEADER]: 'guess' } })).toEqual({ isAuthorized: false });
      expect(await handler({})).toEqual({ isAuthorized: false });
    });
  });

  rotationContract(async () => {
    const { secrets, create, begin, end } = await openSecretsManager(endpoint);
    const edge = createDistributionEdge(cloudFront, distributionId);
    return {
      secrets,
      edge,
      async create(value) {
        await edge.setHeader(value);
        return create(value);
      },
      begin,
      end,
    };
  });
});
