import type { Context } from '@aws-appsync/utils';

/** A pipeline whose first step, `identify`, asks for an operator of the platform. Answers what its last step answered. */
export function request(ctx: Context) {
  ctx.stash.need = 'OPERATOR';
  return {};
}

export function response(ctx: Context) {
  return ctx.prev.result as unknown;
}
