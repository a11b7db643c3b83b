import type { Context } from '@aws-appsync/utils';
import type { QueryPublicProjectArgs } from '../types.gen.ts';
import { notFound } from './_lib/errors.ts';
import { isOneName } from './_lib/ids.ts';
import { PROFILE, publicProjectSk, redirectSk } from './_lib/keys.ts';
import { publicReadRequest, publicReadResponse } from './_lib/public-read.ts';
import { queryPublicProjectArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

/** The second of two reads: profile and document together. An old slug costs the reads of `followRedirect`. */
export function request(ctx: Context<QueryPublicProjectArgs>) {
  validate(queryPublicProjectArguments, ctx.arguments, '');
  const { handle, slug } = ctx.arguments;
  if (!isOneName(slug)) {
    notFound('work', `@${handle}/${slug}`);
  }
  return publicReadRequest(ctx, [publicProjectSk(slug), redirectSk(slug)]);
}

export function response(ctx: Context<QueryPublicProjectArgs>) {
  const { handle, slug } = ctx.arguments;
  const read = publicReadResponse(ctx);
  const owner = read[PROFILE];
  const head = read[publicProjectSk(slug)];
  const redirect = read[redirectSk(slug)];
  if (!owner || (!head && !redirect)) {
    notFound('work', `@${handle}/${slug}`);
  }
  ctx.stash.owner = owner;
  ctx.stash.head = head;
  ctx.stash.movedTo = head ? undefined : redirect?.to;
  return {};
}
