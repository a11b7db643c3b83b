/** Runs that changes ask for, where a tenant chose so. */
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChangeEvent, Entity } from '#api/events.ts';
import { createChanges } from '#api/functions/enrich/changes.ts';
import type { Run } from '#api/functions/enrich/run.ts';
import type { Item } from '#api/ports/table/port.ts';
import { inspirationSk, projectSk, tenantKey } from '#api/resolvers/_lib/keys.ts';
import { answerOf, fakeAnalysis, NOW, openWorld, type Bench, type World } from './enrich.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A tenant that chose AUTOMATIC, and what an event of theirs does. */
async function automatic(mode = 'AUTOMATIC') {
  const bench = world.bench({ analysis: fakeAnalysis(() => Promise.resolve(answerOf({}))) });
  await bench.settings({ mode: mode as 'AUTOMATIC' });
  const changes = createChanges({ table: bench.table, now: () => NOW, ulid: () => ulid() });
  const happens = (entity: Entity, entityId: string, projectId?: string) =>
    changes({ tenantId: bench.tenantId, entity, entityId, projectId } as ChangeEvent);
  const edit = async (projectId: string, values: Item) => {
    const key = tenantKey(bench.tenantId, projectSk(projectId));
    await bench.table.put({ ...(await bench.table.get(key)), ...key, ...values });
    await happens('project', projectId, projectId);
  };
  return { bench, happens, edit };
}

async function runsOf(bench: Bench): Promise<Run[]> {
  const runs: Run[] = [];
  const { PK, SK } = tenantKey(bench.tenantId, 'ENRICHMENT#');
  for await (const item of bench.table.query({
    condition: { expression: 'PK = :pk AND begins_with(SK, :prefix)', values: { ':pk': PK, ':prefix': SK } },
    consistent: true,
  }))
    runs.push(item as unknown as Run);
  return runs;
}

it('a change of the words asks for one run, however often it is delivered', async () => {
  const { bench, happens } = await automatic();
  const projectId = await bench.project({ description: 'Boats.' });

  await Promise.all([1, 2, 3].map(() => happens('project', projectId, projectId)));
  await happens('log', ulid(), projectId);

  expect(await runsOf(bench)).toMatchObject([
    { subject: 'PROJECT', entityId: projectId, projectId, state: 'REQUESTED', entity: 'enrichment' },
  ]);
});

it('changes while a run waits are read by that run; later ones ask for another', async () => {
  const { bench, edit } = await automatic();
  const projectId = await bench.project({ description: 'Boats.' });
  await edit(projectId, { description: 'Two boats.' });
  await edit(projectId, { description: 'Three boats.' });
  const [first] = await runsOf(bench);

  await bench.deliver(first?.id ?? '');
  await edit(projectId, { description: 'Four boats.' });

  expect((await runsOf(bench)).map(({ state }) => state).toSorted()).toEqual(['REQUESTED', 'SUCCEEDED']);
});

it('changes of anything but the words ask for nothing: what was accepted starts no other run', async () => {
  const { bench, edit } = await automatic();
  const projectId = await bench.project({ description: 'Boats.' });
  await edit(projectId, {});

  await edit(projectId, { tags: ['harbour'], medium: 'oil', facts: [{ key: 'k', label: 'K', value: 'v' }] });

  expect(await runsOf(bench)).toHaveLength(1);
});

it('pictures and inspirations ask for runs of their own', async () => {
  const { bench, happens } = await automatic();
  const projectId = await bench.project({});
  const assetId = await bench.picture(projectId);
  const inspirationId = ulid();
  await bench.table.put({
    ...tenantKey(bench.tenantId, inspirationSk(inspirationId)),
    ...{ entity: 'inspiration', id: inspirationId, title: 'sea', sourceUrl: 'https://museum.example' },
  });

  await happens('derived', assetId, projectId);
  await happens('inspiration', inspirationId);
  await happens('project', projectId, projectId);

  expect((await runsOf(bench)).map(({ subject, entityId }) => `${subject} ${entityId}`).toSorted()).toEqual(
    [`ASSET ${assetId}`, `INSPIRATION ${inspirationId}`].toSorted(),
  );
});

it.each(['OFF', 'ON_REQUEST'])('with the mode %s changes ask for nothing', async (mode) => {
  const { bench, happens } = await automatic(mode);
  const projectId = await bench.project({ description: 'Boats.' });

  await happens('project', projectId, projectId);

  expect(await runsOf(bench)).toEqual([]);
});

it('what is gone, or is nothing that is read, asks for nothing', async () => {
  const { bench, happens } = await automatic();
  const projectId = await bench.project({ description: 'Boats.', deletedAt: 'now' });

  await happens('project', projectId, projectId);
  await happens('project', ulid(), ulid());
  await happens('page', ulid());
  await happens('enrichment', ulid());

  expect(await runsOf(bench)).toEqual([]);
});
