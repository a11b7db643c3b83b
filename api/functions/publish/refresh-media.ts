/**
 * A published work shows the sizes of its images once they are made: adds them to the public document that stands,
 * without touching what people have changed in the draft since. Runs when sizes were made and after each publication,
 * whichever comes last.
 */
import type { ChangeEvent } from '../../events.ts';
import { TransactionCancelled, type Item } from '../../ports/table/port.ts';
import type { ProjectDocument } from '../../ports/public-content/port.ts';
import type { PublicImage } from '../../types.gen.ts';
import { projectSk, publicKey, publicProjectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { Overtaken, untilSettled } from './attempts.ts';
import { publicationOf, unchanged } from './generation.ts';
import { coverOf, copyPublic } from './images.ts';
import { readPublicText } from './public-text.ts';
import { projectParts } from './project-parts.ts';
import { writePieces } from './publish-project.ts';
import type { PublicationPorts } from './request.ts';

export const createRefreshMedia =
  (ports: PublicationPorts) =>
  ({ tenantId, projectId }: ChangeEvent): Promise<void> =>
    projectId ? untilSettled(() => refresh(ports, tenantId, projectId)) : Promise.resolve();

async function refresh(ports: PublicationPorts, tenantId: string, projectId: string): Promise<void> {
  const { table } = ports;
  const project = await table.get(tenantKey(tenantId, projectSk(projectId)), { consistent: true });
  const awaited = (project?.awaitedAssetIds ?? []) as string[];
  if (!project || project.publishedVersion === undefined || awaited.length === 0) return;
  const parts = await projectParts(table, project);
  const left = awaited.filter((id) => parts.awaitedAssetIds.includes(id));
  if (left.length === awaited.length) return;
  const head = await table.get(publicKey(tenantId, publicProjectSk(project.publishedSlug as string)), {
    consistent: true,
  });
  if (head?.generation !== project.generation) throw new Overtaken();
  const document = JSON.parse(await readPublicText(table, head as Item)) as ProjectDocument;
  const images = withArrived(document.images, parts.images, awaited);
  await replaceImages(ports, project, document, images, left);
}

/** The images that stand, as they are, with each one that has arrived behind the image that it follows now. */
export function withArrived(stand: PublicImage[], now: PublicImage[], awaited: string[]): PublicImage[] {
  const images = [...stand];
  now.forEach((image, at) => {
    const stands = ({ assetId }: PublicImage): boolean => images.some((other) => other.assetId === assetId);
    if (stands(image) || !awaited.includes(image.assetId)) return;
    const before = now.slice(0, at).findLast(stands);
    const place = images.findIndex(({ assetId }) => assetId === before?.assetId) + 1;
    images.splice(place, 0, image);
  });
  return images;
}

async function replaceImages(
  ports: PublicationPorts,
  project: Item,
  document: ProjectDocument,
  images: PublicImage[],
  left: string[],
): Promise<void> {
  const cover = images.find(({ assetId }) => assetId === project.coverAssetId) ?? images[0];
  const publishedAt = new Date(ports.now()).toISOString();
  const refreshed = { ...document, images, cover: cover ? coverOf(cover) : null, publishedAt };
  await copyPublic(ports.media, images);
  const next = await writePieces(ports, project, refreshed);
  try {
    await ports.table.transact([
      {
        update: tenantKey(project.tenantId as string, projectSk(project.id as string)),
        set: {
          expression: `SET publishedAt = :at, publicAssetIds = :shown, awaitedAssetIds = :left,
            publication = :publication, generation = :generation, updatedVia = :via, card.publishedAt = :at`,
          values: {
            ':at': publishedAt,
            ':shown': images.map(({ assetId }) => assetId),
            ':left': left,
            ':publication': publicationOf(project) + 1,
            ':generation': next.generation,
            ':via': 'refresh-media',
          },
        },
        if: unchanged(project),
      },
      { put: next },
    ]);
  } catch (error) {
    if (error instanceof TransactionCancelled) throw new Overtaken();
    throw error;
  }
}
