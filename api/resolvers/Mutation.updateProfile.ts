import type { Context } from '@aws-appsync/utils';
import type { MutationUpdateProfileArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed, fail } from './_lib/errors.ts';
import { handleKey } from './_lib/keys.ts';
import { staleIn, written } from './_lib/outcome.ts';
import { PROFILE_CARD, profileKey, profileOrder, profileView } from './_lib/profile.ts';
import {
  cancellations,
  refused,
  transact,
  transactClaim,
  transactUpdate,
  updateAtVersion,
} from './_lib/requests.ts';
import { RESERVED_HANDLES } from './_lib/reserved.ts';
import { mutationUpdateProfileArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import type { Attributes } from './_lib/expression.ts';
import { stamp } from './_lib/write.ts';

/** One UpdateItem; with a new handle, one transaction that claims it as well. Publishing makes it the address. */
export function request(ctx: Context<MutationUpdateProfileArgs>) {
  validate(mutationUpdateProfileArguments, ctx.arguments, '');
  const { input, expectedVersion } = ctx.arguments;
  const { tenantId } = actor(ctx);
  let changes: Attributes = { ...input, ...stamp(ctx, ctx.stash.now as string) };
  if (input.name) {
    changes = { ...changes, ...profileOrder(tenantId, input.name) };
  }
  const key = profileKey(tenantId);
  const { handle } = input;
  if (!handle) {
    return updateAtVersion(key, changes, PROFILE_CARD, expectedVersion);
  }
  if (RESERVED_HANDLES.includes(handle)) {
    fail('HandleTaken', `The handle ${handle} is reserved.`, {
      field: 'input.handle',
      received: handle,
      fix: 'Choose another handle.',
    });
  }
  const table = ctx.env.TABLE_NAME ?? '';
  return transact([
    transactUpdate(table, key, changes, PROFILE_CARD, expectedVersion),
    transactClaim(table, handleKey(handle), { tenantId }, tenantId),
  ]);
}

export function response(ctx: Context<MutationUpdateProfileArgs>) {
  const { input, expectedVersion } = ctx.arguments;
  const { tenantId } = actor(ctx);
  if (!input.handle) {
    return profileView(written(ctx, 'profile of the tenant', tenantId, expectedVersion));
  }
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 0)) {
    staleIn(reasons, 0, 'profile of the tenant', tenantId, expectedVersion);
  }
  if (refused(reasons, 1)) {
    fail('HandleTaken', `The handle ${input.handle} is taken. Handles are never given out again.`, {
      field: 'input.handle',
      received: input.handle,
      fix: 'Choose another handle.',
    });
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  ctx.stash.read = true;
  return null;
}
