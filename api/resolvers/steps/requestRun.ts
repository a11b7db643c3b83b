import type { Context } from '@aws-appsync/utils';
import * as enrich from '../_lib/enrich.ts';

/** Puts down a run, unless one that is there will read the same. The table's stream starts it. */
export function request(ctx: Context) {
  return enrich.requestRun(ctx);
}

export function response(ctx: Context) {
  return enrich.requestedRun(ctx);
}
