/** Search on the committed samples, with the program's own code and without a model: it takes a second. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocuments } from './corpus.ts';
import { evalData } from './data.ts';
import { createMiniSearch, fill, idsOf, modesOf, withLocalIndex } from './engines.ts';
import { knownItemRows, mistypedTitles } from './known-items.ts';
import { findAll, meanNdcg } from './retrieval.ts';
import { halvesOf, topicsOf } from './topics.ts';

const samples = evalData('nowhere');

it('takes the samples where the open data is not there', () => {
  expect(samples).toMatchObject({ name: 'samples' });
});

it('asks for subjects that are kept out of what is searched', async () => {
  const topics = await topicsOf(join(samples.works, 'works.jsonl'));
  const { tuned, heldOut } = halvesOf(topics);

  expect(topics.length).toBeGreaterThan(20);
  expect(tuned.length + heldOut.length).toBe(topics.length);
  expect(tuned.filter((topic) => heldOut.includes(topic))).toEqual([]);
  const documents = await readDocuments(samples.works);
  expect(documents.some(({ tags }) => tags)).toBe(false);
  expect(documents.every(({ people, title }) => people?.length && title)).toBe(true);
});

it('finds topics at least as well as MiniSearch, and mistyped titles', async () => {
  const documents = await readDocuments(samples.works);
  const topics = await topicsOf(join(samples.works, 'works.jsonl'));
  const none = new Map();

  await withLocalIndex(async (index) => {
    await fill(index, documents, []);
    const { text } = modesOf(index, none);
    const own = meanNdcg(await findAll(async (query) => idsOf(await text(query)), topics), topics);
    const others = meanNdcg(await findAll(createMiniSearch(documents), topics), topics);
    const items = { mistyped: mistypedTitles(documents), 'half-remembered': [] };
    const [mistyped] = await knownItemRows(index, items, none);

    expect(own).toBeGreaterThan(0.05);
    expect(own).toBeGreaterThanOrEqual(others);
    expect(mistyped).toMatchObject({ met: true });
  });
});
