import type { Item, Table } from '../../ports/table/port.ts';
import type { PublicImage } from '../../types.gen.ts';
import { inspirationSk, projectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { publicImage } from './images.ts';
import { automaticProposals, isOfPublic, withMachineMade } from './machine-made.ts';
import type { ProjectParts } from './project-document.ts';

/** Reads a whole project's collection, page by page, and keeps what goes out. */
export async function projectParts(table: Table, project: Item): Promise<ProjectParts> {
  const { tenantId, id } = project as { tenantId: string; id: string };
  const children: Item[] = [];
  for await (const item of table.query({
    condition: {
      expression: 'PK = :pk AND SK BETWEEN :from AND :to',
      values: {
        ':pk': `TENANT#${tenantId}`,
        ':from': `${projectSk(id)}#ASSET#`,
        ':to': `${projectSk(id)}#LOG#~`,
      },
    },
    consistent: true,
  })) {
    if (!item.deletedAt) children.push(item);
  }
  const automatic = await automaticProposals(table, tenantId, projectSk(id));
  const going = children.filter(({ audience }) => audience === 'PUBLIC');
  const derived = new Map(
    children.filter(({ entity }) => entity === 'derived').map((item) => [item.id, item]),
  );
  const assets = going.filter(({ entity }) => entity === 'asset').toSorted(inOrder);
  const awaited = assets.filter((asset) => asset.uploadedAt && !derived.has(asset.id));
  const logs = going.filter(({ entity }) => entity === 'log');
  const images = assets
    .map((asset) => publicImage(withMachineMade(asset, 'ASSET', automatic), derived.get(asset.id)))
    .filter((image): image is PublicImage => image !== null);
  const out = {
    projectId: id,
    assetIds: new Set(images.map(({ assetId }) => assetId)),
    logIds: new Set(logs.map((log) => log.id as string)),
  };
  return {
    automatic: automatic.filter((proposal) => isOfPublic(proposal, out)),
    awaitedAssetIds: awaited.map((asset) => asset.id as string),
    logs,
    images,
    inspirations: await publicInspirations(table, tenantId, (project.inspirationIds ?? []) as string[]),
  };
}

const inOrder = (a: Item, b: Item): number => ((a.order as string) < (b.order as string) ? -1 : 1);

/** The credited inspirations that may go out, in the project's order. */
async function publicInspirations(table: Table, tenantId: string, ids: string[]): Promise<Item[]> {
  if (ids.length === 0) return [];
  const unique = [...new Set(ids)];
  const items = await table.batchGet(unique.map((id) => tenantKey(tenantId, inspirationSk(id))));
  const byId = new Map(items.map((item) => [item.id, item]));
  const going = unique
    .map((id) => byId.get(id))
    .filter((item): item is Item => item !== undefined && !item.deletedAt && item.audience === 'PUBLIC');
  return Promise.all(
    going.map(async (item) => {
      const automatic = await automaticProposals(table, tenantId, inspirationSk(item.id as string));
      return withMachineMade(item, 'INSPIRATION', automatic);
    }),
  );
}
