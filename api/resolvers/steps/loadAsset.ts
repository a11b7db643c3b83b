import type { Context } from '@aws-appsync/utils';
import { actor } from '../_lib/actor.ts';
import { assetKey } from '../_lib/asset.ts';
import { found } from '../_lib/outcome.ts';
import { getItem } from '../_lib/requests.ts';
import { mutationCompleteUploadArguments } from '../_lib/rules.gen.ts';
import { validate } from '../_lib/validate.ts';

/** The asset must be there; whether its bytes were reported before is left in the stash. */
export function request(ctx: Context<{ projectId: string; id: string }>) {
  validate(mutationCompleteUploadArguments, ctx.arguments, '');
  return getItem(assetKey(actor(ctx).tenantId, ctx.arguments.projectId, ctx.arguments.id), true);
}

export function response(ctx: Context<{ projectId: string; id: string }>) {
  const item = found(ctx, 'asset', ctx.arguments.id);
  ctx.stash.uploadedBefore = item.uploadedAt !== undefined;
  return {};
}
