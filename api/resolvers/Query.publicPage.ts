import type { Context } from '@aws-appsync/utils';
import type { QueryPublicPageArgs } from '../types.gen.ts';
import { notFound } from './_lib/errors.ts';
import { PROFILE, publicPageSk, redirectSk } from './_lib/keys.ts';
import { publicReadRequest, publicReadResponse } from './_lib/public-read.ts';
import { queryPublicPageArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

/** The second of two reads: profile and document together. An old path costs the reads of `followRedirect`. */
export function request(ctx: Context<QueryPublicPageArgs>) {
  validate(queryPublicPageArguments, ctx.arguments, '');
  const { handle, path } = ctx.arguments;
  if (path.includes('#')) {
    notFound('public page', `@${handle}/pages/${path}`);
  }
  return publicReadRequest(ctx, [publicPageSk(path), redirectSk(`pages/${path}`)]);
}

export function response(ctx: Context<QueryPublicPageArgs>) {
  const { handle, path } = ctx.arguments;
  const read = publicReadResponse(ctx);
  const owner = read[PROFILE];
  const head = read[publicPageSk(path)];
  const redirect = read[redirectSk(`pages/${path}`)];
  if (!owner || (!head && !redirect)) {
    notFound('public page', `@${handle}/pages/${path}`);
  }
  ctx.stash.owner = owner;
  ctx.stash.head = head;
  ctx.stash.movedTo = head ? undefined : redirect?.to;
  return {};
}
