import { util, type Context } from '@aws-appsync/utils';
import type { MutationCreateInspirationArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed } from './_lib/errors.ts';
import { externalClaim, externalRefTaken } from './_lib/external.ts';
import { inspirationItem, inspirationKey, inspirationView } from './_lib/inspiration.ts';
import { cancellations, refused, transact, transactPutNew } from './_lib/requests.ts';
import { mutationCreateInspirationArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

export function request(ctx: Context<MutationCreateInspirationArgs>) {
  validate(mutationCreateInspirationArguments, ctx.arguments, '');
  const { input } = ctx.arguments;
  const { tenantId } = actor(ctx);
  const table = ctx.env.TABLE_NAME ?? '';
  const id = util.autoUlid();
  const item = inspirationItem(tenantId, id, input, stamp(ctx, ctx.stash.now as string));
  ctx.stash.item = item;
  return transact([
    transactPutNew(table, inspirationKey(tenantId, id), item),
    ...externalClaim(table, tenantId, 'inspiration', input.externalRef, id),
  ]);
}

export function response(ctx: Context<MutationCreateInspirationArgs>) {
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 1)) {
    externalRefTaken('inspiration', ctx.arguments.input.externalRef ?? '', reasons[1]?.item);
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  return inspirationView(ctx.stash.item as Record<string, unknown>);
}
