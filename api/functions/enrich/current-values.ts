/** What stands already where the value of a proposal would go. */
import type { Proposal, ProposalField } from '../../enrichment.ts';
import type { Item } from '../../ports/table/port.ts';
import { factsOf } from '../proposals/facts.ts';
import type { Fact } from '../../types.gen.ts';
import { targetOf } from '../../resolvers/_lib/proposal-target.ts';

/** Values of the field that accepting would change, as far as it is a field of the entity itself. */
export function currentValues(of: Pick<Proposal, 'entity' | 'entityId' | 'field'>, item: Item): string[] {
  const { entity, kind, field } = targetOf(of);
  if (entity !== of.entity || kind === 'LOG') return [];
  if (kind === 'FACTS') return factsIn(item, of.field);
  const value = item[field];
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return Array.isArray(value) ? (value as string[]) : [];
}

function factsIn(item: Item, field: ProposalField): string[] {
  const [named] = factsOf(field, ['']);
  return ((item.facts ?? []) as Fact[]).flatMap(({ key, value }) => (key === named?.key ? [value] : []));
}

/** Values that do not stand there already, whatever their case. */
export function newValues(values: readonly string[], current: readonly string[]): string[] {
  const known = new Set(current.map((value) => value.trim().toLowerCase()));
  return values.filter((value) => !known.has(value.trim().toLowerCase()));
}
