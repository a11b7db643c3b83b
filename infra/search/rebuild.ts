/**
 * A new index of everything, beside the one in use: filled from the table, then switched to. What changes meanwhile
 * goes to both. Stopped halfway, the old index stays, and the next run begins anew.
 */
import { embedStates, type EmbedPorts } from '#api/functions/embed/embed.ts';
import { chunked } from '#api/functions/index-content/chunked.ts';
import { ModelUnavailable } from '#api/ports/embeddings/port.ts';
import type { Rebuild, Scope, SearchIndex } from '#api/ports/search-index/port.ts';
import { SCOPES, statesOf, tenantIds } from './sources.ts';

export interface RebuildPorts extends EmbedPorts {
  index: Pick<SearchIndex, 'apply' | 'setVectors' | 'rebuild'>;
}

export interface RebuildProgress {
  scope: Scope;
  tenants: number;
  documents: number;
  /** Documents whose vectors are to be computed later, since the model was away. */
  withoutVectors: number;
}

export interface RebuildOptions {
  /** Texts alone: vectors are to be computed later. */
  withoutVectors?: boolean;
  signal?: AbortSignal;
  onProgress?: (progress: RebuildProgress) => void;
}

const AT_ONCE = 200;

/** @returns what was done of each scope. @throws the reason of `signal` when it is aborted; the old index stays */
export async function rebuildAll(
  ports: RebuildPorts,
  options: RebuildOptions = {},
): Promise<RebuildProgress[]> {
  const done: RebuildProgress[] = [];
  for (const scope of SCOPES) {
    const rebuild = await ports.index.rebuild(scope);
    try {
      done.push(await fill(ports, scope, rebuild, options));
      await rebuild.finish();
    } catch (error) {
      await rebuild.abort();
      throw error;
    }
  }
  return done;
}

async function fill(
  ports: RebuildPorts,
  scope: Scope,
  rebuild: Rebuild,
  { withoutVectors = false, signal, onProgress }: RebuildOptions,
): Promise<RebuildProgress> {
  const progress = { scope, tenants: 0, documents: 0, withoutVectors: 0 };
  const index: EmbedPorts['index'] = {
    apply: (_scope, changes) => rebuild.apply(changes),
    setVectors: (_scope, changes) => rebuild.setVectors(changes),
  };
  let away = withoutVectors;
  for await (const tenantId of tenantIds(ports.table)) {
    for await (const states of chunked(statesOf(ports, scope, tenantId), AT_ONCE)) {
      signal?.throwIfAborted();
      await rebuild.apply(states);
      const documents = states.filter((state) => 'document' in state).length;
      away ||= !(await embedded({ ...ports, index }, scope, states));
      progress.documents += documents;
      if (away) progress.withoutVectors += documents;
      onProgress?.(progress);
    }
    progress.tenants += 1;
    onProgress?.(progress);
  }
  return progress;
}

/** Whether the model answered. Words are found without it. */
async function embedded(...args: Parameters<typeof embedStates>): Promise<boolean> {
  try {
    await embedStates(...args);
    return true;
  } catch (error) {
    if (error instanceof ModelUnavailable) return false;
    throw error;
  }
}
