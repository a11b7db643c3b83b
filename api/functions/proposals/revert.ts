/**
 * Takes back everything that was accepted from one model, a page at a time. What was taken back leaves the collection
 * of accepted proposals, so that a call that is repeated goes on where the one before ended.
 */
import { TransactionCancelled, type Item, type Write } from '../../ports/table/port.ts';
import { tenantKey, type Key } from '../../resolvers/_lib/keys.ts';
import { targetOf } from '../../resolvers/_lib/proposal-target.ts';
import type { LeftProposal, RevertedProposals } from '../../types.gen.ts';
import { Problem } from '../publish/problem.ts';
import { atVersion } from '../publish/request.ts';
import { decided } from './decided.ts';
import { takeBack } from './field-change.ts';
import {
  acceptedCollection,
  stampOf,
  type ProposalItem,
  type ProposalPorts,
  type RevertRequest,
} from './request.ts';
import { edit, keyOf } from './targets.ts';

/** Proposals of one call: well within the time that AppSync waits. */
const MOST = 500;
const ATTEMPTS = 3;

const CHANGED = 'The field has been changed since.';
const BUSY = 'It is being changed at this moment: call again.';

export async function revert(ports: ProposalPorts, request: RevertRequest): Promise<RevertedProposals> {
  const { model, promptVersion, cursor } = request.input;
  const collection = acceptedCollection(request.tenantId, model);
  const { items, last } = await ports.table.page({
    index: 'collectionByCreation',
    condition: {
      expression: '#collection = :of',
      names: { '#collection': 'collection' },
      values: { ':of': collection },
    },
    limit: ports.revertedAtOnce ?? MOST,
    ...(cursor && { startAfter: readCursor(request.tenantId, collection, cursor) }),
  });
  const left: LeftProposal[] = [];
  let reverted = 0;
  for (const { PK, SK, card } of items) {
    const wanted = (card as { promptVersion?: string }).promptVersion;
    if (promptVersion && wanted !== promptVersion) continue;
    const outcome = await revertOne(ports, request, { PK: PK as string, SK: SK as string });
    if (outcome === 'REVERTED') reverted += 1;
    else if (outcome) left.push(outcome);
  }
  return { reverted, left, next: last ? writeCursor(last) : null };
}

/** Null where there is nothing to take back any more. */
async function revertOne(
  ports: ProposalPorts,
  request: RevertRequest,
  key: Key,
): Promise<'REVERTED' | LeftProposal | null> {
  for (let attempt = 1; ; attempt += 1) {
    const proposal = (await ports.table.get(key, { consistent: true })) as ProposalItem | null;
    if (proposal?.state !== 'ACCEPTED') return null;
    const undone = await undo(ports, request, proposal);
    if (undone === null) return leftBecause(proposal, CHANGED);
    const changes = {
      state: 'REVERTED' as const,
      decidedBy: request.uid,
      decidedAt: new Date(ports.now()).toISOString(),
    };
    const gone = ['automatic', 'collection', 'createdId', 'card', 'targetId', 'targetVersion'];
    try {
      await ports.table.transact([...undone, decided(proposal, changes, gone).write]);
      return 'REVERTED';
    } catch (error) {
      if (!(error instanceof TransactionCancelled)) throw error;
      if (attempt === ATTEMPTS) return leftBecause(proposal, BUSY);
    }
  }
}

const leftBecause = (
  { id, projectId, inspirationId, field }: ProposalItem,
  reason: string,
): LeftProposal => ({
  id,
  projectId: projectId ?? null,
  inspirationId: inspirationId ?? null,
  field,
  reason,
});

/** The writes that put back what stood there; none where nothing is to be put back, null where it does not stand. */
async function undo(
  { table, now }: ProposalPorts,
  request: RevertRequest,
  proposal: ProposalItem,
): Promise<Write[] | null> {
  // What was taken over by itself stands in the proposal alone.
  if (proposal.automatic === true) return [];
  const target = targetOf(proposal);
  const id = proposal.targetId ?? target.id ?? '';
  const key = keyOf(target, request.tenantId, proposal.projectId ?? '', id);
  const item = await table.get(key, { consistent: true });
  if (!item || item.deletedAt) return [];
  const stamped = stampOf(request, new Date(now()).toISOString());
  if (target.kind === 'LOG') return item.version === 1 ? [removal(key, item, stamped)] : null;
  const before = takeBack(item, target, proposal);
  return before && [edit(target, key, item, before.value, stamped)];
}

/** Marks an entry as deleted and takes it out of every list, as a person's deletion does; `tidy` removes it. */
const removal = (key: Key, item: Item, stamped: ReturnType<typeof stampOf>): Write => ({
  update: key,
  set: {
    expression: `SET #version = #version + :one, deletedAt = :now, updatedAt = :now, updatedBy = :by,
      updatedVia = :via, requestId = :request REMOVE #collection, #order, changedAt, createdId, card`,
    names: { '#version': 'version', '#collection': 'collection', '#order': 'order' },
    values: {
      ':one': 1,
      ':now': stamped.updatedAt,
      ':by': stamped.updatedBy,
      ':via': stamped.updatedVia,
      ':request': stamped.requestId,
    },
  },
  if: atVersion(item.version as number),
});

const writeCursor = ({ SK, createdId }: Item): string =>
  Buffer.from(JSON.stringify([SK, createdId])).toString('base64url');

/** The key to go on from, always within the tenant and the model that are asked for. */
function readCursor(tenantId: string, collection: string, cursor: string): Item {
  try {
    const [SK, createdId] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof SK === 'string' && typeof createdId === 'string') {
      return { ...tenantKey(tenantId, SK), collection, createdId };
    }
  } catch {
    // No JSON, so no cursor of ours.
  }
  throw new Problem('BadInput', 'input.cursor is not one that this call gave.', {
    field: 'input.cursor',
    received: cursor.slice(0, 80),
    fix: 'Send the `next` of the answer before, unchanged, with the same model; or leave it out.',
  });
}
