import type { Item } from '../../ports/table/port.ts';
import {
  derivedSk,
  projectSk,
  publicIdSk,
  publicKey,
  publicProjectSk,
  redirectSk,
  slugSk,
  tenantKey,
  type Key,
} from '../../resolvers/_lib/keys.ts';
import { releaseClaims, removeRedirects } from './claims.ts';
import { enrichedKeys } from './enrichment.ts';
import { removePrivateFiles, removePublicCopies, restorePublicCopies } from './media.ts';
import { removeStalePieces } from './pieces.ts';
import type { TidyPorts } from './ports.ts';
import { externalKeys } from './tombstone.ts';

/** After publishing: older pieces and retired pictures go. After deletion: everything does, the tombstone last. */
export async function tidyProject(ports: TidyPorts, tenantId: string, projectId: string): Promise<void> {
  const key = tenantKey(tenantId, projectSk(projectId));
  const project = await ports.table.get(key, { consistent: true });
  if (!project) return;
  const heads = slugsOf(project).map((slug) => publicKey(tenantId, publicProjectSk(slug)));
  await removeStalePieces(ports.table, project, heads);
  if (project.deletedAt) {
    await settlePictures(ports, tenantId, project, retiredOf(project));
    await removeProject(ports, tenantId, project);
  } else {
    await retirePictures(ports, tenantId, key, project);
  }
}

/** Slugs under which it stands or stood. */
const slugsOf = ({ publishedSlug, oldSlugs }: Item): string[] => [
  ...new Set([...(publishedSlug ? [publishedSlug as string] : []), ...((oldSlugs ?? []) as string[])]),
];

const retiredOf = (project: Item): string[] => (project.retiredAssetIds ?? []) as string[];

/** Takes back public copies of pictures that are not shown any more; a picture that is shown again gets its own. */
async function settlePictures(
  { table, media }: TidyPorts,
  tenantId: string,
  project: Item,
  assetIds: Iterable<string>,
): Promise<void> {
  const shown = (project.publicAssetIds ?? []) as string[];
  for (const assetId of assetIds) {
    if (!shown.includes(assetId)) {
      await removePublicCopies(media, tenantId, assetId);
      continue;
    }
    const key = tenantKey(tenantId, derivedSk(project.id as string, assetId));
    await restorePublicCopies(media, await table.get(key, { consistent: true }));
  }
}

/** When the work is published meanwhile, pictures that were taken back are looked at once more. */
async function retirePictures(ports: TidyPorts, tenantId: string, key: Key, first: Item): Promise<void> {
  const touched = new Set<string>();
  for (let project: Item | null = first; project && !project.deletedAt;) {
    for (const assetId of retiredOf(project)) touched.add(assetId);
    if (touched.size === 0) return;
    await settlePictures(ports, tenantId, project, touched);
    const done = await ports.table.update(
      key,
      { expression: 'REMOVE retiredAssetIds' },
      { expression: 'publication = :publication', values: { ':publication': project.publication } },
    );
    if (done) return;
    project = await ports.table.get(key, { consistent: true });
  }
}

async function removeProject({ table, media }: TidyPorts, tenantId: string, project: Item): Promise<void> {
  const { PK, SK, id = '', slug } = project as Record<string, string>;
  const keys: Key[] = [];
  for await (const child of table.query({
    condition: {
      expression: 'PK = :pk AND begins_with(SK, :prefix)',
      values: { ':pk': PK, ':prefix': `${SK ?? ''}#` },
    },
    consistent: true,
  })) {
    if (child.entity === 'asset') {
      keys.push(...enrichedKeys(tenantId, [child.id as string]));
      await removePublicCopies(media, tenantId, child.id as string);
      await removePrivateFiles(media, tenantId, child.id as string);
    }
    await releaseClaims(table, externalKeys(tenantId, child.entity as string, child), child.id as string);
    keys.push({ PK: child.PK as string, SK: child.SK as string });
  }
  await table.remove(keys);
  const slugs = slugsOf(project);
  await removeRedirects(
    table,
    slugs.map((old) => publicKey(tenantId, redirectSk(old))),
    id,
  );
  const noted = (project.heldSlugs ?? []) as Iterable<string>;
  const held = new Set([...slugs, ...noted, ...(slug ? [slug] : [])]);
  await releaseClaims(
    table,
    [
      ...[...held].map((name) => tenantKey(tenantId, slugSk(name))),
      ...externalKeys(tenantId, 'project', project),
    ],
    id,
  );
  await table.remove([publicKey(tenantId, publicIdSk(id)), ...enrichedKeys(tenantId, [id])]);
  await table.remove([{ PK: PK ?? '', SK: SK ?? '' }]);
}
