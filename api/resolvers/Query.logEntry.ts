import type { Context } from '@aws-appsync/utils';
import type { QueryLogEntryArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { logKey, logView } from './_lib/log-entry.ts';
import { found } from './_lib/outcome.ts';
import { getItem } from './_lib/requests.ts';
import { queryLogEntryArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryLogEntryArgs>) {
  validate(queryLogEntryArguments, ctx.arguments, '');
  return getItem(logKey(actor(ctx).tenantId, ctx.arguments.projectId, ctx.arguments.id));
}

export function response(ctx: Context<QueryLogEntryArgs>) {
  return logView(found(ctx, 'log entry', ctx.arguments.id));
}
