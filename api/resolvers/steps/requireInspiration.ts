import { runtime, type Context } from '@aws-appsync/utils';
import { actor } from '../_lib/actor.ts';
import { inspirationKey } from '../_lib/inspiration.ts';
import { found } from '../_lib/outcome.ts';
import { getItem } from '../_lib/requests.ts';

/** After an empty first page: an empty list, or no such inspiration? Other pages cost no read. */
export function request(ctx: Context<{ inspirationId: string; cursor?: string | null }>) {
  const page = ctx.prev.result as { items: unknown[] };
  if (page.items.length > 0 || ctx.arguments.cursor) {
    runtime.earlyReturn(page, { skipTo: 'NEXT' });
  }
  ctx.stash.page = page;
  return getItem(inspirationKey(actor(ctx).tenantId, ctx.arguments.inspirationId));
}

export function response(ctx: Context<{ inspirationId: string }>) {
  found(ctx, 'inspiration', ctx.arguments.inspirationId, 'inspirationId');
  return ctx.stash.page as unknown;
}
