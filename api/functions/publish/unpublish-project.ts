/** Taking a project's public form down, with or without its draft. */
import {
  ItemTooLarge,
  TransactionCancelled,
  type Condition,
  type Item,
  type Table,
  type Write,
} from '../../ports/table/port.ts';
import { projectSk, publicIdSk, publicKey, publicProjectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { Overtaken, untilSettled } from './attempts.ts';
import { publicationOf, unchanged } from './generation.ts';
import { machineStamp } from './machine-stamp.ts';
import { notFound, versionConflict } from './problem.ts';
import { draftAt, type PublicationPorts, type PublicationRequest } from './request.ts';

const DOWN = 'retiredAssetIds = :retired, publication = :publication';
const NOT_PUBLIC =
  'publishedVersion, publishedAt, publicAssetIds, awaitedAssetIds, generation, card.publishedVersion, card.publishedAt';

/**
 * The draft stays. Safe to repeat. It leaves a public draft smaller than it was, so that size never keeps one public; a
 * draft that is not public and too large for a note stays as it is.
 */
export const unpublishProject = (ports: PublicationPorts, request: PublicationRequest): Promise<Item> =>
  takeDown(ports, request, {
    expression: `SET ${DOWN}, updatedVia = :via, requestId = :request REMOVE ${NOT_PUBLIC}`,
    values: { ':via': request.via, ':request': request.requestId },
  });

/** The draft becomes a tombstone, out of every list; `tidy` removes it and all that hangs on it. */
export const deleteProject = (ports: PublicationPorts, request: PublicationRequest): Promise<Item> =>
  takeDown(ports, request, {
    expression: `SET ${DOWN}, updatedVia = :via, requestId = :request, deletedAt = :now, updatedAt = :now,
      updatedBy = :by, #version = #version + :one
      REMOVE publishedVersion, publishedAt, publicAssetIds, awaitedAssetIds, generation, #collection, #order, changedAt,
      createdId, card`,
    names: { '#version': 'version', '#collection': 'collection', '#order': 'order' },
    values: {
      ':via': request.via,
      ':request': request.requestId,
      ':now': new Date(ports.now()).toISOString(),
      ':by': request.uid,
      ':one': 1,
    },
  });

/** Takes a work down whose portfolio is no longer public. Leaves it alone when somebody else changed it meanwhile. */
export async function withdrawProject(table: Pick<Table, 'transact'>, project: Item): Promise<void> {
  const stamp = machineStamp('tidy');
  try {
    await table.transact(
      down(project, {
        expression: `SET ${DOWN}, ${stamp.set} REMOVE ${NOT_PUBLIC}`,
        values: stamp.values,
      }),
    );
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
  }
}

const takeDown = (ports: PublicationPorts, request: PublicationRequest, set: Condition): Promise<Item> =>
  untilSettled(async () => {
    const { table } = ports;
    const { tenantId, id } = request;
    const key = tenantKey(tenantId, projectSk(id));
    const project = await draftAt(table, key, 'project', request);
    try {
      await table.transact(down(project, set));
    } catch (error) {
      if (error instanceof ItemTooLarge && project.publishedVersion === undefined) return project;
      if (!(error instanceof TransactionCancelled)) throw error;
      const current = error.items[0];
      if (!current || current.deletedAt) throw notFound('project', id);
      if (current.version === request.expectedVersion) throw new Overtaken();
      throw versionConflict('project', id, request.expectedVersion, current.version);
    }
    return (await table.get(key, { consistent: true })) ?? project;
  });

/** The draft's change, and with it the end of what readers find. */
function down(project: Item, set: Condition): Write[] {
  const { tenantId, id, publishedSlug } = project as Record<string, string>;
  const retired = [
    ...((project.publicAssetIds ?? []) as string[]),
    ...((project.retiredAssetIds ?? []) as string[]),
  ];
  const update: Write = {
    update: tenantKey(tenantId ?? '', projectSk(id ?? '')),
    set: {
      ...set,
      values: {
        ...set.values,
        ':retired': [...new Set(retired)],
        ':publication': publicationOf(project) + 1,
      },
    },
    if: unchanged(project),
  };
  if (project.publishedVersion === undefined) return [update];
  return [
    update,
    { remove: publicKey(tenantId ?? '', publicProjectSk(publishedSlug ?? '')) },
    { remove: publicKey(tenantId ?? '', publicIdSk(id ?? '')) },
  ];
}
