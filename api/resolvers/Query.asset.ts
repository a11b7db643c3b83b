import type { Context } from '@aws-appsync/utils';
import type { QueryAssetArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { assetView, type Derived } from './_lib/asset.ts';
import { dataSourceFailed, notFound } from './_lib/errors.ts';
import { assetSk, derivedSk } from './_lib/keys.ts';
import { queryBetween } from './_lib/requests.ts';
import { queryAssetArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

/** The asset and what machines made of it stand side by side: one Query. */
export function request(ctx: Context<QueryAssetArgs>) {
  validate(queryAssetArguments, ctx.arguments, '');
  const { projectId, id } = ctx.arguments;
  return queryBetween(`TENANT#${actor(ctx).tenantId}`, assetSk(projectId, id), derivedSk(projectId, id), 2);
}

export function response(ctx: Context<QueryAssetArgs>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { items } = ctx.result as { items: Array<Record<string, unknown>> };
  const asset = items.find((item) => item.entity === 'asset');
  const derived = items.find((item) => item.entity === 'derived');
  if (!asset || asset.deletedAt) {
    notFound('asset', ctx.arguments.id);
  }
  return assetView(asset, derived ? (derived as unknown as Derived) : null);
}
