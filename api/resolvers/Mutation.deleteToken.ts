import type { Context } from '@aws-appsync/utils';
import type { MutationDeleteTokenArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed } from './_lib/errors.ts';
import { secretKey, tenantKey, tokenSk } from './_lib/keys.ts';
import { endListening } from './_lib/listening.ts';
import { transact, transactDelete } from './_lib/requests.ts';

/** Revoked at once: the next request finds no token, and what listens with it ends. */
export function request(ctx: Context<MutationDeleteTokenArgs>) {
  const table = ctx.env.TABLE_NAME ?? '';
  return transact([
    transactDelete(table, secretKey(ctx.stash.sha256 as string)),
    transactDelete(table, tenantKey(actor(ctx).uid, tokenSk(ctx.arguments.id))),
  ]);
}

export function response(ctx: Context<MutationDeleteTokenArgs>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  endListening({ tokenId: ctx.arguments.id });
  return { id: ctx.arguments.id };
}
