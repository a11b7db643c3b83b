/**
 * What happened to an item of the table, as the bus carries it. Events are thin: a consumer reads the item again.
 * They come at least once and in any order; `version` tells a newer state from an older one.
 * On EventBridge the event is the detail, and its `type` the detail-type as well.
 */

/** The entities whose changes become events. What is not here (claims, public documents, derived sizes of an
 *  asset apart) starts nothing, so that consumers' own writes cannot loop. */
export const ENTITIES = [
  'profile',
  'member',
  'project',
  'log',
  'asset',
  'derived',
  'inspiration',
  'page',
  'enrichment',
  'enrichmentSettings',
  'proposal',
] as const;
export type Entity = (typeof ENTITIES)[number];

/**
 * `processed` is a machine's work on an entity, and the end of a run of enrichment. Such a run is `requested` when it
 * waits for its turn and `cancelled` by people; nothing else of it is an event. Of a proposal, only that one which stood
 * by itself does so no longer, or that one which was accepted is taken back, is one: `updated`.
 */
export const ACTIONS = [
  'created',
  'updated',
  'deleted',
  'published',
  'unpublished',
  'uploaded',
  'processed',
  'requested',
  'cancelled',
] as const;
export type Action = (typeof ACTIONS)[number];

export type EventType = `${Entity}.${Action}`;

/** One event. */
export interface ChangeEvent {
  /** `<entityId>#<version>`; the same change delivered twice has the same id. */
  id: string;
  type: EventType;
  tenantId: string;
  entity: Entity;
  entityId: string;
  /** The project that the entity is, or is a part of. */
  projectId?: string;
  /** Edits made by people so far; for `derived`, `enrichment` and `proposal`, their revision. */
  version: number;
  /** Names of the attributes that differ from the state before. */
  changed: string[];
  /** `uid` of who did it; absent when a machine did. */
  by?: string;
  /** `graphql`, `rest`, `import` or the name of a function. */
  via?: string;
  /** Id of the request that did it; links traces across the stream. */
  requestId?: string;
  /** ISO 8601 time of the change, UTC. */
  at: string;
}

/** EventBridge `source` of every event of ours. */
export const EVENT_SOURCE = 'artissist.table';
