import { runtime, type Context } from '@aws-appsync/utils';
import type { QuerySearchArgs } from '../../types.gen.ts';
import { request as authoriseRequest, response as authoriseResponse } from './authorise.ts';

/** A search in public asks nobody who they are, unless it looks by a picture of the tenant's own. */
export function request(ctx: Context<QuerySearchArgs>) {
  if (!ctx.arguments.pictureOf) {
    runtime.earlyReturn({}, { skipTo: 'NEXT' });
  }
  ctx.stash.need = 'VIEWER';
  return authoriseRequest(ctx);
}

export function response(ctx: Context<QuerySearchArgs>) {
  return authoriseResponse(ctx);
}
