/** The contract in memory, and what only a distribution that can be held up shows. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMemorySecrets } from '#api/ports/secrets/memory.testing.ts';
import { rotationContract } from './origin-secret.contract.ts';
import { createRotation, type Edge } from './origin-secret.ts';

/** A distribution with two origins. It takes some looks until it is everywhere. */
function memoryEdge(looksUntilEverywhere = 4): Edge & { origins: string[] } {
  let looks = 0;
  return {
    origins: ['', ''],
    async header() {
      return { values: this.origins, isEverywhere: ++looks > looksUntilEverywhere };
    },
    async setHeader(value) {
      looks = 0;
      this.origins = this.origins.map(() => value);
    },
  };
}

describe('in memory', () =>
  rotationContract(async () => {
    const secrets = createMemorySecrets();
    const made = memoryEdge();
    const edge: Edge = { header: () => made.header(), setHeader: (value) => made.setHeader(value) };
    return {
      secrets,
      edge,
      async create(value) {
        const [id, token] = [randomUUID(), randomUUID()];
        secrets.create(id, token, value);
        await edge.setHeader(value);
        return { id, token };
      },
      begin: async (id, token) => secrets.begin(id, token),
      end: async () => undefined,
    };
  }));

describe('a rotation', () => {
  async function begun(edge: Edge) {
    const secrets = createMemorySecrets();
    secrets.create('s', 'v1', 'first');
    secrets.begin('s', 'v2');
    const rotate = createRotation({
      secrets,
      edge,
      newValue: () => 'new',
      wait: async () => undefined,
      unknownMs: 1,
    });
    await rotate({ Step: 'createSecret', SecretId: 's', ClientRequestToken: 'v2' });
    return (Step: 'setSecret' | 'testSecret') => rotate({ Step, SecretId: 's', ClientRequestToken: 'v2' });
  }

  it('does not begin where no origin sends the header', async () => {
    const run = await begun({ ...memoryEdge(), origins: [] } as Edge);

    await expect(run('setSecret')).rejects.toThrow('No origin');
  });

  it('does not end before the value is everywhere, and says that it is tried again', async () => {
    const run = await begun(memoryEdge(Infinity));
    await run('setSecret');

    await expect(run('testSecret')).rejects.toThrow('It is tried again');
  });
});
