import { runtime, type Context } from '@aws-appsync/utils';
import { actor } from '../_lib/actor.ts';
import { asking } from '../_lib/enrich.ts';
import { runKey, runView } from '../_lib/enrichment.ts';
import { dataSourceFailed, fail } from '../_lib/errors.ts';
import { getItem } from '../_lib/requests.ts';

/** The newest run of a subject: handed back where it waits still, or where a faster call made it. */
export function request(ctx: Context) {
  const { late, marked } = asking(ctx);
  if (marked === null) {
    if (late) {
      fail('Unavailable', 'Another call asks for a run of the same just now. Nothing was changed.', {
        fix: 'Try again in a moment: you are handed that run.',
      });
    }
    runtime.earlyReturn({}, { skipTo: 'NEXT' });
  }
  return getItem(runKey(actor(ctx).tenantId, marked ?? ''), true);
}

export function response(ctx: Context) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { late } = asking(ctx);
  const run = (ctx.result ?? null) as Record<string, unknown> | null;
  if (run === null) {
    return {};
  }
  const handBack = late || run.state === 'REQUESTED';
  ctx.stash.asking = {
    ...asking(ctx),
    run: handBack ? run : null,
    working: run.state === 'RUNNING' ? run : null,
  };
  return runView(run);
}
