import { extensions, util, type Context } from '@aws-appsync/utils';
import type { SubscriptionOnTenantChangedArgs } from '../types.gen.ts';
import { endWithItsGrounds } from './_lib/listening.ts';

/**
 * Listens for a member of the tenant: `authorise` reads the membership, the filter is the server's. `removeMember`
 * and `deleteToken` end it.
 */
export function request(ctx: Context<SubscriptionOnTenantChangedArgs>) {
  ctx.stash.need = 'VIEWER';
  ctx.stash.tenantId = ctx.arguments.tenantId;
  return {};
}

export function response(ctx: Context<SubscriptionOnTenantChangedArgs>) {
  const filter = { tenantId: { eq: ctx.arguments.tenantId } };
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  endWithItsGrounds(ctx, ctx.arguments.tenantId);
  return null;
}
