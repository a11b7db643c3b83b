import type { Context } from '@aws-appsync/utils';
import type { MutationCreateProfileArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { createTenantRequest, createTenantResponse } from './_lib/create-tenant.ts';

/** A personal tenant's id is its person's `uid`. */
export function request(ctx: Context<MutationCreateProfileArgs>) {
  const { uid } = actor(ctx);
  return createTenantRequest(ctx, uid, uid);
}

export function response(ctx: Context<MutationCreateProfileArgs>) {
  return createTenantResponse(ctx);
}
