/**
 * Compares the index with the table, by key and version, and mends what differs. Changes are put in with their
 * versions, so that mending beside the events that are on their way does no harm.
 */
import { isRead } from '#api/functions/embed/embedded-text.ts';
import { embedStates, type EmbedPorts } from '#api/functions/embed/embed.ts';
import { readChoice } from '#api/functions/enrich/settings.ts';
import { chunked } from '#api/functions/index-content/chunked.ts';
import { publicChanges } from '#api/functions/index-content/public-source.ts';
import type { State } from '#api/functions/index-content/state.ts';
import { GONE } from '#api/functions/index-content/versions.ts';
import type { EmbeddingModel } from '#api/ports/embeddings/port.ts';
import type { Scope, SearchIndex, Standing } from '#api/ports/search-index/port.ts';
import { SCOPES, statesOf, tenantIds } from './sources.ts';

export interface DriftPorts extends EmbedPorts {
  index: Pick<SearchIndex, 'apply' | 'setVectors' | 'standing'>;
}

/** How an index differs from the table. Lists hold keys of documents. */
export interface Drift {
  scope: Scope;
  /** Documents that should stand. */
  documents: number;
  /** Not in the index, or in an older version. Of a mending one: what was put in. */
  behind: string[];
  /** In the index and not in the table. */
  surplus: string[];
  /**
   * In a newer version than the table's, or refused as one (removed in a newer version): the table was replaced by an
   * older one. A rebuild mends it.
   */
  ahead: string[];
  /** Without the vector of the present model, or with one although there should be none. */
  vectors: string[];
}

export interface DriftOptions {
  /** Mends what differs; else it is only told. */
  repair?: boolean;
  /** Compares texts alone. */
  withoutVectors?: boolean;
  /** Takes every document's vectors as missing: pictures have another model. */
  everyVector?: boolean;
  scopes?: readonly Scope[];
  signal?: AbortSignal;
  onProgress?: (documents: number) => void;
}

const AT_ONCE = 200;

export const isEqual = ({ behind, surplus, ahead, vectors }: Drift): boolean =>
  [behind, surplus, ahead, vectors].every((keys) => keys.length === 0);

/** What differs in both of two comparisons: what differs in the first alone was on its way. */
export function lasting(first: readonly Drift[], second: readonly Drift[]): Drift[] {
  return second.map((drift) => {
    const before = first.find(({ scope }) => scope === drift.scope);
    const both = (what: 'behind' | 'surplus' | 'ahead' | 'vectors'): string[] => {
      const keys = new Set(before?.[what]);
      return drift[what].filter((key) => keys.has(key));
    };
    return {
      ...drift,
      behind: both('behind'),
      surplus: both('surplus'),
      ahead: both('ahead'),
      vectors: both('vectors'),
    };
  });
}

/** @throws ModelUnavailable while mending vectors; texts of what was seen by then are mended */
export async function compareIndex(ports: DriftPorts, options: DriftOptions = {}): Promise<Drift[]> {
  const drifts: Drift[] = [];
  for (const scope of options.scopes ?? SCOPES) drifts.push(await compareScope(ports, scope, options));
  return drifts;
}

async function compareScope(ports: DriftPorts, scope: Scope, options: DriftOptions): Promise<Drift> {
  const drift: Drift = { scope, documents: 0, behind: [], surplus: [], ahead: [], vectors: [] };
  const standing = new Map<string, Standing>();
  for await (const one of ports.index.standing(scope)) standing.set(one.docKey, one);
  /** Puts states in; what is refused is newer in the index. */
  async function applied(states: readonly State[]): Promise<readonly State[]> {
    if (states.length === 0) return states;
    const answers = await ports.index.apply(scope, states);
    const isRefused = (_: State, at: number): boolean => answers[at] === 'stale';
    drift.ahead.push(...states.filter(isRefused).map(keyOf));
    return states.filter((state, at) => !isRefused(state, at));
  }
  const model = options.withoutVectors ? undefined : (await ports.embeddings()).text;
  for await (const tenantId of tenantIds(ports.table)) {
    const isOff = (await readChoice(ports.table, tenantId)).mode === 'OFF';
    for await (const states of chunked(statesOf(ports, scope, tenantId), AT_ONCE)) {
      options.signal?.throwIfAborted();
      const found = { behind: [] as State[], vectors: [] as State[] };
      for (const state of states) {
        const key = keyOf(state);
        const stands = standing.get(key);
        standing.delete(key);
        if ('document' in state) drift.documents += 1;
        const order = orderOf(state, stands);
        if (order < 0) found.behind.push(state);
        if (order > 0) drift.ahead.push(key);
        const wanted = model && wantedModel(state, model, isOff);
        const isOther = options.everyVector ? wanted !== undefined : stands?.model !== wanted;
        if (model && (order < 0 ? wanted : order === 0 && isOther)) found.vectors.push(state);
      }
      const mended = options.repair ? await applied(found.behind) : found.behind;
      drift.behind.push(...mended.map(keyOf));
      drift.vectors.push(...found.vectors.map(keyOf));
      if (options.repair && found.vectors.length > 0) await embedStates(ports, scope, found.vectors);
      options.onProgress?.(drift.documents);
    }
  }
  for await (const states of chunked(removals(ports, scope, [...standing.values()]), AT_ONCE)) {
    drift.surplus.push(...(options.repair ? await applied(states) : states).map(keyOf));
  }
  return drift;
}

const keyOf = (state: State): string => ('document' in state ? state.document : state.remove).docKey;

/** Less than 0 where the index is behind, more where it is ahead. */
function orderOf(state: State, stands: Standing | undefined): number {
  if ('remove' in state) return stands && stands.version < state.remove.version ? -1 : stands ? 1 : 0;
  return stands ? Math.sign(stands.version - state.document.version) : -1;
}

/** The model whose vector should stand with a document. */
function wantedModel(state: State, model: EmbeddingModel, isOff: boolean): string | undefined {
  return 'document' in state && !isOff && isRead(state.document, model) ? model.id : undefined;
}

/**
 * Removals of what the table was seen without. Ids are never given again, so what is not there is gone; of what could be
 * public by now the table is asked once more.
 */
async function* removals(
  ports: DriftPorts,
  scope: Scope,
  left: readonly Standing[],
): AsyncGenerator<Extract<State, { remove: unknown }>> {
  for (const { docKey, tenantId } of left) {
    const [kind, id = ''] = docKey.split('#');
    if (scope === 'public' && (kind === 'work' || kind === 'page')) {
      const entity = kind === 'work' ? 'project' : 'page';
      const [state] = await publicChanges(ports, [{ tenantId, entity, id }]);
      if (state && 'remove' in state) yield state;
    } else {
      yield { remove: { docKey, tenantId, version: GONE } };
    }
  }
}
