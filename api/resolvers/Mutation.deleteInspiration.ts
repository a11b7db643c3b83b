import type { Context } from '@aws-appsync/utils';
import type { MutationDeleteInspirationArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { inspirationKey } from './_lib/inspiration.ts';
import { written } from './_lib/outcome.ts';
import { tombstoneAtVersion } from './_lib/requests.ts';
import { mutationDeleteInspirationArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

export function request(ctx: Context<MutationDeleteInspirationArgs>) {
  validate(mutationDeleteInspirationArguments, ctx.arguments, '');
  const key = inspirationKey(actor(ctx).tenantId, ctx.arguments.id);
  return tombstoneAtVersion(key, stamp(ctx, ctx.stash.now as string), ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationDeleteInspirationArgs>) {
  const { id, expectedVersion } = ctx.arguments;
  written(ctx, 'inspiration', id, expectedVersion);
  return { id };
}
