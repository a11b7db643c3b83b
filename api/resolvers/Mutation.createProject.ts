import { util, type Context } from '@aws-appsync/utils';
import type { MutationCreateProjectArgs } from '../types.gen.ts';
import { createProjectRequest, createProjectResponse } from './_lib/create-project.ts';
import { mutationCreateProjectArguments } from './_lib/rules.gen.ts';
import { slugOf } from './_lib/text.ts';
import { validate } from './_lib/validate.ts';

/** First try: the slug given, or the title's. */
export function request(ctx: Context<MutationCreateProjectArgs>) {
  validate(mutationCreateProjectArguments, ctx.arguments, '');
  const { input } = ctx.arguments;
  const id = util.autoUlid();
  const slug = input.slug ?? slugOf(input.title ?? '');
  ctx.stash.id = id;
  return createProjectRequest(ctx, id, slug === '' ? id.toLowerCase() : slug);
}

export function response(ctx: Context<MutationCreateProjectArgs>) {
  return createProjectResponse(ctx);
}
