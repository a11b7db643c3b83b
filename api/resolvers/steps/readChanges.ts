import { runtime, type Context } from '@aws-appsync/utils';
import { asking } from '../_lib/enrich.ts';
import { dataSourceFailed } from '../_lib/errors.ts';
import { queryChanged } from '../_lib/requests.ts';

/** Where what a run reads of a subject ends, after the subject's own key. */
const LAST = { PROJECT: '#LOG#~', ASSET: '#DERIVED', INSPIRATION: '' };

/**
 * Whether a run that is at work reads what stands there now: it does where nothing was written since it was asked for.
 * One page is looked at; what is larger counts as changed.
 */
export function request(ctx: Context) {
  const { key, of, working } = asking(ctx);
  if (working === null) {
    runtime.earlyReturn({}, { skipTo: 'NEXT' });
  }
  const since = (working ?? {}).requestedAt as string;
  return queryChanged(key.PK, key.SK, `${key.SK}${LAST[of.subject]}`, since);
}

export function response(ctx: Context) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { items, nextToken } = ctx.result as { items: unknown[]; nextToken?: string | null };
  if (items.length === 0 && !nextToken) {
    ctx.stash.asking = { ...asking(ctx), run: asking(ctx).working };
  }
  return {};
}
