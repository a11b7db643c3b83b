import type { Context } from '@aws-appsync/utils';
import { actor } from '../_lib/actor.ts';
import { tenantKey, tokenSk } from '../_lib/keys.ts';
import { found } from '../_lib/outcome.ts';
import { getItem } from '../_lib/requests.ts';
import { mutationDeleteTokenArguments } from '../_lib/rules.gen.ts';
import { validate } from '../_lib/validate.ts';

/** The token of the person who asks: its hash is the key of its other item. */
export function request(ctx: Context<{ id: string }>) {
  validate(mutationDeleteTokenArguments, ctx.arguments, '');
  return getItem(tenantKey(actor(ctx).uid, tokenSk(ctx.arguments.id)), true);
}

export function response(ctx: Context<{ id: string }>) {
  ctx.stash.sha256 = found(ctx, 'token', ctx.arguments.id).sha256;
  return {};
}
