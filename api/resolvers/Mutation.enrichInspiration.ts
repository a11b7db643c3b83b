import type { Context } from '@aws-appsync/utils';
import type { MutationEnrichInspirationArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { askForRun, noteMark } from './_lib/enrich.ts';
import { inspirationKey } from './_lib/inspiration.ts';
import { mutationEnrichInspirationArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationEnrichInspirationArgs>) {
  validate(mutationEnrichInspirationArguments, ctx.arguments, '');
  const { id } = ctx.arguments;
  const { tenantId } = actor(ctx);
  return askForRun(ctx, inspirationKey(tenantId, id), { subject: 'INSPIRATION', entityId: id });
}

export function response(ctx: Context<MutationEnrichInspirationArgs>) {
  return noteMark(ctx);
}
