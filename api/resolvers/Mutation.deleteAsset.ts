import type { Context } from '@aws-appsync/utils';
import type { MutationDeleteAssetArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { assetKey } from './_lib/asset.ts';
import { written } from './_lib/outcome.ts';
import { tombstoneAtVersion } from './_lib/requests.ts';
import { mutationDeleteAssetArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

export function request(ctx: Context<MutationDeleteAssetArgs>) {
  validate(mutationDeleteAssetArguments, ctx.arguments, '');
  const key = assetKey(actor(ctx).tenantId, ctx.arguments.projectId, ctx.arguments.id);
  return tombstoneAtVersion(key, stamp(ctx, ctx.stash.now as string), ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationDeleteAssetArgs>) {
  const { id, expectedVersion } = ctx.arguments;
  written(ctx, 'asset', id, expectedVersion);
  return { id };
}
