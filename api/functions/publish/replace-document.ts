/**
 * Puts another form of what is public in the place of the one that stands, without touching what people have changed in
 * the draft since.
 */
import { TransactionCancelled, type Item } from '../../ports/table/port.ts';
import type { ProjectDocument } from '../../ports/public-content/port.ts';
import { projectSk, publicKey, publicProjectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { Overtaken } from './attempts.ts';
import { publicationOf, unchanged } from './generation.ts';
import { copyPublic } from './images.ts';
import { machineStamp } from './machine-stamp.ts';
import { readPublicText } from './public-text.ts';
import { writePieces } from './publish-project.ts';
import type { PublicationPorts } from './request.ts';

/** The document of a published project that stands. @throws Overtaken when another one comes into its place */
export async function standingDocument(
  { table }: Pick<PublicationPorts, 'table'>,
  project: Item,
): Promise<ProjectDocument> {
  const head = await table.get(
    publicKey(project.tenantId as string, publicProjectSk(project.publishedSlug as string)),
    { consistent: true },
  );
  if (!head || head.generation !== project.generation) throw new Overtaken();
  return JSON.parse(await readPublicText(table, head)) as ProjectDocument;
}

/**
 * @param awaitedAssetIds pictures that it waits for still
 * @param via what does it, as events say it
 * @throws Overtaken
 */
export async function replaceDocument(
  ports: PublicationPorts,
  project: Item,
  changed: Omit<ProjectDocument, 'publishedAt'>,
  { awaitedAssetIds, via }: { awaitedAssetIds: string[]; via: string },
): Promise<void> {
  const stamp = machineStamp(via);
  const publishedAt = new Date(ports.now()).toISOString();
  const document: ProjectDocument = { ...changed, publishedAt };
  await copyPublic(ports.media, document.images);
  const next = await writePieces(ports, project, document);
  try {
    await ports.table.transact([
      {
        update: tenantKey(project.tenantId as string, projectSk(project.id as string)),
        set: {
          expression: `SET publishedAt = :at, publicAssetIds = :shown, awaitedAssetIds = :left,
            publication = :publication, generation = :generation, ${stamp.set}, card.publishedAt = :at`,
          values: {
            ':at': publishedAt,
            ':shown': document.images.map(({ assetId }) => assetId),
            ':left': awaitedAssetIds,
            ':publication': publicationOf(project) + 1,
            ':generation': next.generation,
            ...stamp.values,
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
