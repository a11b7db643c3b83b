import { runtime, type Context } from '@aws-appsync/utils';
import { actor } from '../_lib/actor.ts';
import { found } from '../_lib/outcome.ts';
import { projectKey } from '../_lib/project.ts';
import { getItem } from '../_lib/requests.ts';

/** After an empty first page: an empty list, or no such project? Other pages cost no read. */
export function request(ctx: Context<{ projectId: string; cursor?: string | null }>) {
  const page = ctx.prev.result as { items: unknown[] };
  if (page.items.length > 0 || ctx.arguments.cursor) {
    runtime.earlyReturn(page, { skipTo: 'NEXT' });
  }
  ctx.stash.page = page;
  return getItem(projectKey(actor(ctx).tenantId, ctx.arguments.projectId));
}

export function response(ctx: Context<{ projectId: string }>) {
  found(ctx, 'project', ctx.arguments.projectId, 'projectId');
  return ctx.stash.page as unknown;
}
