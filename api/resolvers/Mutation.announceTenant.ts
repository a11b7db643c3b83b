import type { Context } from '@aws-appsync/utils';
import type { MutationAnnounceTenantArgs } from '../types.gen.ts';

/** Passes the change on: subscribers receive what this answers. */
export function request(ctx: Context<MutationAnnounceTenantArgs>) {
  return { payload: ctx.arguments.input };
}

export function response(ctx: Context<MutationAnnounceTenantArgs>) {
  return ctx.result as unknown;
}
