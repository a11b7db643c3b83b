import type { Context } from '@aws-appsync/utils';
import type { QueryMemberArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { found } from './_lib/outcome.ts';
import { memberKey } from './_lib/profile.ts';
import { getItem } from './_lib/requests.ts';
import { queryMemberArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryMemberArgs>) {
  validate(queryMemberArguments, ctx.arguments, '');
  return getItem(memberKey(actor(ctx).tenantId, ctx.arguments.uid));
}

export function response(ctx: Context<QueryMemberArgs>) {
  return found(ctx, 'member', ctx.arguments.uid);
}
