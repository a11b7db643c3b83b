import type { Context } from '@aws-appsync/utils';

/** A pipeline that answers what its last step answered. */
export function request() {
  return {};
}

export function response(ctx: Context) {
  return ctx.prev.result as unknown;
}
