/** What was said or written in a file becomes an entry of the log: a draft that is published only if people say so. */
import type { Write } from '../../ports/table/port.ts';
import { assetSk, projectSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { logItem, logKey } from '../../resolvers/_lib/log-entry.ts';
import { notFound } from '../publish/problem.ts';
import { requireFits } from './limits.ts';
import { stampOf, type AcceptRequest, type ProposalItem, type ProposalPorts } from './request.ts';

const PRESENT = { expression: 'attribute_exists(PK) AND attribute_not_exists(deletedAt)' };

/** The writes of a new entry beside its asset, at the time at which the asset came. */
export async function newEntry(
  { table, ulid }: ProposalPorts,
  request: AcceptRequest,
  proposal: ProposalItem,
  values: string[],
  at: string,
): Promise<{ writes: Write[]; changes: Record<string, unknown> }> {
  const { tenantId } = request;
  const { projectId = '', entity, entityId } = proposal;
  const assetKey = tenantKey(tenantId, assetSk(projectId, entityId));
  const asset = entity === 'ASSET' ? await table.get(assetKey, { consistent: true }) : null;
  if (entity === 'ASSET' && (!asset || asset.deletedAt)) throw notFound('asset', entityId);
  const body = values.join('\n\n');
  requireFits({ entity: 'LOG', id: null, field: 'body', kind: 'LOG' }, { value: body });
  const id = ulid();
  const input = {
    title: asset?.fileName as string | undefined,
    body,
    occurredAt: (asset?.createdAt as string | undefined) ?? at,
    ...(asset && { assetIds: [entityId] }),
    audience: 'PRIVATE' as const,
  };
  return {
    writes: [
      { check: tenantKey(tenantId, projectSk(projectId)), if: PRESENT },
      {
        put: {
          ...logKey(tenantId, projectId, id),
          ...logItem(tenantId, projectId, id, input, stampOf(request, at)),
        },
      },
    ],
    changes: { previousValues: null, targetId: id, targetVersion: 1 },
  };
}
