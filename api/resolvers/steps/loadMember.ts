import type { Context } from '@aws-appsync/utils';
import { actor } from '../_lib/actor.ts';
import { versionConflict } from '../_lib/errors.ts';
import { found } from '../_lib/outcome.ts';
import { memberKey } from '../_lib/profile.ts';
import { getItem } from '../_lib/requests.ts';
import { mutationRemoveMemberArguments } from '../_lib/rules.gen.ts';
import { validate } from '../_lib/validate.ts';

/** The member as they are: whether they are an owner decides what else is written. */
export function request(ctx: Context<{ uid: string; expectedVersion: number }>) {
  validate(mutationRemoveMemberArguments, ctx.arguments, '');
  return getItem(memberKey(actor(ctx).tenantId, ctx.arguments.uid), true);
}

export function response(ctx: Context<{ uid: string; expectedVersion: number }>) {
  const member = found(ctx, 'member', ctx.arguments.uid);
  const { uid, expectedVersion } = ctx.arguments;
  // The count of owners follows the role that stands at this version, and no other.
  if (member.version !== expectedVersion) {
    versionConflict('member', uid, expectedVersion, member.version as number);
  }
  ctx.stash.member = member;
  return {};
}
