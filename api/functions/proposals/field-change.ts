/** What a field becomes when values are taken over, and when they are taken back. Nothing is read or written here. */
import type { Proposal } from '../../enrichment.ts';
import type { Item } from '../../ports/table/port.ts';
import type { Target } from '../../resolvers/_lib/proposal-target.ts';
import type { Fact } from '../../types.gen.ts';
import { factsOf, isSameFact } from './facts.ts';

type Taken = Pick<
  Proposal,
  'field' | 'values' | 'editedValues' | 'previousValues' | 'addedValues' | 'automatic'
>;

/** The field as it becomes, and what taking it back needs to know. */
export interface Change {
  value: unknown;
  /** What stood there; null when nothing did, and for facts. */
  previousValues: string[] | null;
  /** What a list did not hold before. */
  addedValues?: string[];
}

/** Takes values over into a field of an item. */
export function take(item: Item, target: Target, of: Pick<Proposal, 'field'>, values: string[]): Change {
  const present = item[target.field];
  if (target.kind === 'TEXT') {
    const stood = typeof present === 'string' ? [present] : null;
    return { value: values.join(', '), previousValues: stood };
  }
  if (target.kind === 'LIST') {
    const list = (present ?? []) as string[];
    const addedValues = withoutDoubles(values, list);
    return { value: [...list, ...addedValues], previousValues: present ? list : null, addedValues };
  }
  const facts = (present ?? []) as Fact[];
  const added = factsOf(of.field, [...new Set(values)]).filter(
    (fact) => !facts.some((other) => isSameFact(fact, other)),
  );
  return {
    value: [...facts, ...added],
    previousValues: null,
    addedValues: added.map(({ value }) => value),
  };
}

/**
 * The field as it was before the values were taken over; null where they do not stand there any more. Of a list only
 * what was added goes, so that what people have added since stays.
 */
export function takeBack(item: Item, target: Target, of: Taken): { value: unknown } | null {
  const present = item[target.field];
  if (target.kind === 'TEXT') {
    const taken = (of.editedValues ?? of.values).join(', ');
    return present === taken ? { value: of.previousValues?.[0] ?? null } : null;
  }
  const added = of.addedValues ?? [];
  if (added.length === 0) return { value: present ?? null };
  if (target.kind === 'LIST') {
    const list = (present ?? []) as string[];
    const left = list.filter((value) => !added.includes(value));
    return left.length < list.length ? { value: orNothing(left) } : null;
  }
  const facts = (present ?? []) as Fact[];
  const gone = factsOf(of.field, added);
  const left = facts.filter((fact) => !gone.some((other) => isSameFact(fact, other)));
  return left.length < facts.length ? { value: orNothing(left) } : null;
}

const orNothing = <T>(list: T[]): T[] | null => (list.length > 0 ? list : null);

/** Values that are not among `present`, whatever their case, each once. */
function withoutDoubles(values: readonly string[], present: readonly string[]): string[] {
  const known = new Set(present.map(fold));
  return values.filter((value) => !known.has(fold(value)) && known.add(fold(value)));
}

const fold = (value: string): string => value.trim().toLowerCase();
