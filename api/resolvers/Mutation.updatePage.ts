import type { Context } from '@aws-appsync/utils';
import type { MutationUpdatePageArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed, fail } from './_lib/errors.ts';
import { pathSk, tenantKey } from './_lib/keys.ts';
import { staleIn, written } from './_lib/outcome.ts';
import { PAGE_CARD, pageKey, pageView } from './_lib/page.ts';
import {
  cancellations,
  noting,
  refused,
  transact,
  transactClaim,
  transactUpdate,
  updateAtVersion,
} from './_lib/requests.ts';
import { mutationUpdatePageArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import { stamp } from './_lib/write.ts';

/** One UpdateItem; with a new path, one transaction that claims it as well. */
export function request(ctx: Context<MutationUpdatePageArgs>) {
  validate(mutationUpdatePageArguments, ctx.arguments, '');
  const { id, input, expectedVersion } = ctx.arguments;
  const { tenantId } = actor(ctx);
  const now = ctx.stash.now as string;
  const changes = { ...input, ...stamp(ctx, now), changedAt: `${now}#${id}` };
  const key = pageKey(tenantId, id);
  if (!input.path) {
    return updateAtVersion(key, changes, PAGE_CARD, expectedVersion);
  }
  const table = ctx.env.TABLE_NAME ?? '';
  return transact([
    noting(transactUpdate(table, key, changes, PAGE_CARD, expectedVersion), 'heldPaths', input.path),
    transactClaim(table, tenantKey(tenantId, pathSk(input.path)), { pageId: id }, id),
  ]);
}

export function response(ctx: Context<MutationUpdatePageArgs>) {
  const { id, input, expectedVersion } = ctx.arguments;
  if (!input.path) {
    return pageView(written(ctx, 'page', id, expectedVersion));
  }
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 0)) {
    staleIn(reasons, 0, 'page', id, expectedVersion);
  }
  if (refused(reasons, 1)) {
    fail('PathTaken', `Another page of the tenant has or had the path ${input.path}.`, {
      field: 'input.path',
      received: input.path,
      fix: 'Choose another path.',
    });
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  ctx.stash.read = true;
  return null;
}
