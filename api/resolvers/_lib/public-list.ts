import type { Context } from '@aws-appsync/utils';
import { dataSourceFailed, fail } from './errors.ts';
import type { PageArguments } from './paging.ts';

/** A list that is spread over shards: a function reads them side by side and merges them. */
export function publicListRequest(list: string, page: PageArguments) {
  return {
    operation: 'Invoke' as const,
    payload: { list, limit: page.limit ?? 20, cursor: page.cursor ?? null },
  };
}

export function publicListResponse(ctx: Context): unknown {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { error } = ctx.result as {
    error?: { type: string; message: string; info: Record<string, unknown> };
  };
  if (error) {
    fail(error.type, error.message, error.info);
  }
  return ctx.result as unknown;
}
