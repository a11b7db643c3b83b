import type { Context } from '@aws-appsync/utils';
import type { QuerySuggestArgs } from '../types.gen.ts';
import { querySuggestArguments } from './_lib/rules.gen.ts';
import { searchRequest, searchResponse } from './_lib/search.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QuerySuggestArgs>) {
  validate(querySuggestArguments, ctx.arguments, '');
  return searchRequest('suggest', ctx.arguments, null);
}

export function response(ctx: Context<QuerySuggestArgs>) {
  return searchResponse(ctx);
}
