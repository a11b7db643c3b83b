/**
 * A published work shows the sizes of its images once they are made: adds them to the public document that stands,
 * without touching what people have changed in the draft since.
 */
import type { ChangeEvent } from '../../events.ts';
import { TransactionCancelled, type Item } from '../../ports/table/port.ts';
import type { ProjectDocument } from '../../ports/public-content/port.ts';
import type { PublicImage } from '../../types.gen.ts';
import { projectSk, publicKey, publicProjectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { coverOf, copyPublic } from './images.ts';
import { readPublicText } from './public-text.ts';
import { projectParts } from './project-parts.ts';
import { writePieces } from './publish-project.ts';
import type { PublicationPorts } from './request.ts';

export function createRefreshMedia(ports: PublicationPorts) {
  return async ({ tenantId, projectId, entityId }: ChangeEvent): Promise<void> => {
    if (!projectId) return;
    const { table } = ports;
    const project = await table.get(tenantKey(tenantId, projectSk(projectId)), { consistent: true });
    const waiting = (project?.awaitedAssetIds ?? []) as string[];
    if (!project?.publishedSlug || project.publishedVersion === undefined || !waiting.includes(entityId))
      return;
    const head = await table.get(publicKey(tenantId, publicProjectSk(project.publishedSlug as string)), {
      consistent: true,
    });
    if (!head || head.entityId !== projectId) return;
    const document = JSON.parse(await readPublicText(table, head)) as ProjectDocument;
    const { images } = await projectParts(table, project);
    const known = new Set([...document.images.map(({ assetId }) => assetId), ...waiting]);
    const shown = images.filter(({ assetId }) => known.has(assetId));
    await replaceImages(ports, project, head, document, shown);
  };
}

async function replaceImages(
  ports: PublicationPorts,
  project: Item,
  head: Item,
  document: ProjectDocument,
  images: PublicImage[],
): Promise<void> {
  const cover = images.find(({ assetId }) => assetId === project.coverAssetId) ?? images[0];
  const publishedAt = new Date(ports.now()).toISOString();
  const refreshed = { ...document, images, cover: cover ? coverOf(cover) : null, publishedAt };
  await copyPublic(ports.media, images);
  const next = await writePieces(ports, head.tenantId as string, refreshed);
  const shown = images.map(({ assetId }) => assetId);
  const left = ((project.awaitedAssetIds ?? []) as string[]).filter((id) => !shown.includes(id));
  try {
    await ports.table.transact([
      { put: next, if: { expression: 'generation = :was', values: { ':was': head.generation } } },
      {
        update: tenantKey(head.tenantId as string, projectSk(project.id as string)),
        set: {
          expression: `SET publishedAt = :at, publicAssetIds = :shown, awaitedAssetIds = :left,
            updatedVia = :via, card.publishedAt = :at`,
          values: { ':at': publishedAt, ':shown': shown, ':left': left, ':via': 'refresh-media' },
        },
        if: { expression: 'attribute_exists(publishedVersion)' },
      },
    ]);
  } catch (error) {
    // Published again or taken down meanwhile: that publication has read the same sizes, or nothing is public.
    if (!(error instanceof TransactionCancelled)) throw error;
  }
}
