import type { Context } from '@aws-appsync/utils';
import type { MutationDeleteLogEntryArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { logKey } from './_lib/log-entry.ts';
import { written } from './_lib/outcome.ts';
import { tombstoneAtVersion } from './_lib/requests.ts';
import { mutationDeleteLogEntryArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

export function request(ctx: Context<MutationDeleteLogEntryArgs>) {
  validate(mutationDeleteLogEntryArguments, ctx.arguments, '');
  const key = logKey(actor(ctx).tenantId, ctx.arguments.projectId, ctx.arguments.id);
  return tombstoneAtVersion(key, stamp(ctx, ctx.stash.now as string), ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationDeleteLogEntryArgs>) {
  const { id, expectedVersion } = ctx.arguments;
  written(ctx, 'log entry', id, expectedVersion);
  return { id };
}
