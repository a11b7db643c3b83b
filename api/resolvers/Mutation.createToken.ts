import { util, type Context } from '@aws-appsync/utils';
import type { MutationCreateTokenArgs, Token } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed, fail } from './_lib/errors.ts';
import { secretKey, tenantKey, tokenSk } from './_lib/keys.ts';
import { transact, transactPutNew } from './_lib/requests.ts';
import { mutationCreateTokenArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { held } from './_lib/expression.ts';

/** The token in its owner's partition, and by its hash for the authorizer. The secret itself is not kept, a scope that is named twice is kept once. */
export function request(ctx: Context<MutationCreateTokenArgs>) {
  validate(mutationCreateTokenArguments, ctx.arguments, '');
  const { input } = ctx.arguments;
  const { uid } = actor(ctx);
  const now = ctx.stash.now as string;
  const seconds = input.expiresAt ? util.time.parseISO8601ToEpochMilliSeconds(input.expiresAt) / 1000 : null;
  if (input.scopes.length === 0) {
    fail('BadInput', 'input.scopes must name at least one scope. Received: [].', {
      field: 'input.scopes',
      received: '[]',
      fix: 'Send ["READ"] or ["READ", "WRITE"].',
    });
  }
  if (seconds !== null && seconds <= util.time.nowEpochSeconds()) {
    fail('BadInput', `input.expiresAt must lie in the future. Received: ${input.expiresAt ?? ''}.`, {
      field: 'input.expiresAt',
      received: input.expiresAt,
      fix: 'Send a time to come, or leave it out.',
    });
  }
  const scopes = input.scopes.filter((scope, at) => input.scopes.indexOf(scope) === at);
  const { sha256 } = ctx.stash.minted as { sha256: string };
  const id = util.autoUlid();
  const token = held({
    id,
    name: input.name,
    scopes,
    expiresAt: input.expiresAt,
    createdAt: now,
  });
  const expiry = held({ expiresAtSeconds: seconds });
  ctx.stash.token = token;
  const table = ctx.env.TABLE_NAME ?? '';
  return transact([
    transactPutNew(table, tenantKey(uid, tokenSk(id)), { ...token, ...expiry, sha256 }),
    transactPutNew(table, secretKey(sha256), { ...expiry, uid, tokenId: id, scopes }),
  ]);
}

export function response(ctx: Context<MutationCreateTokenArgs>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { secret } = ctx.stash.minted as { secret: string };
  return { token: ctx.stash.token as Token, secret };
}
