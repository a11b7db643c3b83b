import { util, type Context } from '@aws-appsync/utils';
import type { MutationCreateAssetArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { assetItem, assetKey } from './_lib/asset.ts';
import { dataSourceFailed, notFound } from './_lib/errors.ts';
import { externalClaim, externalRefTaken } from './_lib/external.ts';
import { projectKey } from './_lib/project.ts';
import { cancellations, refused, transact, transactExists, transactPutNew } from './_lib/requests.ts';
import { mutationCreateAssetArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

/** Declares the asset; `signUpload` then signs the upload. */
export function request(ctx: Context<MutationCreateAssetArgs>) {
  validate(mutationCreateAssetArguments, ctx.arguments, '');
  const { projectId, input } = ctx.arguments;
  const { tenantId } = actor(ctx);
  const table = ctx.env.TABLE_NAME ?? '';
  const id = util.autoUlid();
  const item = assetItem(tenantId, projectId, id, input, stamp(ctx, ctx.stash.now as string));
  ctx.stash.item = item;
  return transact([
    transactExists(table, projectKey(tenantId, projectId)),
    transactPutNew(table, assetKey(tenantId, projectId, id), item),
    ...externalClaim(table, tenantId, 'asset', input.externalRef, id),
  ]);
}

export function response(ctx: Context<MutationCreateAssetArgs>) {
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 0)) {
    notFound('project', ctx.arguments.projectId, 'projectId');
  }
  if (refused(reasons, 2)) {
    externalRefTaken('asset', ctx.arguments.input.externalRef ?? '', reasons[2]?.item);
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  return {};
}
