import type { Context } from '@aws-appsync/utils';
import type { MutationUpdateLogEntryArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { LOG_CARD, logKey, logOrder, logView } from './_lib/log-entry.ts';
import { written } from './_lib/outcome.ts';
import { updateAtVersion } from './_lib/requests.ts';
import { mutationUpdateLogEntryArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import type { Attributes } from './_lib/expression.ts';
import { stamp } from './_lib/write.ts';

export function request(ctx: Context<MutationUpdateLogEntryArgs>) {
  validate(mutationUpdateLogEntryArguments, ctx.arguments, '');
  const { projectId, id, input, expectedVersion } = ctx.arguments;
  let changes: Attributes = { ...input, ...stamp(ctx, ctx.stash.now as string) };
  if (input.occurredAt) {
    changes = { ...changes, ...logOrder(id, input.occurredAt) };
  }
  return updateAtVersion(logKey(actor(ctx).tenantId, projectId, id), changes, LOG_CARD, expectedVersion);
}

export function response(ctx: Context<MutationUpdateLogEntryArgs>) {
  const { id, expectedVersion } = ctx.arguments;
  return logView(written(ctx, 'log entry', id, expectedVersion));
}
