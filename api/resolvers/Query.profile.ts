import type { Context } from '@aws-appsync/utils';
import { actor } from './_lib/actor.ts';
import { found } from './_lib/outcome.ts';
import { profileKey, profileView } from './_lib/profile.ts';
import { getItem } from './_lib/requests.ts';

export function request(ctx: Context) {
  return getItem(profileKey(actor(ctx).tenantId));
}

export function response(ctx: Context) {
  return profileView(found(ctx, 'profile of the tenant', actor(ctx).tenantId));
}
