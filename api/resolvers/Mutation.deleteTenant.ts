import type { Context } from '@aws-appsync/utils';
import type { MutationDeleteTenantArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { publication, publicationRequest } from './_lib/publication.ts';
import { mutationDeleteTenantArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationDeleteTenantArgs>) {
  validate(mutationDeleteTenantArguments, ctx.arguments, '');
  return publicationRequest(ctx, 'deleteTenant', actor(ctx).tenantId, ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationDeleteTenantArgs>) {
  const item = publication(ctx);
  return { id: item.id as string };
}
