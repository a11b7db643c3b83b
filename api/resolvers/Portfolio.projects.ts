import type { Context } from '@aws-appsync/utils';
import type { PortfolioProjectsArgs, PublicProjectCard } from '../types.gen.ts';
import { collectionList } from './_lib/collection.ts';
import { publicCollection } from './_lib/keys.ts';
import { listRequest, listResponse } from './_lib/paging.ts';
import { coverOf } from './_lib/public.ts';
import { portfolioProjectsArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';

type Source = { publicTenant: string; handle: string; name: string };
type SourceContext = Context<PortfolioProjectsArgs, Record<string, unknown>, undefined, Source>;

export function request(ctx: SourceContext) {
  validate(portfolioProjectsArguments, ctx.arguments, '');
  const partition = publicCollection(ctx.source?.publicTenant ?? '', 'PROJECT');
  return listRequest(collectionList(partition, 'POSITION'), ctx.arguments);
}

export function response(ctx: SourceContext) {
  const page = listResponse<PublicProjectCard>(ctx);
  const { handle, name } = ctx.source ?? { handle: '', name: '' };
  const origin = ctx.env.MEDIA_ORIGIN ?? '';
  const items = page.items.map((card) => ({
    ...card,
    handle,
    artist: name,
    cover: coverOf(card.cover, origin),
  }));
  return { ...page, items };
}
