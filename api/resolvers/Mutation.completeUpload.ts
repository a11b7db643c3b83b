import { util, type Context } from '@aws-appsync/utils';
import type { MutationCompleteUploadArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { assetKey } from './_lib/asset.ts';
import { dataSourceFailed, notFound } from './_lib/errors.ts';

/** Notes that the bytes are there: the change on the stream starts processing. Not an edit: `version` stays. */
export function request(ctx: Context<MutationCompleteUploadArgs>) {
  const { projectId, id } = ctx.arguments;
  return {
    operation: 'UpdateItem' as const,
    key: util.dynamodb.toMapValues({ ...assetKey(actor(ctx).tenantId, projectId, id) }),
    update: {
      expression:
        'SET uploadedAt = if_not_exists(uploadedAt, :now), card.uploadedAt = if_not_exists(uploadedAt, :now)',
      expressionValues: util.dynamodb.toMapValues({ ':now': ctx.stash.now }),
    },
    condition: { expression: 'attribute_exists(PK) AND attribute_not_exists(deletedAt)' },
  };
}

export function response(ctx: Context<MutationCompleteUploadArgs>) {
  if (ctx.error?.type === 'DynamoDB:ConditionalCheckFailedException') {
    notFound('asset', ctx.arguments.id);
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  return { items: [ctx.result as Record<string, unknown>], next: null };
}
