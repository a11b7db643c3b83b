import type { Proposal } from '../../enrichment.ts';
import { newValues } from './current-values.ts';

/**
 * A proposal over the one that stands under its id: null where that one stays. One that a person once refused or took
 * back stays without what was refused, however its words are spelled, and waits for a person again.
 */
export function madeAgain(made: Proposal, stood: Proposal): Proposal | null {
  if (stood.state === 'ACCEPTED') return null;
  const revision = stood.revision + 1;
  const refusedValues = refusedOf(stood);
  if (refusedValues.length === 0) return { ...made, revision };
  const values = newValues(made.values, refusedValues);
  if (values.length === 0) return null;
  const waiting: Proposal = { ...made, state: 'PROPOSED', values, refusedValues, revision };
  delete waiting.automatic;
  delete waiting.previousValues;
  delete waiting.decidedAt;
  return waiting;
}

/** What people refused of it so far. */
function refusedOf({ state, values, editedValues = [], refusedValues = [] }: Proposal): string[] {
  const decided = state === 'REJECTED' || state === 'REVERTED';
  return decided ? [...new Set([...refusedValues, ...values, ...editedValues])] : refusedValues;
}
