import { util, type Context } from '@aws-appsync/utils';
import type { AcceptProposalInput, Proposal, ProposalPage, ProposalState } from '../../types.gen.ts';
import { actor } from './actor.ts';
import { dataSourceFailed, fail, notFound } from './errors.ts';
import { found } from './outcome.ts';
import type { PageArguments } from './paging.ts';
import { proposalKey, proposalView, standing, type ProposalArguments } from './proposal.ts';
import { getItem, queryPrefix, updateInState } from './requests.ts';
import { stamp } from './write.ts';

/** One page of what is proposed for a project or an inspiration. */
export function proposalsRequest(
  ctx: Context,
  of: { projectId?: string; inspirationId?: string },
  page: PageArguments,
) {
  const { PK, SK } = proposalKey(actor(ctx).tenantId, { ...of, id: '' });
  return queryPrefix(PK, SK, page.limit ?? 20, page.cursor ?? null);
}

export function proposalsResponse(ctx: Context, state: ProposalState | null | undefined): ProposalPage {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { items, nextToken } = ctx.result as {
    items: Array<Record<string, unknown>>;
    nextToken: string | null;
  };
  return { items: standing(items, state), next: nextToken ?? null };
}

export function proposalRequest(ctx: Context, of: ProposalArguments) {
  return getItem(proposalKey(actor(ctx).tenantId, of));
}

export function proposalResponse(ctx: Context, id: string): Proposal {
  return proposalView(found(ctx, 'proposal', id));
}

/** Refuses what no person has taken over: what was taken over by itself counts no more. */
export function rejectRequest(ctx: Context, of: ProposalArguments, expectedRevision?: number | null) {
  const { updatedBy, updatedAt } = stamp(ctx, ctx.stash.now as string);
  const decided = { state: 'REJECTED', decidedBy: updatedBy, decidedAt: updatedAt };
  const key = proposalKey(actor(ctx).tenantId, of);
  const { update, condition, ...request } = updateInState(key, decided, ['PROPOSED', 'REVERTED', 'REJECTED']);
  const open = `(${condition.expression} OR (#state = :isACCEPTED AND automatic = :yes))`;
  const asRead = expectedRevision === null || expectedRevision === undefined ? '' : ' AND revision = :read';
  const further = {
    ':isACCEPTED': 'ACCEPTED',
    ':yes': true,
    ...(asRead !== '' && { ':read': expectedRevision }),
  };
  return {
    ...request,
    update: {
      ...update,
      expression: `${update.expression} REMOVE automatic, #collection, createdId, card`,
      expressionNames: { ...update.expressionNames, '#collection': 'collection' },
    },
    condition: {
      ...condition,
      expression: `${open}${asRead}`,
      expressionValues: {
        ...condition.expressionValues,
        ...(util.dynamodb.toMapValues(further) as Record<string, unknown>),
      },
    },
  };
}

export function rejectResponse(ctx: Context, id: string, expectedRevision?: number | null): Proposal {
  const item = (ctx.result ?? null) as Record<string, unknown> | null;
  if (ctx.error) {
    if (ctx.error.type !== 'DynamoDB:ConditionalCheckFailedException') {
      dataSourceFailed(ctx.error, ctx.arguments);
    }
    if (item !== null && (item.state !== 'ACCEPTED' || item.automatic === true)) {
      notAsRead(id, expectedRevision ?? 0, item.revision as number);
    }
    if (item !== null) {
      fail('ProposalDecided', `The proposal ${id} is ${item.state as string}. Nothing was changed.`, {
        field: 'id',
        received: id,
        fix: 'Change the field itself, or take everything of the model back with revertProposals.',
      });
    }
  }
  return proposalView(item ?? notFound('proposal', id));
}

/** A run wrote the proposal anew, or somebody decided, after it was read. */
function notAsRead(id: string, expected: number, current: number): never {
  fail(
    'VersionConflict',
    `The proposal ${id} is at revision ${current}, not ${expected}. Nothing was changed.`,
    {
      field: 'expectedRevision',
      received: expected,
      current,
      fix: 'Read it again, see what it proposes now, and send its revision.',
    },
  );
}

/** Taking over reads what stands there and writes both in one transaction: a function does it. */
export function acceptRequest(ctx: Context, of: ProposalArguments, input: AcceptProposalInput) {
  const { tenantId, uid, via, requestId } = actor(ctx);
  return {
    operation: 'Invoke' as const,
    payload: { action: 'accept', tenantId, uid, via, requestId, ...of, input },
  };
}

/** What the function answered, or the refusal that it asks to raise. */
export function answered(ctx: Context): Record<string, unknown> {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { result, error } = ctx.result as {
    result?: Record<string, unknown>;
    error?: { type: string; message: string; info: Record<string, unknown> };
  };
  if (error) {
    fail(error.type, error.message, error.info);
  }
  return result ?? {};
}
