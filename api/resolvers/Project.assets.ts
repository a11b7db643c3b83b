import { runtime, type Context } from '@aws-appsync/utils';
import type { ProjectAssetsArgs } from '../types.gen.ts';
import type { Children } from './_lib/children.ts';
import { collectionList } from './_lib/collection.ts';
import { projectCollection } from './_lib/keys.ts';
import { listRequest, listResponse } from './_lib/paging.ts';
import { projectAssetsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

type Source = { id: string; tenantId: string } & Partial<Children>;

/** The first page comes along with the project where all assets did; other pages are read and joined. */
export function request(ctx: Context<ProjectAssetsArgs, Record<string, unknown>, undefined, Source>) {
  validate(projectAssetsArguments, ctx.arguments, '');
  const { limit, cursor } = ctx.arguments;
  const here = ctx.source?.prefetchedAssets;
  if (here && !cursor && here.length <= (limit ?? 20)) {
    runtime.earlyReturn({ items: here, next: null }, { skipTo: 'END' });
  }
  const partition = projectCollection(ctx.source?.tenantId ?? '', ctx.source?.id ?? '', 'ASSET');
  return listRequest(collectionList(partition, 'POSITION'), ctx.arguments);
}

export function response(ctx: Context) {
  return listResponse<Record<string, unknown>>(ctx);
}
