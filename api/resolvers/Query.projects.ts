import type { Context } from '@aws-appsync/utils';
import type { ProjectCard, QueryProjectsArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { collectionList } from './_lib/collection.ts';
import { tenantCollection } from './_lib/keys.ts';
import { listRequest, listResponse } from './_lib/paging.ts';
import { projectCardView } from './_lib/project.ts';
import { queryProjectsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryProjectsArgs>) {
  validate(queryProjectsArguments, ctx.arguments, '');
  const partition = tenantCollection(actor(ctx).tenantId, 'PROJECT');
  return listRequest(collectionList(partition, ctx.arguments.order ?? 'CHANGED_DESC'), ctx.arguments);
}

export function response(ctx: Context<QueryProjectsArgs>) {
  const page = listResponse<ProjectCard>(ctx);
  return { ...page, items: page.items.map((card) => projectCardView(card)) };
}
