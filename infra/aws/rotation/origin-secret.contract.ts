/**
 * Rotations of the secret, with the origin check beside them, wherever secret and distribution are: nothing that CloudFront
 * sends is refused.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Secrets } from '#api/ports/secrets/port.ts';
import { createOriginCheck, heldValues, ORIGIN_HEADER, READ_AGAIN_MS } from '../edge/origin-check.ts';
import { createRotation, type Edge, type RotationEvent } from './origin-secret.ts';

export interface Place {
  secrets: Secrets;
  edge: Edge;
  /** A new secret, whose first value the distribution sends. */
  create(value: string): Promise<{ id: string; token: string }>;
  /** What `RotateSecret` does before it calls the function: a version labelled AWSPENDING, without a value. */
  begin(secretId: string, token: string): Promise<void>;
  end(): Promise<void>;
}

type Step = RotationEvent['Step'];
const STEPS: readonly Step[] = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];
/** What changes something, and may have done so when its answer is lost. */
const CHANGES = ['put', 'setHeader', 'promote'] as const;

/** A secret, its rotation and its check, with a clock of their own. */
async function world({ secrets, edge, create, begin }: Place, lost?: (typeof CHANGES)[number]) {
  const { id, token: first } = await create('first');
  let now = 0;
  let isLost = lost !== undefined;
  /** Does what it is to do, and once says that it has failed. */
  const unsure = <Args extends unknown[]>(name: string, change: (...args: Args) => Promise<void>) =>
    async function changed(...args: Args): Promise<void> {
      await change(...args);
      if (name !== lost || !isLost) return;
      isLost = false;
      throw new Error(`The answer of ${name} is lost.`);
    };
  let made = 0;
  const rotate = createRotation({
    secrets: {
      ...secrets,
      put: unsure('put', secrets.put),
      promote: unsure('promote', secrets.promote),
    },
    edge: { ...edge, setHeader: unsure('setHeader', edge.setHeader) },
    newValue: () => `new-${++made}`,
    async wait(ms) {
      now += ms;
    },
    unknownMs: 2 * READ_AGAIN_MS,
  });
  const check = createOriginCheck({ read: heldValues(secrets, id), now: () => now });
  const sent = async (): Promise<readonly string[]> => (await edge.header()).values;
  const takes = async (value = ''): Promise<boolean> =>
    (await check({ headers: { [ORIGIN_HEADER]: value } })).isAuthorized;
  return {
    first,
    sent,
    takes,
    /** Whether a request arrives that the distribution sends now. */
    arrives: async () => (await Promise.all((await sent()).map((value) => takes(value)))).every(Boolean),
    begin: (token: string) => begin(id, token),
    run: (Step: Step, token: string) => rotate({ Step, SecretId: id, ClientRequestToken: token }),
    labels: async (token: string) => (await secrets.versions(id))[token],
    pass: (ms: number) => (now += ms),
  };
}

export function rotationContract(open: () => Promise<Place>): void {
  describe('a rotation', () => {
    let place: Place;
    let [second, third] = ['', ''];
    beforeAll(async () => {
      place = await open();
    });
    afterAll(() => place.end());
    beforeEach(() => {
      [second, third] = [randomUUID(), randomUUID()];
    });

    it('ends with the new value at every origin, and what is sent is taken at each step', async () => {
      const { begin, run, arrives, sent, labels, first } = await world(place);
      const taken = [await arrives()];
      await begin(second);
      taken.push(await arrives());

      for (const step of STEPS) {
        await run(step, second);
        taken.push(await arrives());
      }

      expect(taken).toEqual([true, true, true, true, true, true]);
      expect(await sent()).toEqual(['new-1', 'new-1']);
      expect(await labels(first)).toEqual(['AWSPREVIOUS']);
      expect(await labels(second)).toContain('AWSCURRENT');
    });

    it('may have each step twice, and all of them again after its end', async () => {
      const { begin, run, arrives, sent, labels } = await world(place);
      await begin(second);

      for (const step of STEPS) for (const _ of ['once', 'again']) await run(step, second);
      for (const step of STEPS) await run(step, second);

      expect(await sent()).toEqual(['new-1', 'new-1']);
      expect(await labels(second)).toContain('AWSCURRENT');
      expect(await arrives()).toBe(true);
    });

    it.each(CHANGES)('goes on where it was when the answer of %s was lost', async (change) => {
      const { begin, run, arrives, sent, labels } = await world(place, change);
      await begin(second);
      const broken = async (): Promise<void> => {
        for (const step of STEPS) await run(step, second);
      };

      await expect(broken()).rejects.toThrow(`The answer of ${change} is lost.`);
      const between = await arrives();
      await broken();

      expect([between, await arrives()]).toEqual([true, true]);
      expect(await sent()).toEqual(['new-1', 'new-1']);
      expect(await labels(second)).toContain('AWSCURRENT');
    });

    it('waits until the check may know a value before CloudFront sends it, whatever was tried meanwhile', async () => {
      const { begin, run, arrives, takes } = await world(place);
      await begin(second);
      // Somebody's guess lets the check read the values a moment before there is a new one.
      expect(await takes('guess')).toBe(false);

      await run('createSecret', second);
      await run('setSecret', second);

      expect(await arrives()).toBe(true);
    });

    it('takes the value before the present one, and none before that', async () => {
      const { begin, run, takes, pass } = await world(place);
      await begin(second);
      for (const step of STEPS) await run(step, second);
      expect(await takes('first')).toBe(true);

      await begin(third);
      for (const step of STEPS) await run(step, third);
      pass(300_000);

      expect(await takes('new-1')).toBe(true);
      expect(await takes('first')).toBe(false);
    });

    it('brings no older value back by a step that comes late', async () => {
      const { begin, run, sent, labels } = await world(place);
      await begin(second);
      for (const step of STEPS) await run(step, second);
      await begin(third);
      for (const step of STEPS) await run(step, third);

      for (const step of STEPS) await expect(run(step, second)).rejects.toThrow('is not the one to come');

      expect(await sent()).toEqual(['new-2', 'new-2']);
      expect(await labels(second)).toEqual(['AWSPREVIOUS']);
    });

    it('does not end while CloudFront sends something else', async () => {
      const { begin, run, labels } = await world(place);
      await begin(second);
      await run('createSecret', second);
      await run('setSecret', second);
      await place.edge.setHeader('another');

      await expect(run('testSecret', second)).rejects.toThrow('another value');

      expect(await labels(second)).toEqual(['AWSPENDING']);
    });

    it('refuses a version that the secret does not have, and a step that is none', async () => {
      const { begin, run } = await world(place);
      await begin(second);

      await expect(run('createSecret', third)).rejects.toThrow(`no version ${third}`);
      await expect(run('constructor' as Step, second)).rejects.toThrow('Received: constructor');
      await expect(run('setSecret', second)).rejects.toThrow('createSecret makes it');
    });
  });
}
