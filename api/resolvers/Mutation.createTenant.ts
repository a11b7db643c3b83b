import { util, type Context } from '@aws-appsync/utils';
import type { MutationCreateTenantArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { createTenantRequest, createTenantResponse } from './_lib/create-tenant.ts';

/** A tenant that is nobody's own: a ULID of its own, and the operator as its first owner. */
export function request(ctx: Context<MutationCreateTenantArgs>) {
  return createTenantRequest(ctx, util.autoUlid(), actor(ctx).uid);
}

export function response(ctx: Context<MutationCreateTenantArgs>) {
  return createTenantResponse(ctx);
}
