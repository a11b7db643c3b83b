import type { Context } from '@aws-appsync/utils';
import type { MutationUpdateProjectArgs } from '../types.gen.ts';
import { actor } from './_lib/actor.ts';
import { dataSourceFailed, fail } from './_lib/errors.ts';
import { slugSk, tenantKey } from './_lib/keys.ts';
import { staleIn, written } from './_lib/outcome.ts';
import { PROJECT_CARD } from './_lib/cards.ts';
import { projectKey, projectOrder, projectView, titled } from './_lib/project.ts';
import {
  cancellations,
  noting,
  refused,
  transact,
  transactClaim,
  transactUpdate,
  updateAtVersion,
} from './_lib/requests.ts';
import { RESERVED_SLUGS } from './_lib/reserved.ts';
import { mutationUpdateProjectArguments } from './_lib/rules.gen.ts';
import { validate } from './_lib/validate.ts';
import type { Attributes } from './_lib/expression.ts';
import { stamp } from './_lib/write.ts';

/** One UpdateItem; with a new slug, one transaction that claims it as well. */
export function request(ctx: Context<MutationUpdateProjectArgs>) {
  validate(mutationUpdateProjectArguments, ctx.arguments, '');
  const { id, input, expectedVersion } = ctx.arguments;
  const { tenantId } = actor(ctx);
  const now = ctx.stash.now as string;
  let changes: Attributes = { ...input, ...stamp(ctx, now), changedAt: `${now}#${id}` };
  if (input.title !== undefined) {
    const title = titled(input.title);
    changes = { ...changes, title, ...projectOrder(id, title) };
  }
  const key = projectKey(tenantId, id);
  const { slug } = input;
  if (!slug) {
    return updateAtVersion(key, changes, PROJECT_CARD, expectedVersion);
  }
  if (RESERVED_SLUGS.includes(slug)) {
    fail('BadInput', `input.slug must not be a reserved name. Received: ${slug}.`, {
      field: 'input.slug',
      received: slug,
      fix: `Choose another name than ${RESERVED_SLUGS.join(', ')}.`,
    });
  }
  const table = ctx.env.TABLE_NAME ?? '';
  return transact([
    noting(transactUpdate(table, key, changes, PROJECT_CARD, expectedVersion), 'heldSlugs', slug),
    transactClaim(table, tenantKey(tenantId, slugSk(slug)), { projectId: id }, id),
  ]);
}

export function response(ctx: Context<MutationUpdateProjectArgs>) {
  const { id, input, expectedVersion } = ctx.arguments;
  if (!input.slug) {
    return projectView(written(ctx, 'project', id, expectedVersion));
  }
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 0)) {
    staleIn(reasons, 0, 'project', id, expectedVersion);
  }
  if (refused(reasons, 1)) {
    fail('SlugTaken', `Another project of the tenant has the slug ${input.slug}.`, {
      field: 'input.slug',
      received: input.slug,
      fix: 'Choose another slug.',
    });
  }
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  ctx.stash.read = true;
  return null;
}
