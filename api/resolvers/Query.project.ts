import type { Context } from '@aws-appsync/utils';
import type { QueryProjectArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { childrenOf } from './_lib/children.ts';
import { dataSourceFailed, notFound } from './_lib/errors.ts';
import { projectSk } from './_lib/keys.ts';
import { projectKey, projectView } from './_lib/project.ts';
import { getItem, queryBetween } from './_lib/requests.ts';
import { queryProjectArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

const FIRST_PAGE = 200;

/** The project alone is one GetItem; with its log or assets it is one Query of its item collection. */
export function request(ctx: Context<QueryProjectArgs>) {
  validate(queryProjectArguments, ctx.arguments, '');
  const { tenantId } = actor(ctx);
  const sk = projectSk(ctx.arguments.id);
  const selected = ctx.info.selectionSetList;
  const alone = !selected.includes('logs') && !selected.includes('assets');
  return alone
    ? getItem(projectKey(tenantId, ctx.arguments.id))
    : queryBetween(`TENANT#${tenantId}`, sk, `${sk}#LOG#~`, FIRST_PAGE);
}

export function response(ctx: Context<QueryProjectArgs>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const result = (ctx.result ?? {}) as { items?: Array<Record<string, unknown>>; nextToken?: string | null };
  const items = result.items ?? [ctx.result as Record<string, unknown> | null];
  const project = items[0];
  if (!project || project.entity !== 'project' || project.deletedAt) {
    notFound('project', ctx.arguments.id);
  }
  // Children that did not all fit are read in their own order by their own fields.
  const children = result.items && !result.nextToken ? childrenOf(result.items) : {};
  return { ...projectView(project), ...children };
}
