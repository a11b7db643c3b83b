import { runtime, type Context } from '@aws-appsync/utils';
import { actor } from '../_lib/actor.ts';
import { pageKey, pageView } from '../_lib/page.ts';
import { found } from '../_lib/outcome.ts';
import { profileKey, profileView } from '../_lib/profile.ts';
import { projectKey, projectView } from '../_lib/project.ts';
import { getItem } from '../_lib/requests.ts';

/** A transaction answers keys only: reads what it wrote, where `stash.read` says that there was one. */
export function request(ctx: Context<{ id?: string }>) {
  if (!ctx.stash.read) {
    runtime.earlyReturn(ctx.prev.result, { skipTo: 'NEXT' });
  }
  const { tenantId } = actor(ctx);
  const id = ctx.arguments.id ?? '';
  if (ctx.info.fieldName === 'updatePage') {
    return getItem(pageKey(tenantId, id), true);
  }
  return getItem(
    ctx.info.fieldName === 'updateProject' ? projectKey(tenantId, id) : profileKey(tenantId),
    true,
  );
}

export function response(ctx: Context<{ id?: string }>) {
  const id = ctx.arguments.id ?? actor(ctx).tenantId;
  if (ctx.info.fieldName === 'updatePage') {
    return pageView(found(ctx, 'page', id));
  }
  return ctx.info.fieldName === 'updateProject'
    ? projectView(found(ctx, 'project', id))
    : profileView(found(ctx, 'profile of the tenant', id));
}
