import { extensions, util, type Context } from '@aws-appsync/utils';
import type { SubscriptionOnTenantChangedArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';

/**
 * Listens for a member of the tenant: `authorise` reads the membership, the filter is the server's. `removeMember` ends
 * it.
 */
export function request(ctx: Context<SubscriptionOnTenantChangedArgs>) {
  ctx.stash.need = 'VIEWER';
  ctx.stash.tenantId = ctx.arguments.tenantId;
  return {};
}

export function response(ctx: Context<SubscriptionOnTenantChangedArgs>) {
  const filter = { tenantId: { eq: ctx.arguments.tenantId } };
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  const membership = { tenantId: { eq: ctx.arguments.tenantId }, uid: { eq: actor(ctx).uid } };
  extensions.setSubscriptionInvalidationFilter(util.transform.toSubscriptionFilter(membership));
  return null;
}
