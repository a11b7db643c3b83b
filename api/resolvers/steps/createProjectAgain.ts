import { runtime, type Context } from '@aws-appsync/utils';
import type { MutationCreateProjectArgs } from '../../types.gen.ts';
import { createProjectRequest, createProjectResponse } from '../_lib/create-project.ts';
import { ownSlug } from '../_lib/text.ts';

/** Second try, when another project holds the slug: the same with the id's last six characters. */
export function request(ctx: Context<MutationCreateProjectArgs>) {
  const slug = ctx.stash.takenSlug as string | undefined;
  if (slug === undefined) {
    runtime.earlyReturn(ctx.prev.result, { skipTo: 'NEXT' });
  }
  const id = ctx.stash.id as string;
  return createProjectRequest(ctx, id, ownSlug(slug, id));
}

export function response(ctx: Context<MutationCreateProjectArgs>) {
  return createProjectResponse(ctx);
}
