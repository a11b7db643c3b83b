/**
 * A person takes a proposal over: a person's edit of the field and the proposal's new state in one transaction. The
 * receipt stays, with what stood there before.
 */
import { TransactionCancelled, type Item, type Write } from '../../ports/table/port.ts';
import { inspirationProposalSk, projectProposalSk, tenantKey } from '../../resolvers/_lib/keys.ts';
import { targetOf, type Target } from '../../resolvers/_lib/proposal-target.ts';
import { Problem, notFound } from '../publish/problem.ts';
import { decided } from './decided.ts';
import { take, takeBack } from './field-change.ts';
import { requireFits } from './limits.ts';
import { newEntry } from './new-entry.ts';
import {
  acceptedAttributes,
  stampOf,
  type AcceptRequest,
  type ProposalItem,
  type ProposalPorts,
} from './request.ts';
import { NAMES, edit, keyOf } from './targets.ts';

/** @throws Problem `NotFound`, `ProposalDecided`, `VersionConflict`, `BadInput` */
export async function accept(ports: ProposalPorts, request: AcceptRequest): Promise<Item> {
  const { tenantId, projectId, inspirationId, id, input } = request;
  const sk =
    inspirationId === undefined
      ? projectProposalSk(projectId ?? '', id)
      : inspirationProposalSk(inspirationId, id);
  const found = await ports.table.get(tenantKey(tenantId, sk), { consistent: true });
  if (!found) throw notFound('proposal', id);
  const proposal = found as unknown as ProposalItem;
  if (proposal.state === 'ACCEPTED' && proposal.automatic !== true) throw isDecided(proposal);
  const { expectedRevision } = input;
  if (expectedRevision && proposal.revision !== expectedRevision) {
    throw notAsRead(proposal, expectedRevision, proposal.revision);
  }
  if (input.values?.length === 0) throw noValues();
  const at = new Date(ports.now()).toISOString();
  const target = targetOf(proposal);
  const editedValues = input.values ? [...new Set(input.values)] : undefined;
  const values = editedValues ?? proposal.values;
  const { writes, changes } =
    target.kind === 'LOG'
      ? await newEntry(ports, request, proposal, values, at)
      : await change(ports, request, proposal, target, values, at);
  const { item, write } = decided(
    proposal,
    {
      state: 'ACCEPTED',
      decidedBy: request.uid,
      decidedAt: at,
      editedValues,
      ...changes,
      ...acceptedAttributes(proposal),
    },
    ['automatic', 'editedValues', 'previousValues', 'addedValues'],
  );
  try {
    await ports.table.transact([...writes, write]);
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    throw overtaken(error, target, proposal, input.expectedVersion ?? 0);
  }
  return item as unknown as Item;
}

type Written = { writes: Write[]; changes: Record<string, unknown> };

async function change(
  { table }: ProposalPorts,
  request: AcceptRequest,
  proposal: ProposalItem,
  target: Target,
  values: string[],
  at: string,
): Promise<Written> {
  const { tenantId, input } = request;
  const key = keyOf(target, tenantId, proposal.projectId ?? '', target.id ?? '');
  const item = await table.get(key, { consistent: true });
  if (!item || item.deletedAt) throw notFound(NAMES[target.entity], target.id ?? '');
  const expected = input.expectedVersion;
  if (expected === null || expected === undefined) throw versionMissing(target, expected, item.version);
  if (item.version !== expected) throw conflict(target, expected, item.version);
  if (target.kind === 'TEXT' && input.values && values.length > 1) throw oneValue(target, values);
  // What was taken over once is taken back first, so that a list does not keep values that were edited away.
  const before = proposal.state === 'ACCEPTED' ? takeBack(item, target, proposal) : null;
  const base = before ? { ...item, [target.field]: before.value } : item;
  const { value, ...kept } = take(base, target, proposal, values);
  requireFits(target, { value }, input.values ?? []);
  return {
    writes: [edit(target, key, item, value, stampOf(request, at))],
    changes: { ...kept, targetVersion: expected + 1 },
  };
}

const isDecided = ({ id, state }: ProposalItem): Problem =>
  new Problem('ProposalDecided', `The proposal ${id} is ${state} already. Nothing was changed.`, {
    field: 'id',
    received: id,
    fix: 'Change the field itself, or take everything of the model back with revertProposals.',
  });

const noValues = (): Problem =>
  new Problem('BadInput', 'input.values must hold at least one value. Received: [].', {
    field: 'input.values',
    received: '[]',
    fix: 'Leave it out to take the proposed values, or reject the proposal.',
  });

const oneValue = ({ field }: Target, values: string[]): Problem =>
  new Problem('BadInput', `input.values must hold one value for ${field}. Received: ${values.length}.`, {
    field: 'input.values',
    received: `${values.length} values`,
    fix: 'Send one value.',
  });

function versionMissing({ entity, id }: Target, given: null | undefined, current: unknown): Problem {
  const received = given === null ? 'null' : 'nothing';
  return new Problem(
    'BadInput',
    `input.expectedVersion must be the version of the ${NAMES[entity]} ${id ?? ''}. Received: ${received}.`,
    { field: 'input.expectedVersion', received, current, fix: 'Read it and send its version.' },
  );
}

const conflict = ({ entity, id }: Target, expected: number, current: unknown): Problem =>
  new Problem(
    'VersionConflict',
    `The ${NAMES[entity]} ${id ?? ''} is at version ${String(current)}, not ${expected}. Nothing was changed.`,
    {
      field: 'input.expectedVersion',
      received: expected,
      current,
      fix: 'Read it again, see whether the proposal still fits, and send its version.',
    },
  );

const notAsRead = ({ id }: ProposalItem, expected: number, current: number): Problem =>
  new Problem(
    'VersionConflict',
    `The proposal ${id} is at revision ${current}, not ${expected}. Nothing was changed.`,
    {
      field: 'input.expectedRevision',
      received: expected,
      current,
      fix: 'Read it again, see what it proposes now, and send its revision.',
    },
  );

/** Somebody was faster: with the target, or with the proposal. */
function overtaken(
  { failed, items }: TransactionCancelled,
  target: Target,
  proposal: ProposalItem,
  expected: number,
): Problem {
  if (failed.at(-1)) {
    const now = items.at(-1) as ProposalItem | null | undefined;
    if (!now) return notFound('proposal', proposal.id);
    const taken = now.state === 'ACCEPTED' && now.automatic !== true;
    return taken ? isDecided(now) : notAsRead(proposal, proposal.revision, now.revision);
  }
  const [item] = items;
  if (!item || item.deletedAt || target.kind === 'LOG') {
    return notFound(NAMES[target.kind === 'LOG' ? proposal.entity : target.entity], proposal.entityId);
  }
  return conflict(target, expected, item.version);
}
