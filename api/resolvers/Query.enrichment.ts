import type { Context } from '@aws-appsync/utils';
import type { QueryEnrichmentArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { runKey, runView } from './_lib/enrichment.ts';
import { found } from './_lib/outcome.ts';
import { getItem } from './_lib/requests.ts';
import { queryEnrichmentArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<QueryEnrichmentArgs>) {
  validate(queryEnrichmentArguments, ctx.arguments, '');
  return getItem(runKey(actor(ctx).tenantId, ctx.arguments.id));
}

export function response(ctx: Context<QueryEnrichmentArgs>) {
  return runView(found(ctx, 'run', ctx.arguments.id));
}
