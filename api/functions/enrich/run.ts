/** The item of a run: read before every step, written by machines and, to cancel it, by a person. */
import type { EnrichmentRun, EnrichmentState } from '../../enrichment.ts';
import type { Item, Table } from '../../ports/table/port.ts';
import { enrichmentSk, tenantCollection, tenantKey } from '../../resolvers/_lib/keys.ts';
import { EnrichmentCancelled, EnrichmentGone, EnrichmentOff } from './failures.ts';
import type { StepInput } from './ports.ts';
import { readChoice, type Choice } from './settings.ts';

/** What machines keep on a run beside what the API shows. */
export type Run = EnrichmentRun & {
  /** Name of the execution that does it. */
  execution?: string;
  /** Whether another attempt may succeed. */
  again?: boolean;
};

const keyOf = ({ tenantId, enrichmentId }: StepInput) => tenantKey(tenantId, enrichmentSk(enrichmentId));

/** A run as it stands now, or null. */
export async function readRun(table: Pick<Table, 'get'>, input: StepInput): Promise<Run | null> {
  return (await table.get(keyOf(input), { consistent: true })) as Run | null;
}

/**
 * What every step looks at first.
 * @throws EnrichmentGone, EnrichmentCancelled, EnrichmentOff
 */
export async function enter(
  table: Pick<Table, 'get'>,
  input: StepInput,
): Promise<{ run: Run; choice: Choice }> {
  const [run, choice] = await Promise.all([readRun(table, input), readChoice(table, input.tenantId)]);
  if (!run) throw new EnrichmentGone(`There is no run ${input.enrichmentId}.`);
  if (run.state !== 'RUNNING')
    throw new EnrichmentCancelled(`The run is ${run.state}: no further step is taken.`);
  if (choice.mode === 'OFF') throw new EnrichmentOff();
  return { run, choice };
}

/**
 * Sets attributes of a run that is in one of the states; answers whether it was.
 * `revision` counts what machines wrote.
 */
export async function changeRun(
  table: Pick<Table, 'update'>,
  input: StepInput,
  from: readonly EnrichmentState[],
  set: Partial<Run>,
  remove: ReadonlyArray<keyof Run> = [],
): Promise<boolean> {
  const names: Record<string, string> = { '#state': 'state' };
  const values: Record<string, unknown> = { ':one': 1 };
  const sets = ['revision = revision + :one'];
  for (const [name, value] of Object.entries(set)) {
    names[`#${name}`] = name;
    values[`:${name}`] = value;
    sets.push(`#${name} = :${name}`);
  }
  for (const name of remove) names[`#${name}`] = name;
  const removal = remove.length > 0 ? ` REMOVE ${remove.map((name) => `#${name}`).join(', ')}` : '';
  const states = from.map((state, at): [string, string] => [`:from${at}`, state]);
  const changed = await table.update(
    keyOf(input),
    { expression: `SET ${sets.join(', ')}${removal}`, names, values },
    {
      expression: `#state IN (${states.map(([name]) => name).join(', ')})`,
      values: Object.fromEntries(states),
    },
  );
  return changed !== null;
}

/** The item of a run that a change has asked for. */
export function newRun(
  run: Pick<EnrichmentRun, 'id' | 'tenantId' | 'subject' | 'entityId' | 'projectId' | 'requestedAt'>,
): Item & { PK: string; SK: string } {
  return {
    ...tenantKey(run.tenantId, enrichmentSk(run.id)),
    entity: 'enrichment',
    ...run,
    state: 'REQUESTED',
    proposals: 0,
    tokens: 0,
    microUsd: 0,
    revision: 1,
    collection: tenantCollection(run.tenantId, 'ENRICHMENT'),
    createdId: run.id,
    updatedAt: run.requestedAt,
    updatedVia: 'enrich-changes',
  };
}
