import type { Context } from '@aws-appsync/utils';
import type { QueryInspirationArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { found } from './_lib/outcome.ts';
import { inspirationKey, inspirationView } from './_lib/inspiration.ts';
import { getItem } from './_lib/requests.ts';
import { queryInspirationArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryInspirationArgs>) {
  validate(queryInspirationArguments, ctx.arguments, '');
  return getItem(inspirationKey(actor(ctx).tenantId, ctx.arguments.id));
}

export function response(ctx: Context<QueryInspirationArgs>) {
  return inspirationView(found(ctx, 'inspiration', ctx.arguments.id));
}
