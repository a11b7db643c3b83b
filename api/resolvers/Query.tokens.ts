import type { Context } from '@aws-appsync/utils';
import type { QueryTokensArgs, Token } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed } from './_lib/errors.ts';
import { queryPrefix } from './_lib/requests.ts';
import { queryTokensArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryTokensArgs>) {
  validate(queryTokensArguments, ctx.arguments, '');
  const { limit, cursor } = ctx.arguments;
  return queryPrefix(`TENANT#${actor(ctx).uid}`, 'TOKEN#', limit ?? 20, cursor ?? null);
}

export function response(ctx: Context<QueryTokensArgs>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { items, nextToken } = ctx.result as { items: Token[]; nextToken: string | null };
  return { items, next: nextToken ?? null };
}
