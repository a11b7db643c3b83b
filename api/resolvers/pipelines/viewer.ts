import type { Context } from '@aws-appsync/utils';

/** A pipeline whose first step, `authorise`, asks for the role VIEWER. Answers what its last step answered. */
export function request(ctx: Context) {
  ctx.stash.need = 'VIEWER';
  return {};
}

export function response(ctx: Context) {
  return ctx.prev.result as unknown;
}
