import type { Enrichment, EnrichmentSettings, EnrichmentSubject } from '../../types.gen.ts';
import { ENRICHMENT, enrichmentSk, tenantCollection, tenantKey, usageSk, type Key } from './keys.ts';
import { held, type Attributes } from './expression.ts';

type Item = Record<string, unknown>;

/** What holds while a tenant has not chosen. The functions' twin is `api/enrichment.ts`. */
const DEFAULTS = {
  mode: 'ON_REQUEST',
  automaticFields: [],
  vocabulary: [],
  monthlyTokens: 2_000_000,
  monthlyMicroUsd: 5_000_000,
  version: 1,
};

/** What a person may choose. */
export const CHOICES = ['mode', 'automaticFields', 'vocabulary', 'monthlyTokens', 'monthlyMicroUsd'];

export const settingsKey = (tenantId: string): Key => tenantKey(tenantId, ENRICHMENT);

/** What was used in the calendar month of `now`, an ISO 8601 time in UTC. */
export const usageKey = (tenantId: string, now: string): Key => tenantKey(tenantId, usageSk(now.slice(0, 7)));

/** The choice as the API shows it, with what is used of it. */
export function settingsView(settings: Item | null, usage: Item | null): EnrichmentSettings {
  const used = usage ?? {};
  return {
    ...(DEFAULTS as unknown as EnrichmentSettings),
    ...held(settings ?? {}),
    usedTokens: (used.tokens ?? 0) as number,
    usedMicroUsd: (used.microUsd ?? 0) as number,
  };
}

export const runKey = (tenantId: string, id: string): Key => tenantKey(tenantId, enrichmentSk(id));

/** The item of a run that a person asks for. */
export function runItem(
  tenantId: string,
  id: string,
  of: { subject: EnrichmentSubject; entityId: string; projectId?: string | null },
  stamped: Attributes,
): Attributes {
  return {
    ...held(of as Attributes),
    ...stamped,
    entity: 'enrichment',
    id,
    tenantId,
    state: 'REQUESTED',
    proposals: 0,
    tokens: 0,
    microUsd: 0,
    requestedBy: stamped.updatedBy,
    requestedAt: stamped.updatedAt,
    revision: 1,
    collection: tenantCollection(tenantId, 'ENRICHMENT'),
    createdId: id,
  };
}

export const runView = (item: Item): Enrichment => item as unknown as Enrichment;
