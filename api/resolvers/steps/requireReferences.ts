import { runtime, util, type Context } from '@aws-appsync/utils';
import { actor } from '../_lib/actor.ts';
import { assetKey } from '../_lib/asset.ts';
import { dataSourceFailed } from '../_lib/errors.ts';
import { inspirationKey } from '../_lib/inspiration.ts';
import type { Key } from '../_lib/keys.ts';
import { projectKey } from '../_lib/project.ts';
import { batchGetStanding } from '../_lib/requests.ts';
import {
  mutationCreateLogEntryArguments,
  mutationCreateProjectArguments,
  mutationUpdateLogEntryArguments,
  mutationUpdateProjectArguments,
} from '../_lib/rules.gen.ts';
import { shownText } from '../_lib/shown.ts';
import { validate, type Problem, type Rules } from '../_lib/validate.ts';

interface Arguments {
  /** Of the project, where the project is what is changed. */
  id?: string;
  /** Of the project whose log entry it is. */
  projectId?: string;
  input: { coverAssetId?: string | null; inspirationIds?: string[] | null; assetIds?: string[] | null };
}

/** An id in an input, and where its item stands; null where there can be none. */
interface Reference {
  field: string;
  id: string;
  key: Key | null;
  fix: string;
}

const RULES: Record<string, Rules> = {
  createProject: mutationCreateProjectArguments,
  updateProject: mutationUpdateProjectArguments,
  createLogEntry: mutationCreateLogEntryArguments,
  updateLogEntry: mutationUpdateLogEntryArguments,
};

const MOST_PROBLEMS = 10;

const NO_ASSETS_YET =
  'must be left out of a new project, which has no assets yet: add one, then name it in a change';
const AN_ASSET = 'must be the id of an asset of this project';
const AN_INSPIRATION = 'must be the id of an inspiration of the tenant you act for';

/**
 * What an input refers to must be there: assets of the same project, inspirations of the same tenant. Foreign, unknown
 * and deleted ones answer the same. Without references nothing is read.
 */
export function request(ctx: Context<Arguments>) {
  const references = referencesOf(ctx);
  if (references.length === 0) {
    runtime.earlyReturn({}, { skipTo: 'NEXT' });
  }
  validate(RULES[ctx.info.fieldName] ?? {}, ctx.arguments, '');
  ctx.stash.references = references;
  const project = projectIdOf(ctx);
  const keys: Key[] = project === null ? [] : [projectKey(actor(ctx).tenantId, project)];
  const seen: string[] = [];
  references.forEach(({ key }) => {
    if (key !== null && !seen.includes(key.SK)) {
      seen.push(key.SK);
      keys.push(key);
    }
  });
  if (keys.length === 0) {
    refuse(references);
  }
  return batchGetStanding(ctx.env.TABLE_NAME ?? '', keys);
}

export function response(ctx: Context<Arguments>) {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const table = ctx.env.TABLE_NAME ?? '';
  const { data, unprocessedKeys } = ctx.result as {
    data: Record<string, Array<{ SK: string; deletedAt?: string } | null> | null>;
    unprocessedKeys?: Record<string, Array<{ SK: string }> | null> | null;
  };
  const standing: string[] = [];
  (data[table] ?? []).forEach((item) => {
    if (item && !item.deletedAt) {
      standing.push(item.SK);
    }
  });
  // What the table had no capacity to say is not held against anybody: a name that leads nowhere shows nothing.
  const unread = (unprocessedKeys ?? {})[table] ?? [];
  unread.forEach(({ SK }) => {
    standing.push(SK);
  });
  const project = projectIdOf(ctx);
  // The field's own step says that there is no such project.
  if (project === null || standing.includes(projectKey(actor(ctx).tenantId, project).SK)) {
    const references = ctx.stash.references as Reference[];
    refuse(references.filter(({ key }) => key === null || !standing.includes(key.SK)));
  }
  return {};
}

/** The project that must be there; null for one that is being created. */
function projectIdOf(ctx: Context<Arguments>): string | null {
  const { id, projectId } = ctx.arguments;
  return projectId ?? id ?? null;
}

function referencesOf(ctx: Context<Arguments>): Reference[] {
  const { coverAssetId, inspirationIds, assetIds } = ctx.arguments.input;
  const { tenantId } = actor(ctx);
  const project = projectIdOf(ctx);
  const references: Reference[] = [];
  if (coverAssetId !== null && coverAssetId !== undefined) {
    const key = project === null ? null : assetKey(tenantId, project, coverAssetId);
    const fix = project === null ? NO_ASSETS_YET : AN_ASSET;
    references.push(reference('input.coverAssetId', coverAssetId, key, fix));
  }
  (inspirationIds ?? []).forEach((id, at) => {
    const key = inspirationKey(tenantId, id);
    references.push(reference(`input.inspirationIds[${at}]`, id, key, AN_INSPIRATION));
  });
  (assetIds ?? []).forEach((id, at) => {
    const key = assetKey(tenantId, project ?? '', id);
    references.push(reference(`input.assetIds[${at}]`, id, key, AN_ASSET));
  });
  return references;
}

/** Keys are ids joined by `#`: an id that holds one is nobody's. */
function reference(field: string, id: string, key: Key | null, fix: string): Reference {
  return { field, id, key: id.includes('#') ? null : key, fix };
}

function refuse(missing: Reference[]): void {
  if (missing.length === 0) {
    return;
  }
  const problems: Problem[] = missing
    .slice(0, MOST_PROBLEMS)
    .map(({ field, id, fix }) => ({ field, received: shownText(id), fix }));
  const { field, received, fix } = problems[0] as Problem;
  util.error(`${field} ${fix}. Received: ${received}.`, 'BadInput', null, { field, received, fix, problems });
}
