import type { Context } from '@aws-appsync/utils';
import type { Member, QueryMembersArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed } from './_lib/errors.ts';
import { queryPrefix } from './_lib/requests.ts';
import { queryMembersArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryMembersArgs>) {
  validate(queryMembersArguments, ctx.arguments, '');
  const { limit, cursor } = ctx.arguments;
  return queryPrefix(`TENANT#${actor(ctx).tenantId}`, 'MEMBER#', limit ?? 20, cursor ?? null);
}

export function response(ctx: Context<QueryMembersArgs>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { items, nextToken } = ctx.result as { items: Member[]; nextToken: string | null };
  return { items, next: nextToken ?? null };
}
