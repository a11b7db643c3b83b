import type { Context } from '@aws-appsync/utils';
import type { Member, MutationUpdateMemberArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed, fail } from './_lib/errors.ts';
import { staleIn } from './_lib/outcome.ts';
import { ownersRequest } from './_lib/owners.ts';
import { memberKey } from './_lib/profile.ts';
import { cancellations, refused, transact, transactUpdate } from './_lib/requests.ts';
import { mutationUpdateMemberArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

export function request(ctx: Context<MutationUpdateMemberArgs>) {
  validate(mutationUpdateMemberArguments, ctx.arguments, '');
  const { uid, input, expectedVersion } = ctx.arguments;
  const { tenantId } = actor(ctx);
  const member = ctx.stash.member as Member;
  const table = ctx.env.TABLE_NAME ?? '';
  const changes = { ...input, ...stamp(ctx, ctx.stash.now as string) };
  const role = input.role ?? member.role;
  const owners = (role === 'OWNER' ? 1 : 0) - (member.role === 'OWNER' ? 1 : 0);
  ctx.stash.member = { ...member, ...changes, role, version: expectedVersion + 1 };
  return transact([
    transactUpdate(table, memberKey(tenantId, uid), changes, ['role'], expectedVersion),
    ownersRequest(table, tenantId, owners),
  ]);
}

export function response(ctx: Context<MutationUpdateMemberArgs>) {
  const { uid, expectedVersion } = ctx.arguments;
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 0)) {
    staleIn(reasons, 0, 'member', uid, expectedVersion);
  }
  if (refused(reasons, 1)) {
    fail('LastOwner', `The person ${uid} is the last owner. Nothing was changed.`, {
      field: 'uid',
      received: uid,
      fix: 'Make another member an owner first.',
    });
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  return ctx.stash.member as Member;
}
