/**
 * Renews the secret by which the HTTP APIs know CloudFront, in the four steps of Secrets Manager. Each may come again.
 * CloudFront sends the new value before it becomes the present one, and the origin check takes both, so that no request is
 * refused on the way.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-lambda-function.html
 */
import type { Secrets } from '#api/ports/secrets/port.ts';

export interface RotationEvent {
  Step: 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret';
  SecretId: string;
  /** Names the new version. */
  ClientRequestToken: string;
}

export interface Edge {
  /** Values of the header at all origins that send it, and whether every place has them. */
  header(): Promise<{ values: readonly string[]; isEverywhere: boolean }>;
  /** Sets the header at all origins that send it. */
  setHeader(value: string): Promise<void>;
}

export interface RotationOptions {
  secrets: Secrets;
  edge: Edge;
  /** A new value, that fits into a header. */
  newValue: () => string;
  wait: (ms: number) => Promise<void>;
  /** How long the origin check may still not know a new value. */
  unknownMs: number;
}

/** Between two looks at whether CloudFront has a value everywhere, and how many there are: ten minutes. */
const LOOK_MS = 15_000;
const LOOKS = 40;

export function createRotation({ secrets, edge, newValue, wait, unknownMs }: RotationOptions) {
  const pending = async (id: string, token: string): Promise<string> => {
    const value = await secrets.value(id, token);
    if (value === undefined) throw new Error(`The version ${token} has no value. createSecret makes it.`);
    return value;
  };

  const isSet = async (value: string): Promise<boolean> => {
    const { values } = await edge.header();
    if (values.length === 0) throw new Error('No origin of the distribution sends the header.');
    return values.every((each) => each === value);
  };

  const steps: Record<RotationEvent['Step'], (id: string, token: string) => Promise<void>> = {
    async createSecret(id, token) {
      if ((await secrets.value(id, token)) === undefined) await secrets.put(id, token, newValue());
    },
    async setSecret(id, token) {
      const value = await pending(id, token);
      if (await isSet(value)) return;
      // A refusal is remembered by the gateway, so nothing new is sent before it is known.
      await wait(unknownMs);
      await edge.setHeader(value);
    },
    async testSecret(id, token) {
      const value = await pending(id, token);
      for (let look = 0; look < LOOKS; look++) {
        if (!(await isSet(value)))
          throw new Error('CloudFront sends another value: somebody has changed it.');
        if ((await edge.header()).isEverywhere) return;
        await wait(LOOK_MS);
      }
      throw new Error('CloudFront has not taken the new value everywhere yet. It is tried again.');
    },
    async finishSecret(id, token) {
      const versions = Object.entries(await secrets.versions(id));
      const [current] = versions.find(([, labels]) => labels.includes('AWSCURRENT')) ?? [];
      if (current === undefined) throw new Error(`The secret ${id} has no present version.`);
      await secrets.promote(id, current, token);
    },
  };

  return async ({ Step, SecretId, ClientRequestToken }: RotationEvent): Promise<void> => {
    if (!Object.hasOwn(steps, Step)) throw new Error(`There is no such step. Received: ${Step}`);
    const labels = (await secrets.versions(SecretId))[ClientRequestToken];
    if (!labels) throw new Error(`The secret has no version ${ClientRequestToken}.`);
    // What has come to its end needs no step again; one that comes late must not bring an older value back.
    if (labels.includes('AWSCURRENT')) return;
    if (!labels.includes('AWSPENDING'))
      throw new Error(
        `The version ${ClientRequestToken} is not the one to come. Received: ${labels.join(', ')}`,
      );
    await steps[Step](SecretId, ClientRequestToken);
  };
}
