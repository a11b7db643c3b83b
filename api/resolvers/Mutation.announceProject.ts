import type { Context } from '@aws-appsync/utils';
import type { MutationAnnounceProjectArgs } from '../types.gen.ts';

/** Passes the change on: subscribers receive what this answers. */
export function request(ctx: Context<MutationAnnounceProjectArgs>) {
  return { payload: ctx.arguments.input };
}

export function response(ctx: Context<MutationAnnounceProjectArgs>) {
  return ctx.result as unknown;
}
