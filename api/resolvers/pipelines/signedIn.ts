import type { Context } from '@aws-appsync/utils';

/** A pipeline whose first step, `identify`, asks for a signed-in person. Answers what its last step answered. */
export function request(ctx: Context) {
  ctx.stash.need = 'SIGNED_IN';
  return {};
}

export function response(ctx: Context) {
  return ctx.prev.result as unknown;
}
