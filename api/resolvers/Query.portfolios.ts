import type { Context } from '@aws-appsync/utils';
import type { QueryPortfoliosArgs } from '../types.gen.ts';
import { publicListRequest, publicListResponse } from './_lib/public-list.ts';
import { queryPortfoliosArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryPortfoliosArgs>) {
  validate(queryPortfoliosArguments, ctx.arguments, '');
  return publicListRequest('portfolios', ctx.arguments);
}

export function response(ctx: Context<QueryPortfoliosArgs>) {
  return publicListResponse(ctx);
}
