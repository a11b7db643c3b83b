/**
 * What enrichment keeps in the table: a tenant's choice, runs, proposals with their receipts, and what was used.
 * Machines write items of their own, so that nobody's typing meets a conflict with a machine.
 */

/** `OFF`: nothing of the tenant is ever sent to a model. `ON_REQUEST`: what a person asks for, and vectors for
 *  search. `AUTOMATIC`: every change as well. */
export type EnrichmentMode = 'OFF' | 'ON_REQUEST' | 'AUTOMATIC';

export const DEFAULT_MODE: EnrichmentMode = 'ON_REQUEST';

/** Fields that values are proposed for. */
export const PROPOSAL_FIELDS = [
  'SUMMARY',
  'TAGS',
  'MEDIUM',
  'TECHNIQUE',
  'PERIOD',
  'MOOD',
  'PEOPLE',
  'PLACES',
  'LANGUAGE',
  'ALT_TEXT',
  'CAPTION',
  'OCR_TEXT',
  'OBJECTS',
  'TRANSCRIPT',
  'DOCUMENT_TEXT',
  'TITLE',
  'CREATOR',
  'SOURCE_DATE',
  'SOURCE_SITE',
  'SOURCE_IMAGE',
  'LICENCE',
] as const;
export type ProposalField = (typeof PROPOSAL_FIELDS)[number];

/** `TENANT#<t>` / `ENRICHMENT`. Absent: the defaults. */
export interface EnrichmentSettings {
  mode: EnrichmentMode;
  /** Fields whose proposals are accepted by themselves; what is published of them is marked. */
  automaticFields: ProposalField[];
  /** The tenant's own words for tags; with none, a vocabulary of the platform's. */
  vocabulary: string[];
  /** Limits of a calendar month (UTC); a run that would go over them fails before it is paid for. */
  monthlyTokens: number;
  monthlyMicroUsd: number;
  version: number;
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
}

export const DEFAULT_LIMITS = { monthlyTokens: 2_000_000, monthlyMicroUsd: 5_000_000 };

/** `TENANT#<t>` / `USAGE#<yyyy-mm>`: counted up atomically. */
export interface EnrichmentUsage {
  tokens: number;
  microUsd: number;
}

export type EnrichmentSubject = 'PROJECT' | 'ASSET' | 'INSPIRATION';
export type EnrichmentState = 'REQUESTED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';

/** `TENANT#<t>` / `ENRICHMENT#<id>`: one run. */
export interface EnrichmentRun {
  id: string;
  tenantId: string;
  subject: EnrichmentSubject;
  /** The project, the asset or the inspiration. */
  entityId: string;
  /** Of a project or an asset. */
  projectId?: string;
  state: EnrichmentState;
  /** Why it failed, or what was left out, for people. */
  problem?: string;
  /** Made by this run. */
  proposals: number;
  tokens: number;
  microUsd: number;
  /** `uid` of who asked; absent when a change did. */
  requestedBy?: string;
  requestedAt: string;
  startedAt?: string;
  endedAt?: string;
  /** Counts what machines wrote. */
  revision: number;
}

/** Where a generated value comes from. It stays with the value after a person has accepted it. */
export interface Receipt {
  enrichmentId: string;
  model: string;
  promptVersion: string;
  /** What it was read from: the entity and, for texts, the passage. */
  sourceEntity: 'PROJECT' | 'LOG' | 'ASSET' | 'INSPIRATION' | 'WEB_PAGE';
  sourceId: string;
  sourceUrl?: string;
  passage?: string;
  at: string;
  /** Of the call that gave it; a call that gave several values is counted in each. */
  inputTokens: number;
  outputTokens: number;
  microUsd: number;
  /** 0 to 1. */
  confidence: number;
}

export type ProposalState = 'PROPOSED' | 'ACCEPTED' | 'REJECTED' | 'REVERTED';

/** `TENANT#<t>` / `PROJECT#<p>#PROPOSAL#<id>` or `INSPIRATION#<i>#PROPOSAL#<id>`. */
export interface Proposal {
  /** `<field>-<hash of entity, field, model and prompt version>`: the same proposal made again is the same item. */
  id: string;
  tenantId: string;
  projectId?: string;
  inspirationId?: string;
  /** What the value is for. */
  entity: 'PROJECT' | 'ASSET' | 'LOG' | 'INSPIRATION';
  entityId: string;
  field: ProposalField;
  /** One value, or several where the field is a list. */
  values: string[];
  state: ProposalState;
  /** What a person made of it, where accepted otherwise than proposed. */
  editedValues?: string[];
  /** What stood in the field before it was accepted, for reverting; null when nothing did. */
  previousValues?: string[] | null;
  /** What a list or the facts did not hold before it was accepted, for reverting. */
  addedValues?: string[];
  /** The entry of the log that accepting it made. */
  targetId?: string;
  /** Version of the target after a person has accepted it. */
  targetVersion?: number;
  /** What people refused or took back of it: never proposed under its id again. */
  refusedValues?: string[];
  /** Accepted because the tenant chose so for the field, by no person. */
  automatic?: boolean;
  decidedBy?: string;
  decidedAt?: string;
  receipt: Receipt;
  createdAt: string;
  revision: number;
}
