import type { Context } from '@aws-appsync/utils';
import type { QueryTenantsArgs, TenantCard } from '../types.gen.ts';
import { collectionList } from './_lib/collection.ts';
import { PLATFORM_TENANT, tenantCollection } from './_lib/keys.ts';
import { listRequest, listResponse } from './_lib/paging.ts';
import { queryTenantsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryTenantsArgs>) {
  validate(queryTenantsArguments, ctx.arguments, '');
  return listRequest(collectionList(tenantCollection(PLATFORM_TENANT, 'TENANT'), 'TITLE_ASC'), ctx.arguments);
}

export function response(ctx: Context<QueryTenantsArgs>) {
  return listResponse<TenantCard>(ctx);
}
