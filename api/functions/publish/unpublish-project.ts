/** Taking a project's public form down, with or without its draft. */
import { TransactionCancelled, type Item, type Write } from '../../ports/table/port.ts';
import { projectSk, publicIdSk, publicKey, publicProjectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { notFound, versionConflict } from './problem.ts';
import { atVersion, draftAt, type PublicationPorts, type PublicationRequest } from './request.ts';

/** The draft stays. Safe to repeat. */
export async function unpublishProject(ports: PublicationPorts, request: PublicationRequest): Promise<Item> {
  return takeDown(ports, request, {
    expression: `SET retiredAssetIds = :retired, updatedVia = :via, requestId = :request
      REMOVE publishedVersion, publishedAt, publicAssetIds, card.publishedVersion, card.publishedAt`,
    values: {},
  });
}

/** The draft becomes a tombstone, out of every list; `tidy` removes it and all that hangs on it. */
export async function deleteProject(ports: PublicationPorts, request: PublicationRequest): Promise<Item> {
  return takeDown(ports, request, {
    expression: `SET retiredAssetIds = :retired, updatedVia = :via, requestId = :request, deletedAt = :now,
      updatedAt = :now, updatedBy = :by, #version = #version + :one
      REMOVE publishedVersion, publishedAt, publicAssetIds, #collection, #order, changedAt, createdId, card`,
    names: { '#version': 'version', '#collection': 'collection', '#order': 'order' },
    values: { ':now': new Date(ports.now()).toISOString(), ':by': request.uid, ':one': 1 },
  });
}

async function takeDown(
  { table }: PublicationPorts,
  request: PublicationRequest,
  set: { expression: string; names?: Record<string, string>; values: Record<string, unknown> },
): Promise<Item> {
  const { tenantId, id } = request;
  const key = tenantKey(tenantId, projectSk(id));
  const project = await draftAt(table, key, 'project', request);
  const retired = [
    ...((project.publicAssetIds ?? []) as string[]),
    ...((project.retiredAssetIds ?? []) as string[]),
  ];
  const slug = project.publishedSlug as string | undefined;
  const down: Write[] = slug
    ? [
        { remove: publicKey(tenantId, publicProjectSk(slug)) },
        { remove: publicKey(tenantId, publicIdSk(id)) },
      ]
    : [];
  try {
    await table.transact([
      {
        update: key,
        set: {
          ...set,
          values: {
            ...set.values,
            ':retired': [...new Set(retired)],
            ':via': request.via,
            ':request': request.requestId,
          },
        },
        if: atVersion(request.expectedVersion),
      },
      ...down,
    ]);
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    const current = error.items[0];
    if (!current || current.deletedAt) throw notFound('project', id);
    throw versionConflict('project', id, request.expectedVersion, current.version);
  }
  return (await table.get(key, { consistent: true })) ?? project;
}
