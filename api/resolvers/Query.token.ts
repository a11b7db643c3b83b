import type { Context } from '@aws-appsync/utils';
import type { QueryTokenArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { tenantKey, tokenSk } from './_lib/keys.ts';
import { found } from './_lib/outcome.ts';
import { getItem } from './_lib/requests.ts';
import { queryTokenArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryTokenArgs>) {
  validate(queryTokenArguments, ctx.arguments, '');
  return getItem(tenantKey(actor(ctx).uid, tokenSk(ctx.arguments.id)));
}

export function response(ctx: Context<QueryTokenArgs>) {
  return found(ctx, 'token', ctx.arguments.id);
}
