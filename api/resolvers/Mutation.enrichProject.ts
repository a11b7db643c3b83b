import type { Context } from '@aws-appsync/utils';
import type { MutationEnrichProjectArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { askForRun, noteMark } from './_lib/enrich.ts';
import { projectKey } from './_lib/project.ts';
import { mutationEnrichProjectArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationEnrichProjectArgs>) {
  validate(mutationEnrichProjectArguments, ctx.arguments, '');
  const { id } = ctx.arguments;
  const { tenantId } = actor(ctx);
  return askForRun(ctx, projectKey(tenantId, id), { subject: 'PROJECT', entityId: id, projectId: id });
}

export function response(ctx: Context<MutationEnrichProjectArgs>) {
  return noteMark(ctx);
}
