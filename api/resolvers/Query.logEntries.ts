import type { Context } from '@aws-appsync/utils';
import type { QueryLogEntriesArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { logsRequest, logsResponse } from './_lib/logs.ts';
import { queryLogEntriesArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryLogEntriesArgs>) {
  validate(queryLogEntriesArguments, ctx.arguments, '');
  return logsRequest(actor(ctx).tenantId, ctx.arguments.projectId, ctx.arguments);
}

export function response(ctx: Context<QueryLogEntriesArgs>) {
  return logsResponse(ctx);
}
