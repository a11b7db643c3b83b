import type { Context } from '@aws-appsync/utils';
import type { Upload } from '../../types.gen.ts';
import { assetView } from '../_lib/asset.ts';
import { dataSourceFailed } from '../_lib/errors.ts';
import { pick } from '../_lib/expression.ts';

/** Signs the upload of a declared asset. */
export function request(ctx: Context) {
  const item = ctx.stash.item as Record<string, unknown>;
  const declared = pick(item, ['tenantId', 'id', 'contentType', 'size', 'sha256']);
  return { operation: 'Invoke' as const, payload: { action: 'signUpload', ...declared } };
}

export function response(ctx: Context) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  return { asset: assetView(ctx.stash.item as Record<string, unknown>, null), upload: ctx.result as Upload };
}
