import type { Item } from '../../ports/table/port.ts';
import {
  projectSk,
  publicIdSk,
  publicKey,
  publicProjectSk,
  slugSk,
  tenantKey,
  type Key,
} from '../../resolvers/_lib/keys.ts';
import { removePrivateFiles, removePublicCopies } from './media.ts';
import type { TidyPorts } from './ports.ts';
import { externalKeys } from './tombstone.ts';

/** After publishing: older pieces and retired pictures go. After deletion: everything does, the tombstone last. */
export async function tidyProject(ports: TidyPorts, tenantId: string, projectId: string): Promise<void> {
  const { table, media } = ports;
  const key = tenantKey(tenantId, projectSk(projectId));
  const project = await table.get(key, { consistent: true });
  if (!project) return;
  await removeStalePieces(ports, tenantId, project);
  const retired = (project.retiredAssetIds ?? []) as string[];
  const shown = (project.publicAssetIds ?? []) as string[];
  for (const assetId of retired.filter((id) => !shown.includes(id))) {
    await removePublicCopies(media, tenantId, assetId);
  }
  if (project.deletedAt) {
    await removeProject(ports, tenantId, project);
  } else if (retired.length > 0) {
    const condition = { expression: 'retiredAssetIds = :retired', values: { ':retired': retired } };
    await table.update(key, { expression: 'REMOVE retiredAssetIds' }, condition);
  }
}

/** Pieces that belong to no head, or to another generation than the one that stands. */
async function removeStalePieces({ table }: TidyPorts, tenantId: string, project: Item): Promise<void> {
  const slug = project.publishedSlug as string | undefined;
  if (!slug) return;
  const head = publicKey(tenantId, publicProjectSk(slug));
  const stale: Key[] = [];
  let generation: unknown;
  for await (const { PK, SK, generation: of } of table.query({
    condition: {
      expression: 'PK = :pk AND SK BETWEEN :from AND :to',
      values: { ':pk': head.PK, ':from': head.SK, ':to': `${head.SK}#~` },
    },
    consistent: true,
  })) {
    const sk = SK as string;
    if (sk === head.SK) generation = of;
    // A generation that is newer than the head's may be a publication under way: it has no head yet.
    else if (olderThan(sk.split('#')[2] ?? '', generation)) stale.push({ PK: PK as string, SK: sk });
  }
  await table.remove(stale);
}

/** Generations are ULIDs: their order is the order of publishing. Without a head every generation is over. */
const olderThan = (piece: string, generation: unknown): boolean =>
  typeof generation !== 'string' || piece < generation;

async function removeProject({ table, media }: TidyPorts, tenantId: string, project: Item): Promise<void> {
  const { PK, SK, id, slug, publishedSlug } = project as Record<string, string>;
  const keys: Key[] = [];
  for await (const child of table.query({
    condition: {
      expression: 'PK = :pk AND begins_with(SK, :prefix)',
      values: { ':pk': PK, ':prefix': `${SK ?? ''}#` },
    },
    consistent: true,
  })) {
    if (child.entity === 'asset') {
      await removePublicCopies(media, tenantId, child.id as string);
      await removePrivateFiles(media, tenantId, child.id as string);
    }
    keys.push(...externalKeys(tenantId, child.entity as string, child), {
      PK: child.PK as string,
      SK: child.SK as string,
    });
  }
  await table.remove([
    ...keys,
    ...externalKeys(tenantId, 'project', project),
    ...[...new Set([slug, publishedSlug])].flatMap((held) =>
      held ? [tenantKey(tenantId, slugSk(held))] : [],
    ),
    publicKey(tenantId, publicIdSk(id ?? '')),
  ]);
  await table.remove([{ PK: PK ?? '', SK: SK ?? '' }]);
}
