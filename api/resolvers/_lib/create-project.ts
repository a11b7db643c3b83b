import type { Context } from '@aws-appsync/utils';
import type { MutationCreateProjectArgs, Project } from '../../types.gen.ts';
import { actor } from './actor.ts';
import { dataSourceFailed, fail } from './errors.ts';
import { externalRefTaken, externalClaim } from './external.ts';
import { slugSk, tenantKey } from './keys.ts';
import { projectItem, projectKey, projectView } from './project.ts';
import { cancellations, refused, transact, transactClaim, transactPutNew } from './requests.ts';
import { RESERVED_SLUGS } from './reserved.ts';
import { stamp } from './write.ts';

/** The project and its claims, all or none: project, slug, and the reference of an importer. */
export function createProjectRequest(ctx: Context<MutationCreateProjectArgs>, id: string, slug: string) {
  const { input } = ctx.arguments;
  const { tenantId } = actor(ctx);
  const table = ctx.env.TABLE_NAME ?? '';
  if (RESERVED_SLUGS.includes(slug) && input.slug) {
    fail('BadInput', `input.slug must not be a reserved name. Received: ${slug}.`, {
      field: 'input.slug',
      received: slug,
      fix: `Choose another name than ${RESERVED_SLUGS.join(', ')}, or leave it out.`,
    });
  }
  const item = projectItem(tenantId, id, slug, input, stamp(ctx, ctx.stash.now as string));
  ctx.stash.item = item;
  ctx.stash.slug = slug;
  return transact([
    transactClaim(table, tenantKey(tenantId, slugSk(slug)), { projectId: id }, id),
    transactPutNew(table, projectKey(tenantId, id), item),
    ...externalClaim(table, tenantId, 'project', input.externalRef, id),
  ]);
}

/** The new project; or, on the first try, a note that the slug is taken. */
export function createProjectResponse(ctx: Context<MutationCreateProjectArgs>): Project | null {
  if (!ctx.error) {
    ctx.stash.takenSlug = undefined;
    return projectView(ctx.stash.item as Record<string, unknown>);
  }
  const reasons = cancellations(ctx.result);
  if (refused(reasons, 2)) {
    externalRefTaken('project', ctx.arguments.input.externalRef ?? '', reasons[2]?.item);
  }
  if (refused(reasons, 0) && ctx.stash.takenSlug === undefined) {
    ctx.stash.takenSlug = ctx.stash.slug;
    return null;
  }
  dataSourceFailed(ctx.error, ctx.arguments);
}
