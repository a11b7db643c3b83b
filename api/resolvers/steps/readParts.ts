import { runtime, type Context } from '@aws-appsync/utils';
import type { Portfolio, PublicPage } from '../../types.gen.ts';
import { dataSourceFailed, fail } from '../_lib/errors.ts';
import { publicProjectView, type PublicHead } from '../_lib/public.ts';
import { queryBetween } from '../_lib/requests.ts';

/** Only for a document of several pieces: the further ones of the same generation. */
export function request(ctx: Context) {
  const head = ctx.stash.head as PublicHead;
  if (head.parts < 2) {
    runtime.earlyReturn(view(ctx, head.text), { skipTo: 'END' });
  }
  const from = `${head.SK}#${head.generation}#`;
  return queryBetween(head.PK, from, `${from}~`, head.parts);
}

export function response(ctx: Context) {
  if (ctx.error) {
    dataSourceFailed(ctx.error);
  }
  const head = ctx.stash.head as PublicHead;
  const { items } = ctx.result as { items: Array<{ text: string }> };
  if (items.length !== head.parts - 1) {
    fail('Unavailable', 'The document was replaced while it was read.', { fix: 'Ask again.' });
  }
  return view(ctx, `${head.text}${items.map((item) => item.text).join('')}`);
}

function view(ctx: Context, text: string) {
  const owner = ctx.stash.owner as unknown as PublicHead;
  const { handle, name } = owner as unknown as Portfolio;
  return ctx.info.fieldName === 'publicPage'
    ? { ...(JSON.parse(text) as PublicPage), handle, artist: name }
    : publicProjectView(text, { handle, name } as Portfolio, ctx.env.MEDIA_ORIGIN ?? '');
}
