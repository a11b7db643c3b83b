import {
  DEFAULT_LIMITS,
  DEFAULT_MODE,
  PROPOSAL_FIELDS,
  type EnrichmentMode,
  type EnrichmentSettings,
} from '../../enrichment.ts';
import { PLATFORM_VOCABULARY } from '../../ports/analysis/vocabulary.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import { ENRICHMENT, tenantKey } from '../../resolvers/_lib/keys.ts';

export type Choice = Pick<
  EnrichmentSettings,
  'mode' | 'automaticFields' | 'vocabulary' | 'monthlyTokens' | 'monthlyMicroUsd'
>;

/** A tenant's choice as it stands now; the defaults where there is none. A mode that is not known counts as OFF. */
export async function readChoice(table: Pick<Table, 'get'>, tenantId: string): Promise<Choice> {
  const item = await table.get(tenantKey(tenantId, ENRICHMENT), { consistent: true });
  return choiceOf(item ?? {});
}

function choiceOf(item: Item): Choice {
  const vocabulary = [...((item.vocabulary ?? []) as Iterable<string>)];
  const fields = new Set((item.automaticFields ?? []) as Iterable<string>);
  return {
    mode: modeOf(item.mode),
    automaticFields: PROPOSAL_FIELDS.filter((field) => fields.has(field)),
    vocabulary: vocabulary.length > 0 ? vocabulary : [...PLATFORM_VOCABULARY],
    monthlyTokens: (item.monthlyTokens as number | undefined) ?? DEFAULT_LIMITS.monthlyTokens,
    monthlyMicroUsd: (item.monthlyMicroUsd as number | undefined) ?? DEFAULT_LIMITS.monthlyMicroUsd,
  };
}

function modeOf(mode: unknown): EnrichmentMode {
  if (mode === undefined || mode === null) return DEFAULT_MODE;
  return mode === 'ON_REQUEST' || mode === 'AUTOMATIC' ? mode : 'OFF';
}
