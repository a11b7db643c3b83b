import type { Context } from '@aws-appsync/utils';
import type { QuerySearchArgs } from '../types.gen.ts';
import { querySearchArguments } from './_lib/rules.gen.ts';
import { searchRequest, searchResponse } from './_lib/search.ts';
import type { Actor } from './_lib/actor.ts';
import { validate } from './_lib/validate.ts';

/** What is public. The tenant, where there is one, is that of the picture to look for others like. */
export function request(ctx: Context<QuerySearchArgs>) {
  validate(querySearchArguments, ctx.arguments, '');
  const who = ctx.stash.actor as Actor | undefined;
  return searchRequest('search', ctx.arguments, who?.tenantId ?? null);
}

export function response(ctx: Context<QuerySearchArgs>) {
  return searchResponse(ctx);
}
