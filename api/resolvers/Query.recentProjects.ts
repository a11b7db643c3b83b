import type { Context } from '@aws-appsync/utils';
import type { QueryRecentProjectsArgs } from '../types.gen.ts';
import { publicListRequest, publicListResponse } from './_lib/public-list.ts';
import { queryRecentProjectsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryRecentProjectsArgs>) {
  validate(queryRecentProjectsArguments, ctx.arguments, '');
  return publicListRequest('recentProjects', ctx.arguments);
}

export function response(ctx: Context<QueryRecentProjectsArgs>) {
  return publicListResponse(ctx);
}
