import type { Context } from '@aws-appsync/utils';
import type { PortfolioPagesArgs, PublicPageCard } from '../types.gen.ts';
import { collectionList } from './_lib/collection.ts';
import { publicCollection } from './_lib/keys.ts';
import { listRequest, listResponse } from './_lib/paging.ts';
import { portfolioPagesArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

type SourceContext = Context<
  PortfolioPagesArgs,
  Record<string, unknown>,
  undefined,
  { publicTenant: string }
>;

export function request(ctx: SourceContext) {
  validate(portfolioPagesArguments, ctx.arguments, '');
  const partition = publicCollection(ctx.source?.publicTenant ?? '', 'PAGE');
  return listRequest(collectionList(partition, 'POSITION'), ctx.arguments);
}

export function response(ctx: SourceContext) {
  return listResponse<PublicPageCard>(ctx);
}
