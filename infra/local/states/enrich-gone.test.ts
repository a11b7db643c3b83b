/** What is left of enrichment when what it read is deleted. */
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChangeEvent, Entity } from '#api/events.ts';
import { createTidy } from '#api/functions/tidy/tidy.ts';
import type { MediaStore } from '#api/ports/media-store/port.ts';
import {
  assetSk,
  enrichedSk,
  inspirationProposalSk,
  inspirationSk,
  PROFILE,
  projectProposalSk,
  projectSk,
  tenantKey,
} from '#api/resolvers/_lib/keys.ts';
import { openWorld, type World } from './enrich.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A tenant with a project, an asset, an inspiration, and a proposal and a mark for each. */
async function furnished() {
  const bench = world.bench();
  const { tenantId, table } = bench;
  const projectId = await bench.project({});
  const assetId = await bench.picture(projectId);
  const inspirationId = ulid();
  const put = (sk: string, values: object) => table.put({ ...tenantKey(tenantId, sk), ...values });
  await put(inspirationSk(inspirationId), { entity: 'inspiration', id: inspirationId });
  await put(projectProposalSk(projectId, 'TAGS-1'), { entity: 'PROJECT', entityId: projectId });
  await put(projectProposalSk(projectId, 'ALT_TEXT-1'), { entity: 'ASSET', entityId: assetId });
  await put(inspirationProposalSk(inspirationId, 'TAGS-1'), { entityId: inspirationId });
  for (const id of [projectId, assetId, inspirationId]) await put(enrichedSk(id), { contentHash: 'x' });
  await bench.ports.results.write(tenantId, 'a'.repeat(64), 'kept');

  const tidy = createTidy({ table, media: bench.ports.media as MediaStore });
  const left = async () => {
    const keys: string[] = [];
    for await (const { SK } of table.query({
      condition: { expression: 'PK = :pk', values: { ':pk': `TENANT#${tenantId}` } },
      consistent: true,
    }))
      if (/PROPOSAL|ENRICHED/.test(SK as string)) keys.push(SK as string);
    return keys;
  };
  const remove = async (entity: Entity, sk: string, entityId: string) => {
    await put(sk, { ...(await table.get(tenantKey(tenantId, sk))), deletedAt: 'now' });
    await tidy({ tenantId, entity, entityId, projectId } as ChangeEvent);
  };
  return { bench, tenantId, projectId, assetId, inspirationId, put, left, remove, tidy };
}

it('an asset takes what was proposed for it along, and nothing else', async () => {
  const { projectId, assetId, inspirationId, left, remove } = await furnished();

  await remove('asset', assetSk(projectId, assetId), assetId);

  expect(await left()).toEqual(
    [
      enrichedSk(projectId),
      enrichedSk(inspirationId),
      inspirationProposalSk(inspirationId, 'TAGS-1'),
      projectProposalSk(projectId, 'TAGS-1'),
    ].toSorted(),
  );
});

it('a project takes everything of its assets along', async () => {
  const { projectId, inspirationId, left, remove } = await furnished();

  await remove('project', projectSk(projectId), projectId);

  expect(await left()).toEqual([enrichedSk(inspirationId), inspirationProposalSk(inspirationId, 'TAGS-1')]);
});

it('an inspiration takes its own along, and only once it is deleted', async () => {
  const { tenantId, projectId, assetId, inspirationId, left, remove, tidy } = await furnished();
  await tidy({ tenantId, entity: 'inspiration', entityId: inspirationId } as ChangeEvent);
  expect(await left()).toHaveLength(6);

  await remove('inspiration', inspirationSk(inspirationId), inspirationId);

  expect(await left()).toEqual(
    [
      enrichedSk(projectId),
      enrichedSk(assetId),
      projectProposalSk(projectId, 'ALT_TEXT-1'),
      projectProposalSk(projectId, 'TAGS-1'),
    ].toSorted(),
  );
});

it('a tenant takes all that models ever answered along', async () => {
  const { bench, tenantId, left, put, tidy } = await furnished();
  await put(PROFILE, { entity: 'profile', id: tenantId, deletedAt: 'now' });

  await tidy({ tenantId, entity: 'profile', entityId: tenantId } as ChangeEvent);

  expect(await left()).toEqual([]);
  expect(await bench.ports.results.read(tenantId, 'a'.repeat(64))).toBeNull();
});
