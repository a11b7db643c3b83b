import type { Context } from '@aws-appsync/utils';
import type { MutationUpdateAssetArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { ASSET_CARD, assetKey, assetOrder } from './_lib/asset.ts';
import { written } from './_lib/outcome.ts';
import { updateAtVersion } from './_lib/requests.ts';
import { mutationUpdateAssetArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import type { Attributes } from './_lib/expression.ts';
import { stamp } from './_lib/write.ts';

export function request(ctx: Context<MutationUpdateAssetArgs>) {
  validate(mutationUpdateAssetArguments, ctx.arguments, '');
  const { projectId, id, input, expectedVersion } = ctx.arguments;
  let changes: Attributes = { ...input, ...stamp(ctx, ctx.stash.now as string) };
  if (input.position !== undefined) {
    const position = input.position ?? id;
    changes = { ...changes, position, ...assetOrder(id, position) };
  }
  return updateAtVersion(assetKey(actor(ctx).tenantId, projectId, id), changes, ASSET_CARD, expectedVersion);
}

export function response(ctx: Context<MutationUpdateAssetArgs>) {
  const { id, expectedVersion } = ctx.arguments;
  return { items: [written(ctx, 'asset', id, expectedVersion)], next: null };
}
