/** What is written and published is found, and what is taken down is not. */
import { createLocalEmbeddings } from '#api/ports/embeddings/local.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLocalSearchIndex } from '#api/ports/search-index/local.ts';
import type { Asker, SearchIndex } from '#api/ports/search-index/port.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';
import { join } from 'node:path';

let platform: TestPlatform;
let index: SearchIndex;
let token: string;
let tenantId: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.signIn(DEMO);
  tenantId = await publicProfile(platform, token, 'finder');
  index = await createLocalSearchIndex({ dir: join(platform.dataDir, 'search') });
}, 120_000);
afterAll(async () => {
  await index.close();
  await platform.remove();
});

const PUBLIC: Asker = { scope: 'public' };
const OWN = (): Asker => ({ scope: 'tenant', tenantId });

const found = async (asker: Asker, text: string): Promise<string[]> =>
  (await index.search(asker, { mode: 'text', text, limit: 10 })).hits.map(({ docKey }) => docKey);

async function change<T = { id: string; version: number }>(
  mutation: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const { data, errors } = await platform.graphql<{ made: T }>(token, mutation, variables);
  expect(errors).toBeUndefined();
  await platform.settled();
  return data!.made;
}
const on = (name: string, id: string, version: number) =>
  change(
    `mutation ($id: ID!, $v: Int!) { made: ${name}(id: $id, expectedVersion: $v) { id ${name.startsWith('delete') ? '' : 'version'} } }`,
    { id, v: version },
  );

test('a draft is found by its tenant alone, a published work by everyone, and one that is taken down by its tenant', async () => {
  const { id } = await change(
    'mutation { made: createProject(input: { title: "Zephyrine harbour" }) { id version } }',
  );
  expect(await found(OWN(), 'zephyrine')).toEqual([`project#${id}`]);
  expect(await found(PUBLIC, 'zephyrine')).toEqual([]);

  await on('publishProject', id, 1);
  expect(await found(PUBLIC, 'zephyrine')).toEqual([`work#${id}`]);

  await on('unpublishProject', id, 1);
  expect(await found(PUBLIC, 'zephyrine')).toEqual([]);
  await on('publishProject', id, 1);
  expect(await found(PUBLIC, 'zephyrine')).toEqual([`work#${id}`]);

  await on('deleteProject', id, 1);
  expect(await found(PUBLIC, 'zephyrine')).toEqual([]);
  expect(await found(OWN(), 'zephyrine')).toEqual([]);
});

test('what is written is found by its meaning', async () => {
  const { id } = await change(
    'mutation { made: createProject(input: { title: "Puppies asleep in a basket" }) { id version } }',
  );
  await change('mutation { made: createProject(input: { title: "Teapot on a table" }) { id version } }');
  const embeddings = createLocalEmbeddings();

  const { vectors } = await embeddings.embedTexts(['young dogs'], 'query');
  const vector = { model: embeddings.text.id, values: vectors[0]! };
  const { hits, without } = await index.search(OWN(), {
    mode: 'semantic',
    text: 'young dogs',
    vector,
    limit: 10,
  });

  expect(hits[0]?.docKey).toBe(`project#${id}`);
  expect(without).toBeUndefined();
  await embeddings.close();
});
