/** What could not be read, or is not there any more: the rest is read, and the run says so. */
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Unreadable } from '#api/functions/enrich/ports.ts';
import { PageUnavailable } from '#api/functions/read-page/page-refusal.ts';
import { inspirationSk, logSk, projectSk, tenantKey } from '#api/resolvers/_lib/keys.ts';
import { answerOf, fakeAnalysis, NO_USAGE, openWorld, type Bench, type World } from './enrich.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const summed = fakeAnalysis(({ text }) =>
  Promise.resolve(answerOf({ summary: { value: text, confidence: 1 } })),
);
const bytes = new TextEncoder().encode('the file');

async function inspiration({ table, tenantId }: Bench, values: object): Promise<string> {
  const id = ulid();
  const item = { entity: 'inspiration', id, tenantId, version: 1, title: 'Sea', ...values };
  await table.put({ ...tenantKey(tenantId, inspirationSk(id)), ...item });
  return id;
}

it.each([
  new Unreadable('There is no site example.invalid. Check the address.'),
  new PageUnavailable('example.invalid took too long to answer. Try again later.'),
])('the note of an inspiration is read where its page is not: $message', async (error) => {
  const bench = world.bench({ analysis: summed }, { readPage: () => Promise.reject(error) });
  const entityId = await inspiration(bench, { note: 'The light.', sourceUrl: 'https://example.invalid/a' });

  const run = await bench.enrich({ subject: 'INSPIRATION', entityId });

  expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 1, problem: error.message });
  expect(await bench.proposals(`INSPIRATION#${entityId}`)).toMatchObject([
    { field: 'SUMMARY', values: ['The light.'], receipt: { sourceEntity: 'INSPIRATION' } },
  ]);
});

it('a page that does not answer for now is tried again where there is no note', async () => {
  let asked = 0;
  const readPage = () => {
    asked += 1;
    return asked === 1
      ? Promise.reject(new PageUnavailable('Later.'))
      : Promise.resolve({ text: 'Boats.', reader: 'read-page@1' });
  };
  const bench = world.bench({ analysis: summed }, { readPage });
  const entityId = await inspiration(bench, { sourceUrl: 'https://example.org/a' });

  const run = await bench.enrich({ subject: 'INSPIRATION', entityId });

  expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 1 });
  expect(run).not.toHaveProperty('problem');
});

it('a recording without words says so, also when it is asked again', async () => {
  const silence = { segments: [], seconds: 3, model: 'fake-speech@1', usage: NO_USAGE };
  const transcribe = () => Promise.resolve(silence);
  const bench = world.bench({ speech: () => Promise.resolve({ model: 'fake-speech@1', transcribe }) });
  const projectId = await bench.project({});
  const entityId = await bench.file(projectId, 'audio/wav', bytes);

  for (const _time of ['first', 'again'])
    expect(await bench.enrich({ subject: 'ASSET', entityId, projectId })).toMatchObject({
      state: 'SUCCEEDED',
      proposals: 0,
      problem: 'a.bin: no words were heard in it. If there are some, check that the recording is whole.',
    });
});

it('a project of which nothing is for the public says that there was nothing to read', async () => {
  const bench = world.bench();
  const entityId = await bench.project({});
  const log = { entity: 'log', id: 'L', body: 'Secret.', audience: 'PRIVATE' };
  await bench.table.put({ ...tenantKey(bench.tenantId, logSk(entityId, 'L')), ...log });

  const run = await bench.enrich({ subject: 'PROJECT', entityId });

  expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 0 });
  expect(run.problem).toMatch(/^There was nothing to read: .*private entries/);
});

it('an inspiration without words says that there was nothing to read', async () => {
  const bench = world.bench();
  const entityId = await inspiration(bench, {});

  const { problem } = await bench.enrich({ subject: 'INSPIRATION', entityId });

  expect(problem).toMatch(/^There was nothing to read: .*note/);
});

it.each(['enrich-extract', 'enrich-analyse', 'enrich-propose', 'enrich-finish'])(
  'a project that is deleted before %s fails the run, for good',
  async (step) => {
    const bench = world.bench({ analysis: summed });
    const { table, tenantId } = bench;
    const entityId = await bench.project({ description: 'Boats.' });
    const key = tenantKey(tenantId, projectSk(entityId));
    bench.before(step, async () => table.put({ ...key, ...(await table.get(key)), deletedAt: 'now' }));

    const run = await bench.enrich({ subject: 'PROJECT', entityId });

    expect(run).toMatchObject({
      state: 'FAILED',
      again: false,
      problem: `The project ${entityId} is not there any more.`,
    });
  },
);
