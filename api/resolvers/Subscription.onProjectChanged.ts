import { extensions, util, type Context } from '@aws-appsync/utils';
import type { SubscriptionOnProjectChangedArgs } from '../types.gen.ts';
import { endWithItsGrounds } from './_lib/listening.ts';

/**
 * Listens for a member of the tenant: `authorise` reads the membership, the filter is the server's. `removeMember`
 * and `deleteToken` end it.
 */
export function request(ctx: Context<SubscriptionOnProjectChangedArgs>) {
  ctx.stash.need = 'VIEWER';
  ctx.stash.tenantId = ctx.arguments.tenantId;
  return {};
}

export function response(ctx: Context<SubscriptionOnProjectChangedArgs>) {
  const { tenantId, projectId } = ctx.arguments;
  const filter = projectId
    ? { tenantId: { eq: tenantId }, projectId: { eq: projectId } }
    : { tenantId: { eq: tenantId } };
  extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter(filter));
  endWithItsGrounds(ctx, tenantId);
  return null;
}
