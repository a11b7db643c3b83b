import type { Context } from '@aws-appsync/utils';
import type { MutationCancelEnrichmentArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { runKey, runView } from './_lib/enrichment.ts';
import { dataSourceFailed, fail, notFound } from './_lib/errors.ts';
import { updateInState } from './_lib/requests.ts';
import { mutationCancelEnrichmentArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

/** Safe to repeat: a run that was stopped stays so, and answers as it is. */
export function request(ctx: Context<MutationCancelEnrichmentArgs>) {
  validate(mutationCancelEnrichmentArguments, ctx.arguments, '');
  const now = ctx.stash.now as string;
  const changes = { state: 'CANCELLED', endedAt: now, ...stamp(ctx, now) };
  const key = runKey(actor(ctx).tenantId, ctx.arguments.id);
  return updateInState(key, changes, ['REQUESTED', 'RUNNING']);
}

export function response(ctx: Context<MutationCancelEnrichmentArgs>) {
  const { id } = ctx.arguments;
  const item = (ctx.result ?? null) as Record<string, unknown> | null;
  if (ctx.error) {
    if (ctx.error.type !== 'DynamoDB:ConditionalCheckFailedException') {
      dataSourceFailed(ctx.error, ctx.arguments);
    }
    if (item !== null && item.state !== 'CANCELLED') {
      fail('EnrichmentOver', `The run ${id} is ${item.state as string} already. Nothing was changed.`, {
        field: 'id',
        received: id,
        fix: 'Read its proposals, or ask for another run.',
      });
    }
  }
  return runView(item ?? notFound('run', id));
}
