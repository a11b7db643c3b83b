import type { Context } from '@aws-appsync/utils';
import type { MutationAddMemberArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed, fail, notFound } from './_lib/errors.ts';
import { ownersRequest } from './_lib/owners.ts';
import { memberItem, memberKey } from './_lib/profile.ts';
import { cancellations, refused, transact, transactPutNew } from './_lib/requests.ts';
import { mutationAddMemberArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

export function request(ctx: Context<MutationAddMemberArgs>) {
  validate(mutationAddMemberArguments, ctx.arguments, '');
  const { input } = ctx.arguments;
  const { tenantId } = actor(ctx);
  const table = ctx.env.TABLE_NAME ?? '';
  const item = memberItem(tenantId, input, stamp(ctx, ctx.stash.now as string));
  ctx.stash.item = item;
  return transact([
    transactPutNew(table, memberKey(tenantId, input.uid), item),
    ownersRequest(table, tenantId, input.role === 'OWNER' ? 1 : 0),
  ]);
}

export function response(ctx: Context<MutationAddMemberArgs>) {
  const { uid } = ctx.arguments.input;
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 1)) {
    notFound('profile of the tenant', actor(ctx).tenantId);
  }
  if (refused(reasons, 0)) {
    fail('MemberExists', `The person ${uid} is a member already. Nothing was changed.`, {
      field: 'input.uid',
      received: uid,
      fix: 'Change the role with updateMember.',
    });
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  return ctx.stash.item as unknown;
}
