import type { Context } from '@aws-appsync/utils';
import type { MutationCreateTenantArgs } from '../../types.gen.ts';
import { dataSourceFailed, fail } from './errors.ts';
import { externalClaim, externalRefTaken } from './external.ts';
import { PLATFORM_TENANT, handleKey } from './keys.ts';
import { memberItem, memberKey, profileItem, profileKey, profileView } from './profile.ts';
import { cancellations, refused, transact, transactPutNew } from './requests.ts';
import { RESERVED_HANDLES } from './reserved.ts';
import { mutationCreateTenantArguments } from './rules.gen.ts';
import { validate } from './validate.ts';
import { stamp } from './write.ts';

/** Handle, profile, first owner and an importer's reference: all or none. */
export function createTenantRequest(ctx: Context<MutationCreateTenantArgs>, tenantId: string, uid: string) {
  validate(mutationCreateTenantArguments, ctx.arguments, '');
  const { input } = ctx.arguments;
  if (RESERVED_HANDLES.includes(input.handle)) {
    fail('HandleTaken', `The handle ${input.handle} is reserved.`, {
      field: 'input.handle',
      received: input.handle,
      fix: 'Choose another handle.',
    });
  }
  const table = ctx.env.TABLE_NAME ?? '';
  const stamped = stamp(ctx, ctx.stash.now as string);
  const item = profileItem(tenantId, input, stamped);
  ctx.stash.item = item;
  return transact([
    transactPutNew(table, profileKey(tenantId), item),
    transactPutNew(table, handleKey(input.handle), { tenantId, holder: tenantId }),
    transactPutNew(table, memberKey(tenantId, uid), memberItem(tenantId, { uid, role: 'OWNER' }, stamped)),
    ...externalClaim(table, PLATFORM_TENANT, 'tenant', input.externalRef, tenantId),
  ]);
}

/** The new profile. */
export function createTenantResponse(ctx: Context<MutationCreateTenantArgs>) {
  const { input } = ctx.arguments;
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 3)) {
    externalRefTaken('tenant', input.externalRef ?? '', reasons[3]?.item);
  }
  if (refused(reasons, 0)) {
    fail('ProfileExists', 'You have a profile already. Nothing was changed.', {
      fix: 'Change it with updateProfile.',
    });
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
  return profileView(ctx.stash.item as Record<string, unknown>);
}
