import type { Context } from '@aws-appsync/utils';
import type { MutationPublishProjectArgs } from '../types.gen.ts';
import { projectView } from './_lib/project.ts';
import { publication, publicationRequest } from './_lib/publication.ts';
import { mutationPublishProjectArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

export function request(ctx: Context<MutationPublishProjectArgs>) {
  validate(mutationPublishProjectArguments, ctx.arguments, '');
  return publicationRequest(ctx, 'publishProject', ctx.arguments.id, ctx.arguments.expectedVersion);
}

export function response(ctx: Context<MutationPublishProjectArgs>) {
  const item = publication(ctx);
  return projectView(item);
}
