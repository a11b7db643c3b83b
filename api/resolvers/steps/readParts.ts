import { runtime, type Context } from '@aws-appsync/utils';
import type { Portfolio, PublicPage } from '../../types.gen.ts';
import { dataSourceFailed, fail } from '../_lib/errors.ts';
import { publicProjectView, type PublicHead } from '../_lib/public.ts';
import { batchGet } from '../_lib/requests.ts';

/** Only for a document of several pieces: the further ones of the same generation, by their names. */
export function request(ctx: Context) {
  const head = ctx.stash.head as PublicHead;
  if (head.parts < 2) {
    runtime.earlyReturn(view(ctx, head.text), { skipTo: 'END' });
  }
  // A query would answer one megabyte of them at most, a batch answers sixteen.
  return batchGet(
    ctx.env.TABLE_NAME ?? '',
    head.pieces.map((SK) => ({ PK: head.PK, SK })),
  );
}

export function response(ctx: Context) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const head = ctx.stash.head as PublicHead;
  const { data } = ctx.result as { data: Record<string, Array<{ SK: string; text: string } | null>> };
  const texts: Record<string, string> = {};
  for (const item of data[ctx.env.TABLE_NAME ?? ''] ?? []) {
    if (item) {
      texts[item.SK] = item.text;
    }
  }
  if (head.pieces.some((SK) => texts[SK] === undefined)) {
    fail('Unavailable', 'The document was replaced while it was read.', { fix: 'Ask again.' });
  }
  return view(ctx, `${head.text}${head.pieces.map((SK) => texts[SK]).join('')}`);
}

function view(ctx: Context, text: string) {
  const owner = ctx.stash.owner as unknown as PublicHead;
  const { handle, name } = owner as unknown as Portfolio;
  return ctx.info.fieldName === 'publicPage'
    ? { ...(JSON.parse(text) as PublicPage), handle, artist: name }
    : publicProjectView(text, { handle, name } as Portfolio, ctx.env.MEDIA_ORIGIN ?? '');
}
