import type { Context } from '@aws-appsync/utils';

/** A pipeline whose first step, `identify`, asks for anybody with a credential that may read. Answers what its last step answered. */
export function request(ctx: Context) {
  ctx.stash.need = 'PERSON';
  return {};
}

export function response(ctx: Context) {
  return ctx.prev.result as unknown;
}
