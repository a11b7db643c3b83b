import type { Context } from '@aws-appsync/utils';
import type { MutationEnrichAssetArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { assetKey } from './_lib/asset.ts';
import { askForRun, noteMark } from './_lib/enrich.ts';
import { mutationEnrichAssetArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationEnrichAssetArgs>) {
  validate(mutationEnrichAssetArguments, ctx.arguments, '');
  const { projectId, id } = ctx.arguments;
  const { tenantId } = actor(ctx);
  return askForRun(ctx, assetKey(tenantId, projectId, id), { subject: 'ASSET', entityId: id, projectId });
}

export function response(ctx: Context<MutationEnrichAssetArgs>) {
  return noteMark(ctx);
}
