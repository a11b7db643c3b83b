import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, describe, expect, it } from 'vitest';
import { resultKey } from '../media-store/keys.ts';
import { createLocalMediaStore } from '../media-store/local.ts';
import { createResults } from './media-store.ts';
import { nameOf } from './question.ts';

const dir = mkdtempSync(join(tmpdir(), 'results-'));
const media = createLocalMediaStore({ dir, origin: 'http://localhost', secret: 's'.repeat(32) });
const results = createResults(media);
afterAll(() => rmSync(dir, { recursive: true }));

describe('the name of a question', () => {
  const question = { model: 'm@1', promptVersion: '1', input: { text: 'a', words: ['x', 'y'] } };

  it('is the same whatever the order of members', () => {
    const turned = { ...question, input: { words: ['x', 'y'], text: 'a' } };

    expect(nameOf(turned)).toBe(nameOf(question));
    expect(nameOf(question)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['another model', { model: 'm@2' }],
    ['another prompt', { promptVersion: '2' }],
    ['another input', { input: { text: 'b', words: ['x', 'y'] } }],
    ['another order of a list', { input: { text: 'a', words: ['y', 'x'] } }],
  ])('differs with %s', (_name, change) => {
    expect(nameOf({ ...question, ...change })).not.toBe(nameOf(question));
  });
});

describe('results', () => {
  const name = nameOf({ model: 'm', promptVersion: '1', input: 'x' });

  it('gives back what was kept, in letters of any script', async () => {
    const tenant = ulid();

    await results.write(tenant, name, { text: '雪舟 Żółć', numbers: [1, 2.5] });

    expect(await results.read(tenant, name)).toEqual({ text: '雪舟 Żółć', numbers: [1, 2.5] });
  });

  it('knows nothing of what another tenant was answered', async () => {
    await results.write(ulid(), name, 'theirs');

    expect(await results.read(ulid(), name)).toBeNull();
  });

  it('counts what cannot be read as absent', async () => {
    const tenant = ulid();
    const options = { contentType: 'application/json', cacheControl: 'no-store' };
    await media.write(resultKey(tenant, name), new TextEncoder().encode('{"half":'), options);

    expect(await results.read(tenant, name)).toBeNull();
  });

  it('forgets one tenant and nobody else', async () => {
    const [one, two] = [ulid(), ulid()];
    for (const tenant of [one, two]) await results.write(tenant, name, 1);

    await results.forget(one);
    await results.forget(one);

    expect([await results.read(one, name), await results.read(two, name)]).toEqual([null, 1]);
  });
});
