import type { Context } from '@aws-appsync/utils';
import type { MutationCompleteUploadArgs } from '../../types.gen.ts';
import { actor } from '../_lib/actor.ts';
import { dataSourceFailed, fail } from '../_lib/errors.ts';

/** The bytes must have arrived before processing starts. */
export function request(ctx: Context<MutationCompleteUploadArgs>) {
  const { tenantId } = actor(ctx);
  return { operation: 'Invoke' as const, payload: { action: 'uploaded', tenantId, id: ctx.arguments.id } };
}

export function response(ctx: Context<MutationCompleteUploadArgs>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  ctx.stash.arrived = ctx.result === true;
  if (!ctx.stash.arrived && ctx.stash.uploadedBefore !== true) {
    fail('NotReady', `The bytes of the asset ${ctx.arguments.id} have not arrived.`, {
      field: 'id',
      received: ctx.arguments.id,
      fix: 'Send them with the signed PUT that createAsset gave, then call this again.',
    });
  }
  return {};
}
