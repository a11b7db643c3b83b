/**
 * What machines made and the tenant lets stand by itself: it goes out only where nobody has written, and is marked.
 * It stays in the proposals' own items, so that nothing of it stands in a person's way.
 */
import type { Proposal, Receipt } from '../../enrichment.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import { targetOf } from '../../resolvers/_lib/proposal-target.ts';
import { readChoice } from '../enrich/settings.ts';
import type { Fact, MachineMade, ProposalEntity } from '../../types.gen.ts';
import { factsOf } from '../proposals/facts.ts';

/**
 * Proposals that stand by themselves, as far as the tenant still lets their fields, the latest first.
 * @param list where they stand, such as `PROJECT#<p>`
 */
export async function automaticProposals(
  table: Pick<Table, 'get' | 'query'>,
  tenantId: string,
  list: string,
): Promise<Proposal[]> {
  const { mode, automaticFields } = await readChoice(table, tenantId);
  if (mode === 'OFF' || automaticFields.length === 0) return [];
  const found: Proposal[] = [];
  for await (const item of table.query({
    condition: {
      expression: 'PK = :pk AND begins_with(SK, :prefix)',
      values: { ':pk': `TENANT#${tenantId}`, ':prefix': `${list}#PROPOSAL#` },
    },
    consistent: true,
  })) {
    const proposal = item as unknown as Proposal;
    const stands = proposal.state === 'ACCEPTED' && proposal.automatic === true;
    if (stands && automaticFields.includes(proposal.field)) found.push(proposal);
  }
  return found.toSorted((one, other) => (one.receipt.at < other.receipt.at ? 1 : -1));
}

/** Ids of what goes out with a public work. */
export interface GoingOut {
  projectId: string;
  assetIds: ReadonlySet<string>;
  logIds: ReadonlySet<string>;
}

/**
 * Whether what it is for, and what it was read from, goes out with the work: nothing that a machine made of something
 * private becomes public by itself.
 */
export function isOfPublic({ entity, entityId, receipt }: Proposal, out: GoingOut): boolean {
  const goes = (of: Proposal['entity'] | Receipt['sourceEntity'], id: string): boolean => {
    if (of === 'PROJECT') return id === out.projectId;
    if (of === 'ASSET') return out.assetIds.has(id);
    return of === 'LOG' && out.logIds.has(id);
  };
  return goes(entity, entityId) && goes(receipt.sourceEntity, receipt.sourceId);
}

/** The item with what machines made of it where it holds nothing itself; `machineMade` says what that is. */
export function withMachineMade(item: Item, entity: ProposalEntity, proposals: readonly Proposal[]): Item {
  const machineMade: MachineMade[] = [];
  const made: Item = {};
  for (const proposal of proposals) {
    const { id, field, kind, ...target } = targetOf(proposal);
    if (target.entity !== entity || id !== item.id || kind === 'LOG') continue;
    const { model, at } = proposal.receipt;
    if (kind !== 'FACTS') {
      if (field in made || holds(item[field])) continue;
      made[field] = kind === 'LIST' ? proposal.values : proposal.values.join(', ');
      machineMade.push({ field, model, at, values: null });
      continue;
    }
    const facts = (made.facts ?? item.facts ?? []) as Fact[];
    const added = factsOf(proposal.field, proposal.values).filter(
      ({ key }) => !facts.some((fact) => fact.key === key),
    );
    if (added.length === 0) continue;
    made.facts = [...facts, ...added];
    machineMade.push({ field, model, at, values: added.map(({ value }) => value) });
  }
  return machineMade.length === 0 ? item : { ...item, ...made, machineMade };
}

/** The public form without what machines made of it. A fact of theirs stands behind those of people. */
export function withoutMachineMade(document: Item): Item {
  const marks = (document.machineMade ?? []) as MachineMade[];
  if (marks.length === 0) return document;
  const without: Item = { ...document, machineMade: null };
  for (const { field, values } of marks) {
    if (values === null) without[field] = null;
    else without[field] = ((without[field] ?? []) as Fact[]).filter((_, at, all) => !isMade(values, all, at));
  }
  return without;
}

/** Whether a fact is the last one with one of the values. */
const isMade = (values: readonly string[], facts: readonly Fact[], at: number): boolean => {
  const { value } = facts[at] as Fact;
  return values.includes(value) && facts.findLastIndex((fact) => fact.value === value) === at;
};

export const holds = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== '';
