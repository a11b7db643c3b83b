import { util, type Context } from '@aws-appsync/utils';
import type { MutationCreatePageArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed, fail } from './_lib/errors.ts';
import { externalClaim, externalRefTaken } from './_lib/external.ts';
import { pathSk, tenantKey } from './_lib/keys.ts';
import { pageItem, pageKey, pageView } from './_lib/page.ts';
import { cancellations, refused, transact, transactClaim, transactPutNew } from './_lib/requests.ts';
import { mutationCreatePageArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

export function request(ctx: Context<MutationCreatePageArgs>) {
  validate(mutationCreatePageArguments, ctx.arguments, '');
  const { input } = ctx.arguments;
  const { tenantId } = actor(ctx);
  const table = ctx.env.TABLE_NAME ?? '';
  const id = util.autoUlid();
  const item = pageItem(tenantId, id, input, stamp(ctx, ctx.stash.now as string));
  ctx.stash.item = item;
  return transact([
    transactClaim(table, tenantKey(tenantId, pathSk(input.path)), { pageId: id }, id),
    transactPutNew(table, pageKey(tenantId, id), item),
    ...externalClaim(table, tenantId, 'page', input.externalRef, id),
  ]);
}

export function response(ctx: Context<MutationCreatePageArgs>) {
  const { input } = ctx.arguments;
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 2)) {
    externalRefTaken('page', input.externalRef ?? '', reasons[2]?.item);
  }
  if (refused(reasons, 0)) {
    fail('PathTaken', `Another page of the tenant has or had the path ${input.path}.`, {
      field: 'input.path',
      received: input.path,
      fix: 'Choose another path.',
    });
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  return pageView(ctx.stash.item as Record<string, unknown>);
}
