import type { Context } from '@aws-appsync/utils';
import { dataSourceFailed, fail } from './errors.ts';

/** Searching needs models, an index and merging: a function does it. `tenantId` never comes from the arguments. */
export function searchRequest(action: string, args: object, tenantId: string | null) {
  return { operation: 'Invoke' as const, payload: { action, arguments: args, tenantId } };
}

export function searchResponse(ctx: Context): unknown {
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
