/** With the mode AUTOMATIC, asks for a run where what models read of an entity is other than the last time. */
import type { EnrichmentSubject } from '../../enrichment.ts';
import type { ChangeEvent } from '../../events.ts';
import { causingRequest } from '../../observability/telemetry.ts';
import { sha256 } from '../../ports/results/question.ts';
import { TransactionCancelled, type Table } from '../../ports/table/port.ts';
import {
  assetSk,
  enrichedSk,
  inspirationSk,
  projectSk,
  tenantKey,
  type Key,
} from '../../resolvers/_lib/keys.ts';
import { projectPieces } from './project-pieces.ts';
import { newRun, readRun } from './run.ts';
import { readChoice } from './settings.ts';

export interface ChangesPorts {
  table: Table;
  now: () => number;
  ulid: () => string;
}

interface Subject {
  subject: EnrichmentSubject;
  entityId: string;
  projectId?: string;
  key: Key;
}

export const createChanges =
  ({ table, now, ulid }: ChangesPorts) =>
  async (event: ChangeEvent): Promise<void> => {
    const found = subjectOf(event);
    if (!found) return;
    const { tenantId } = event;
    if ((await readChoice(table, tenantId)).mode !== 'AUTOMATIC') return;
    const content = await contentOf(table, tenantId, found);
    if (content === null) return;

    const contentHash = sha256(JSON.stringify(content));
    const markKey = tenantKey(tenantId, enrichedSk(found.entityId));
    const mark = await table.get(markKey, { consistent: true });
    if (mark?.contentHash === contentHash) return;
    const waiting =
      mark && (await readRun(table, { tenantId, enrichmentId: mark.enrichmentId as string }))?.state;
    // A run that has not begun will read what stands there now.
    const id = waiting === 'REQUESTED' ? (mark?.enrichmentId as string) : ulid();
    const { key, ...subject } = found;
    const requestedAt = new Date(now()).toISOString();
    try {
      await table.transact([
        { check: key, if: { expression: 'attribute_exists(PK) AND attribute_not_exists(deletedAt)' } },
        {
          put: { ...markKey, contentHash, enrichmentId: id },
          if: {
            expression: 'attribute_not_exists(contentHash) OR contentHash <> :hash',
            values: { ':hash': contentHash },
          },
        },
        ...(waiting === 'REQUESTED'
          ? []
          : [{ put: { ...newRun({ id, tenantId, ...subject, requestedAt }), ...causingRequest() } }]),
      ]);
    } catch (error) {
      // Gone, or asked for by the same event delivered twice.
      if (!(error instanceof TransactionCancelled)) throw error;
    }
  };

function subjectOf({ tenantId, entity, entityId, projectId }: ChangeEvent): Subject | null {
  switch (entity) {
    case 'project':
    case 'log':
      return projectId
        ? {
            subject: 'PROJECT',
            entityId: projectId,
            projectId,
            key: tenantKey(tenantId, projectSk(projectId)),
          }
        : null;
    case 'derived':
      return projectId
        ? { subject: 'ASSET', entityId, projectId, key: tenantKey(tenantId, assetSk(projectId, entityId)) }
        : null;
    case 'inspiration':
      return { subject: 'INSPIRATION', entityId, key: tenantKey(tenantId, inspirationSk(entityId)) };
    default:
      return null;
  }
}

/** What models would read, or null where there is nothing. Accepted proposals are no part of it but for the words. */
async function contentOf(table: Table, tenantId: string, { subject, key }: Subject): Promise<unknown> {
  const item = await table.get(key, { consistent: true });
  if (!item || item.deletedAt) return null;
  if (subject === 'ASSET') return item.sha256 ?? null;
  if (subject === 'INSPIRATION')
    return item.sourceUrl || item.note ? [item.sourceUrl ?? null, item.note ?? null] : null;
  const pieces = await projectPieces(table, tenantId, item);
  return pieces.length > 0 ? [item.title ?? null, pieces] : null;
}
