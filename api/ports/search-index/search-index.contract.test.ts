/** The contract on the local twin. The twin of AWS passes the same suite in `aws.contract.test.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { titles, useFixture, type Twin } from './fixture.testing.ts';
import { createLocalSearchIndex } from './local.ts';
import { searchIndexContract } from './search-index.contract.ts';

async function startLocal(): Promise<Twin> {
  const dir = mkdtempSync(join(tmpdir(), 'search-index-'));
  const index = await createLocalSearchIndex({ dir });
  return {
    index,
    dimensions: 16,
    settle: async () => undefined,
    async end() {
      await index.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

describe('search index in a folder', () => searchIndexContract(startLocal));

describe('neighbours beside words, from a model that reads English', () => {
  const { mine, put, setVectors, vector, document } = useFixture(startLocal);
  const filled = async () => {
    const dog = document('Dog 富士山');
    await put('tenant', dog, document('Teapot', { kind: 'log' }), document('Dogwood', { kind: 'log' }));
    const { docKey, tenantId, version } = dog;
    await setVectors('tenant', [{ docKey, tenantId, version, text: vector(0) }]);
  };
  const ask = (text: string, more: object = {}) => mine({ mode: 'hybrid', text, vector: vector(0), ...more });

  it.each(['((((', '🎨', 'بحر', '桜'])('are none where it reads nothing of %j', async (text) => {
    await filled();

    const found = await ask(text);

    expect(found.hits).toEqual([]);
    expect(found.without).toBeUndefined();
    expect(titles(await ask(text, { mode: 'semantic' }))).toEqual(['Dog 富士山']);
  });

  it.each([
    ['teapot', ['Dog 富士山', 'Teapot']],
    ['kettle', ['Dog 富士山']],
    ['teapto', ['Dog 富士山', 'Teapot']],
    ['富士山', ['Dog 富士山']],
  ])('are answered for words that it reads, also where no document holds them: %j', async (text, wanted) => {
    await filled();

    expect(titles(await ask(text)).toSorted()).toEqual(wanted);
  });

  it('are answered for words that filters alone leave out', async () => {
    await filled();

    expect(titles(await ask('teapot', { filters: { kinds: ['work'] } }))).toEqual(['Dog 富士山']);
  });
});
