/**
 * A published work shows the sizes of its images once they are made: adds them to the public document that stands,
 * without touching what people have changed in the draft since. Runs when sizes were made and after each publication,
 * whichever comes last.
 */
import type { ChangeEvent } from '../../events.ts';
import type { PublicImage } from '../../types.gen.ts';
import { projectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { untilSettled } from './attempts.ts';
import { coverOf } from './images.ts';
import { projectParts } from './project-parts.ts';
import { replaceDocument, standingDocument } from './replace-document.ts';
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
  const document = await standingDocument(ports, project);
  const images = withArrived(document.images, parts.images, awaited);
  const cover = images.find(({ assetId }) => assetId === project.coverAssetId) ?? images[0];
  const refreshed = { ...document, images, cover: cover ? coverOf(cover) : null };
  await replaceDocument(ports, project, refreshed, { awaitedAssetIds: left, via: 'refresh-media' });
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
