/**
 * A project's public form: a document in pieces under a new generation, which becomes the one that readers find in one
 * transaction. A reader sees the old one or the new one; a publish that dies leaves pieces that `tidy` removes.
 */
import { TransactionCancelled, type Item, type Write } from '../../ports/table/port.ts';
import {
  PROFILE,
  projectSk,
  publicCollection,
  publicIdSk,
  publicKey,
  publicPartSk,
  publicProjectSk,
  recentShard,
  redirectSk,
  tenantKey,
} from '../../resolvers/_lib/keys.ts';
import { Overtaken, untilSettled } from './attempts.ts';
import { generationOf, publicationOf, unchanged } from './generation.ts';
import { copyPublic } from './images.ts';
import { partNumber, piecesOf } from './pieces.ts';
import { Problem, notFound, versionConflict } from './problem.ts';
import { projectDocument } from './project-document.ts';
import { projectParts } from './project-parts.ts';
import { draftAt, type PublicationPorts, type PublicationRequest, type Publishing } from './request.ts';
import { shardOf } from './shard.ts';
import { workCard, workOrder } from '../../ports/public-content/cards.ts';
import type { ProjectDocument } from '../../ports/public-content/port.ts';

const PROFILE_PUBLIC = { expression: 'attribute_exists(PK)' };

export const publishProject = (ports: Publishing, request: PublicationRequest): Promise<Item> =>
  untilSettled(() => publishOnce(ports, request));

async function publishOnce(ports: Publishing, request: PublicationRequest): Promise<Item> {
  const { table, media } = ports;
  const { tenantId, id } = request;
  const key = tenantKey(tenantId, projectSk(id));
  const project = await draftAt(table, key, 'project', request);
  const parts = await projectParts(table, project);
  const publishedAt = new Date(ports.now()).toISOString();
  const document = await projectDocument(project, parts, publishedAt, ports.render);
  await copyPublic(media, document.images);
  const head = await writePieces(ports, project, document);
  try {
    await table.transact([
      { check: publicKey(tenantId, PROFILE), if: PROFILE_PUBLIC },
      flip(key, project, { document, awaited: parts.awaitedAssetIds, generation: head.generation }, request),
      { put: head },
      { put: { ...publicKey(tenantId, publicIdSk(id)), at: publicProjectSk(document.slug) } },
      ...moves(tenantId, project, document),
    ]);
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    if (error.failed[0]) throw profileNotPublished();
    const current = error.items[1];
    if (!current || current.deletedAt) throw notFound('project', id);
    if (current.version === request.expectedVersion) throw new Overtaken();
    throw versionConflict('project', id, request.expectedVersion, current.version);
  }
  return (await table.get(key, { consistent: true })) ?? project;
}

const profileNotPublished = () =>
  new Problem(
    'ProfileNotPublished',
    'The profile is not public, so the work would have no portfolio to stand in.',
    {
      fix: 'Publish the profile first (publishProfile, or POST /v1/me/profile/publish).',
    },
  );

/** Writes the further pieces and answers the head, which holds the first: nobody reads them before it stands. */
export async function writePieces(
  { table, ulid }: Pick<PublicationPorts, 'table' | 'ulid'>,
  project: Item,
  document: ProjectDocument,
): Promise<Item & { PK: string; SK: string; generation: string }> {
  const tenantId = project.tenantId as string;
  const generation = generationOf(document.id, publicationOf(project) + 1, ulid());
  const [text = '', ...further] = piecesOf(JSON.stringify(document));
  const pieces = further.map((piece, index) => ({
    ...publicKey(tenantId, publicPartSk(document.slug, generation, partNumber(index + 1))),
    text: piece,
  }));
  await table.putAll(pieces);
  const listed = document.visibility === 'LISTED';
  return {
    ...publicKey(tenantId, publicProjectSk(document.slug)),
    entityId: document.id,
    tenantId,
    generation,
    parts: further.length + 1,
    pieces: pieces.map(({ SK }) => SK),
    text,
    version: document.version,
    publishedAt: document.publishedAt,
    visibility: document.visibility,
    card: workCard(document),
    ...(listed && {
      collection: publicCollection(tenantId, 'PROJECT'),
      order: workOrder(document),
      recentShard: recentShard(shardOf(document.id)),
      recentAt: `${document.publishedAt}#${document.id}`,
    }),
  };
}

/**
 * The draft notes what of it is public, and which pictures went out and under which names it stood, so that `tidy` can
 * take back what is over. A picture that went out before stays in that list until `tidy` has looked at it.
 */
function flip(
  key: { PK: string; SK: string },
  project: Item,
  { document, awaited, generation }: { document: ProjectDocument; awaited: string[]; generation: string },
  request: PublicationRequest,
): Write {
  const out = document.images.map(({ assetId }) => assetId);
  const before = (project.publicAssetIds ?? []) as string[];
  const pending = (project.retiredAssetIds ?? []) as string[];
  const retired = [...new Set([...pending, ...before.filter((assetId) => !out.includes(assetId))])];
  const old = project.publishedSlug as string | undefined;
  const slugs = (project.oldSlugs ?? []) as string[];
  const oldSlugs = old === undefined || old === document.slug ? slugs : [...new Set([...slugs, old])];
  return {
    update: key,
    set: {
      expression: `SET publishedVersion = :version, publishedAt = :at, publishedSlug = :slug, publicAssetIds = :out,
        publication = :publication, generation = :generation, retiredAssetIds = :retired, oldSlugs = :old,
        awaitedAssetIds = :awaited, publishedBy = :by, updatedVia = :via, requestId = :request,
        card.publishedVersion = :version, card.publishedAt = :at`,
      values: {
        ':version': request.expectedVersion,
        ':at': document.publishedAt,
        ':slug': document.slug,
        ':out': out,
        ':publication': publicationOf(project) + 1,
        ':generation': generation,
        ':retired': retired,
        ':old': oldSlugs,
        ':awaited': awaited,
        ':by': request.uid,
        ':via': request.via,
        ':request': request.requestId,
      },
    },
    if: unchanged(project),
  };
}

/** Under a new slug, the old one redirects; a redirect from the new one to elsewhere ends. */
function moves(tenantId: string, project: Item, document: ProjectDocument): Write[] {
  const ended: Write = { remove: publicKey(tenantId, redirectSk(document.slug)) };
  const old = project.publishedSlug as string | undefined;
  if (old === undefined || old === document.slug) return [ended];
  return [
    ended,
    { remove: publicKey(tenantId, publicProjectSk(old)) },
    { put: { ...publicKey(tenantId, redirectSk(old)), to: document.id } },
  ];
}
