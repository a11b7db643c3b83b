import type { Context } from '@aws-appsync/utils';
import type { MutationUpdateInspirationArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { INSPIRATION_CARD, inspirationKey, inspirationView } from './_lib/inspiration.ts';
import { written } from './_lib/outcome.ts';
import { updateAtVersion } from './_lib/requests.ts';
import { mutationUpdateInspirationArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

export function request(ctx: Context<MutationUpdateInspirationArgs>) {
  validate(mutationUpdateInspirationArguments, ctx.arguments, '');
  const { id, input, expectedVersion } = ctx.arguments;
  const now = ctx.stash.now as string;
  const changes = { ...input, ...stamp(ctx, now), changedAt: `${now}#${id}` };
  return updateAtVersion(inspirationKey(actor(ctx).tenantId, id), changes, INSPIRATION_CARD, expectedVersion);
}

export function response(ctx: Context<MutationUpdateInspirationArgs>) {
  const { id, expectedVersion } = ctx.arguments;
  return inspirationView(written(ctx, 'inspiration', id, expectedVersion));
}
