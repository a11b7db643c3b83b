import { extensions, util, type Context } from '@aws-appsync/utils';
import { actor } from './actor.ts';

/**
 * Says what ends the subscription that starts: the person's membership of the tenant is removed, or the personal
 * access token that it came with is revoked. AppSync looks at credentials when a subscription starts and never again.
 * https://docs.aws.amazon.com/appsync/latest/devguide/aws-appsync-real-time-invalidation.html
 */
export function endWithItsGrounds(ctx: Context, tenantId: string): void {
  const { uid, tokenId } = actor(ctx);
  const membership = { tenantId: { eq: tenantId }, uid: { eq: uid } };
  const grounds = tokenId === null ? membership : { or: [membership, { tokenId: { eq: tokenId } }] };
  extensions.setSubscriptionInvalidationFilter(util.transform.toSubscriptionFilter(grounds));
}

/** Ends what listens on these grounds: `{tenantId, uid}` for a membership, `{tokenId}` for a token. */
export function endListening(payload: Record<string, string>): void {
  extensions.invalidateSubscriptions({ subscriptionField: 'onProjectChanged', payload });
  extensions.invalidateSubscriptions({ subscriptionField: 'onTenantChanged', payload });
}
