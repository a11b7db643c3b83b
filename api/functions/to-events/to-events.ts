/** Turns a record of the table's stream into the events that the platform reacts to. */
import type { DynamoDBRecord } from 'aws-lambda';
import { ENTITIES, type Action, type ChangeEvent, type Entity } from '#api/events.ts';
import { integer, isSame, isSet, text, type Image } from './attribute-values.ts';

/** Attributes that follow from others or say who, when and where: no change of their own. */
const BOOKKEEPING = new Set([
  'PK',
  'SK',
  'entity',
  'id',
  'tenantId',
  'projectId',
  'card',
  'collection',
  'order',
  'changedAt',
  'createdId',
  'createdAt',
  'createdBy',
  'person',
  'portfolioOrder',
  'recentAt',
  'version',
  'revision',
  'updatedAt',
  'updatedBy',
  'updatedVia',
  'requestId',
  'expiresAtSeconds',
  'heldSlugs',
  'heldPaths',
]);

/** Entities that are counted by `revision`: machines write them. */
const BY_REVISION: ReadonlySet<Entity> = new Set<Entity>(['derived', 'enrichment', 'proposal']);

/** What each state of a run of enrichment is on the bus. */
const RUN_ACTIONS: Readonly<Record<string, Action>> = {
  REQUESTED: 'requested',
  CANCELLED: 'cancelled',
  SUCCEEDED: 'processed',
  FAILED: 'processed',
};

/** The shards of the public lists: `portfolioShard`, `recentShard`. */
const isBookkeeping = (name: string): boolean => BOOKKEEPING.has(name) || name.endsWith('Shard');

/**
 * The events of one record; none for items without `entity` (claims, public documents), for an item's removal after
 * its tombstone, and for a change that touches bookkeeping only.
 *
 * One write can be two events: publishing an edit at once is `updated` and `published`. Both have the same `id`, since
 * they are the same state; `type` tells them apart.
 */
export function toEvents(record: DynamoDBRecord): ChangeEvent[] {
  const before = record.dynamodb?.OldImage as Image | undefined;
  const after = record.dynamodb?.NewImage as Image | undefined;
  const image = after ?? before;
  const entity = entityOf(image);
  const entityId = text(image, 'id');
  const tenantId = text(image, 'tenantId');
  if (!entity || !entityId || !tenantId) return [];

  const changed = changedNames(before, after);
  const version = integer(image, BY_REVISION.has(entity) ? 'revision' : 'version');
  const projectId = text(image, 'projectId') ?? (entity === 'project' ? entityId : undefined);
  // Who removed an item is not known: the old image names its last editor.
  const by = text(after, 'updatedBy');
  const via = text(after, 'updatedVia');
  const requestId = text(after, 'requestId');
  const at = text(after, 'updatedAt') ?? recordTime(record);

  return actions(entity, before, after, changed).map((action) => ({
    id: `${entityId}#${version}`,
    type: `${entity}.${action}` as const,
    tenantId,
    entity,
    entityId,
    ...(projectId !== undefined && { projectId }),
    version,
    changed,
    ...(by !== undefined && { by }),
    ...(via !== undefined && { via }),
    ...(requestId !== undefined && { requestId }),
    at,
  }));
}

function actions(
  entity: Entity,
  before: Image | undefined,
  after: Image | undefined,
  changed: string[],
): Action[] {
  if (entity === 'proposal') return after && before && isTakenBack(before, after) ? ['updated'] : [];
  const wasDeleted = isSet(before, 'deletedAt');
  if (!after) return wasDeleted || entity === 'enrichment' ? [] : ['deleted'];
  if (isSet(after, 'deletedAt')) return wasDeleted || !before ? [] : ['deleted'];

  const previous = wasDeleted ? undefined : before;
  if (entity === 'enrichment') return runActions(previous, after);
  if (entity === 'derived')
    return !previous || changed.length > 0 || differs(previous, after, 'revision') ? ['processed'] : [];

  const found: Action[] = [];
  if (!previous) found.push('created');
  else if (differs(previous, after, 'version')) found.push('updated');
  if (entity === 'asset' && isSet(after, 'uploadedAt') && differs(previous, after, 'uploadedAt'))
    found.push('uploaded');
  if (isSet(previous, 'publishedVersion') && !isSet(after, 'publishedVersion')) found.push('unpublished');
  else if (isSet(after, 'publishedAt') && differs(previous, after, 'publishedAt')) found.push('published');
  return found;
}

/** A proposal is known by its key: its `entity` says what it is for. */
const entityOf = (image: Image | undefined): Entity | undefined =>
  text(image, 'SK')?.includes('#PROPOSAL#')
    ? 'proposal'
    : ENTITIES.find((known) => known === text(image, 'entity'));

const standsByItself = (image: Image | undefined): boolean =>
  text(image, 'state') === 'ACCEPTED' && image?.automatic?.BOOL === true;

/** Stood by itself and does so no longer, or was accepted and is taken back. */
const isTakenBack = (before: Image, after: Image): boolean =>
  (standsByItself(before) && !standsByItself(after)) ||
  (text(before, 'state') === 'ACCEPTED' && text(after, 'state') === 'REVERTED');

/** Of a run, only where it goes from one state to another. */
function runActions(before: Image | undefined, after: Image): Action[] {
  const action = RUN_ACTIONS[text(after, 'state') ?? ''];
  return action && (!before || differs(before, after, 'state')) ? [action] : [];
}

const differs = (before: Image | undefined, after: Image | undefined, name: string): boolean =>
  !isSame(before?.[name], after?.[name]);

const changedNames = (before: Image = {}, after: Image = {}): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !isBookkeeping(name) && differs(before, after, name))
    .sort();

/** `ApproximateCreationDateTime` is in seconds since 1970. */
const recordTime = (record: DynamoDBRecord): string =>
  new Date((record.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
