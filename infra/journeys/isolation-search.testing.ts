/** Attempts by search: every mode, pointed at somebody's things. All arguments at once would be no search. */
import { getNamedType } from 'graphql';
import type { RootField, Targets, Values } from './isolation-attempt.testing.ts';
import type { TestPlatform } from './platform.testing.ts';

/** Whether a field searches: it is told how to look. */
export const isSearch = ({ field }: RootField): boolean =>
  field.args.some(({ type }) => getNamedType(type).name === 'SearchMode');

/** Words that stand beside the canaries in planted texts (`nachtigall title`). */
const BESIDE = 'title body';

/** Sets of arguments for a search, at most a few dozen. */
export function searchSets({ field }: RootField, targets: Targets): Values[] {
  const taken = new Set(field.args.map(({ name }) => name));
  const ids = (entity: string) => (targets.entities[entity] ?? []).map(({ id }) => id);
  const sets: Values[] = [
    {},
    ...['TEXT', 'SEMANTIC', 'HYBRID'].map((mode) => ({ text: BESIDE, mode })),
    ...(targets.names.text ?? []).map((text) => ({ text, mode: 'TEXT' })),
    ...(targets.names.handle ?? []).map((handle) => ({ text: BESIDE, handle })),
    ...ids('Project').map((projectId) => ({ text: BESIDE, projectId })),
    ...ids('Project').map((similarTo) => ({ mode: 'SIMILAR', similarTo })),
    ...ids('Asset').map((pictureOf) => ({ mode: 'IMAGE', pictureOf })),
    ...(targets.names.picture ?? []).map((picture) => ({ mode: 'IMAGE', picture })),
    ...targets.cursors.map((cursor) => ({ text: BESIDE, cursor })),
  ];
  return sets
    .filter((set) => Object.keys(set).every((name) => taken.has(name)))
    .map((set) => ({ facets: true, limit: 100, ...set }));
}

/** Query parameters for a set of arguments: lists are sent value by value. */
export function queryOf(names: readonly string[], values: Values): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = values[name];
    const all: unknown[] = Array.isArray(value) ? value : [value];
    for (const one of all) if (one !== null && one !== undefined) query.append(name, String(one));
  }
  return query;
}

/** Searches until the model of meanings answers in time: it is loaded with the first question. */
export async function warmSearch(platform: Pick<TestPlatform, 'graphql'>): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    const { data } = await platform.graphql<{ search: { notice: string | null } }>(
      null,
      '{search(text:"a ship at sea"){notice}}',
    );
    if (data?.search.notice === null) return;
  }
  throw new Error('Searches by meaning do not answer.');
}
