/** A rotation of the secret, with the origin check beside it: nothing that CloudFront sends is refused. */
import { describe, expect, it } from 'vitest';
import { createOriginCheck, ORIGIN_HEADER, READ_AGAIN_MS, VALID_STAGES } from '../edge/origin-check.ts';
import { createRotation, type Edge, type RotationEvent, type Secrets } from './origin-secret.ts';

const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;

/** A secret with one version, a distribution that takes two looks to be everywhere, and a clock. */
function world() {
  let now = 0;
  let looks = 0;
  const values: Record<string, string> = { v1: 'first' };
  let labels: Record<string, string[]> = { v1: ['AWSCURRENT'], v2: [] };
  let sent = ['first', 'first'];
  const secrets: Secrets = {
    versions: async () => labels,
    value: async (_, token) => values[token],
    async put(_, token, value) {
      values[token] = value;
      labels[token] = ['AWSPENDING'];
    },
    async promote(_, from, to) {
      const others = Object.keys(labels).map((token): [string, string[]] => [token, []]);
      labels = { ...Object.fromEntries(others), [from]: ['AWSPREVIOUS'], [to]: ['AWSCURRENT'] };
    },
  };
  const edge: Edge = {
    header: async () => ({ values: sent, isEverywhere: ++looks > 4 }),
    async setHeader(value) {
      looks = 0;
      sent = sent.map(() => value);
    },
  };
  let made = 0;
  const rotate = createRotation({
    secrets,
    edge,
    newValue: () => `new-${++made}`,
    async wait(ms) {
      now += ms;
    },
    unknownMs: 2 * READ_AGAIN_MS,
  });
  const check = createOriginCheck({
    read: async () =>
      Object.entries(labels)
        .filter(([, of]) => VALID_STAGES.some((label) => of.includes(label)))
        .flatMap(([token]) => values[token] ?? []),
    now: () => now,
  });
  return {
    run: (Step: RotationEvent['Step'], ClientRequestToken = 'v2') =>
      rotate({ Step, SecretId: 's', ClientRequestToken }),
    arrives: async (value = sent[0]) => (await check({ headers: { [ORIGIN_HEADER]: value } })).isAuthorized,
    begin(token: string) {
      labels[token] = [];
    },
    tamper(value: string) {
      sent = ['first', value];
    },
    pass: (ms: number) => (now += ms),
    headers: (...of: string[]) => (sent = of),
    sent: () => sent,
    labels: () => labels,
  };
}

describe('a rotation', () => {
  it('ends with the new value at every origin, and what is sent is taken at each step', async () => {
    const { run, arrives, sent, labels } = world();
    const taken = [await arrives()];

    for (const step of STEPS) {
      await run(step);
      taken.push(await arrives());
    }

    expect(taken).toEqual([true, true, true, true, true]);
    expect(sent()).toEqual(['new-1', 'new-1']);
    expect(labels()).toEqual({ v1: ['AWSPREVIOUS'], v2: ['AWSCURRENT'] });
  });

  it('may have each step twice', async () => {
    const { run, arrives, sent, labels } = world();

    for (const step of STEPS) {
      await run(step);
      await run(step);
    }

    expect(sent()).toEqual(['new-1', 'new-1']);
    expect(labels()['v2']).toEqual(['AWSCURRENT']);
    expect(await arrives()).toBe(true);
  });

  it('waits until the check may know a value before CloudFront sends it, whatever was tried meanwhile', async () => {
    const { run, arrives } = world();
    // Somebody's guess lets the check read the values a moment before there is a new one.
    expect(await arrives('guess')).toBe(false);

    await run('createSecret');
    await run('setSecret');

    expect(await arrives()).toBe(true);
  });

  it('takes the value before the present one, and none before that', async () => {
    const { run, begin, arrives, pass } = world();
    for (const step of STEPS) await run(step);
    expect(await arrives('first')).toBe(true);

    begin('v3');
    for (const step of STEPS) await run(step, 'v3');
    pass(300_000);

    expect(await arrives('new-1')).toBe(true);
    expect(await arrives('first')).toBe(false);
  });

  it('does not end while CloudFront sends something else, or is not yet everywhere', async () => {
    const { run, tamper } = world();
    await run('createSecret');
    await run('setSecret');
    tamper('another');

    await expect(run('testSecret')).rejects.toThrow('another value');
  });

  it('does not begin where no origin sends the header', async () => {
    const { run, headers } = world();
    await run('createSecret');
    headers();

    await expect(run('setSecret')).rejects.toThrow('No origin');
  });

  it('refuses a version that the secret does not have, and a step that is none', async () => {
    const { run } = world();

    await expect(run('createSecret', 'v9')).rejects.toThrow('no version v9');
    await expect(run('constructor' as 'createSecret')).rejects.toThrow('Received: constructor');
  });
});
