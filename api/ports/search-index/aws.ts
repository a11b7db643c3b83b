/**
 * The search index on OpenSearch Serverless (or any OpenSearch 2): an index a scope behind an alias, words by its
 * analysis, vectors by its k-NN. What is written is seen after the collection's own refresh; nothing here waits for it.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-genref.html
 */
import { aliasesOf, type Aliases } from './aws-alias.ts';
import { sender, type OpenSearchTransport, type Send } from './aws-client.ts';
import { storedDocument, storedRemoval } from './aws-documents.ts';
import { pagesOf } from './aws-pages.ts';
import { pipelineName } from './aws-pipeline.ts';
import { searchesOf, type Engine } from './aws-searches.ts';
import { answer } from './aws-search.ts';
import { createOwnIdStore } from './aws-store-own-ids.ts';
import { createTheirIdStore } from './aws-store-their-ids.ts';
import type { Store } from './aws-store.ts';
import { suggestions } from './aws-suggest.ts';
import { putVectorField } from './aws-template.ts';
import type { Applied, Asker, Change, Rebuild, Scope, SearchIndex, Standing, VectorChange } from './port.ts';

export interface OpenSearchIndexOptions {
  /** From `createOpenSearchClient`; closed with the index. */
  client: OpenSearchTransport;
  /** What its indexes, aliases and template begin with. Default `artissist`. */
  prefix?: string;
  /** Whose ids documents have: ours (where an index takes them), or OpenSearch's (VECTORSEARCH). Default ours. */
  ids?: 'ours' | 'theirs';
  engine?: Engine;
  /** Further settings of the indexes. */
  settings?: object;
}

const SCOPES = ['public', 'tenant'] as const;

export function createOpenSearchIndex({
  client,
  prefix = 'artissist',
  ids = 'ours',
  engine = 'faiss',
  settings,
}: OpenSearchIndexOptions): SearchIndex {
  const send = sender(client);
  const store = ids === 'ours' ? createOwnIdStore(send) : createTheirIdStore(send);
  const aliases = Object.fromEntries(
    SCOPES.map((scope) => [scope, aliasesOf(send, scope, { prefix, ...(settings && { settings }) })]),
  ) as Record<Scope, Aliases>;
  const writer = createWriter(send, store, engine);

  const searches = (asker: Asker) => searchesOf(send, aliases[asker.scope].use, pipelineName(prefix), engine);

  /** Into what is being filled first, so that nothing is missing there when it comes into use. */
  async function inBoth(
    scope: Scope,
    write: (alias: string) => Promise<Applied[] | null>,
  ): Promise<Applied[]> {
    const { made, isFilling, use, filling } = aliases[scope];
    await made();
    if (await isFilling()) await write(filling);
    const applied = await write(use);
    if (applied) return applied;
    throw new Error(`The ${scope} index (${use}) is gone: make it anew from the table.`);
  }

  return {
    apply: (scope, changes) => inBoth(scope, (alias) => writer.apply(alias, changes)),
    setVectors: (scope, changes) => inBoth(scope, (alias) => writer.setVectors(alias, changes)),
    search: (asker, query) => answer(searches(asker), asker, query),
    suggest: (asker, text, limit) => suggestions(searches(asker), asker, text, limit),
    standing: (scope) => standing(send, aliases[scope].use),
    rebuild: (scope) => beginRebuild(scope, aliases[scope], writer),
    async forget(tenantId) {
      for (const scope of SCOPES) {
        const { use, filling, isFilling } = aliases[scope];
        if (await isFilling()) await store.forget(filling, tenantId);
        await store.forget(use, tenantId);
      }
    },
    close: () => client.close(),
  };
}

interface Writer {
  apply(alias: string, changes: readonly Change[]): Promise<Applied[] | null>;
  setVectors(alias: string, changes: readonly VectorChange[]): Promise<Applied[] | null>;
}

function createWriter(send: Send, store: Store, engine: Engine): Writer {
  return {
    apply: (alias, changes) =>
      store.put(
        alias,
        changes.map((change) =>
          'document' in change ? storedDocument(change.document) : storedRemoval(change.remove),
        ),
      ),
    async setVectors(alias, changes) {
      const sizes = new Map(
        changes.flatMap((change) =>
          (['text', 'image'] as const).flatMap((side) => {
            const dimensions = change[side]?.values.length;
            return dimensions === undefined ? [] : [[`${side} ${dimensions}`, { side, dimensions }] as const];
          }),
        ),
      );
      for (const size of sizes.values()) await putVectorField(send, alias, { ...size, engine });
      return store.setVectors(alias, changes);
    },
  };
}

async function* standing(send: Send, alias: string): AsyncGenerator<Standing> {
  const fields = ['docKey', 'tenantId', 'version', 'removed', 'textModel'];
  let before: string | undefined;
  for await (const page of pagesOf(send, alias, { match_all: {} }, fields)) {
    for (const { _source } of page) {
      const { docKey, tenantId, version, removed, textModel } = _source;
      const isDouble = docKey === before;
      before = docKey;
      if (isDouble || removed) continue;
      yield { docKey, tenantId, version, ...(textModel === undefined ? {} : { model: textModel }) };
    }
  }
}

async function beginRebuild(scope: Scope, aliases: Aliases, writer: Writer): Promise<Rebuild> {
  await aliases.made();
  const index = await aliases.begin();
  const filled = async (write: Promise<Applied[] | null>): Promise<Applied[]> => {
    const applied = await write;
    if (applied) return applied;
    throw new Error(`The rebuild of the ${scope} index is over, or another has begun: begin again.`);
  };
  return {
    async apply(changes) {
      await aliases.mustFill(index);
      return filled(writer.apply(aliases.filling, changes));
    },
    async setVectors(changes) {
      await aliases.mustFill(index);
      return filled(writer.setVectors(aliases.filling, changes));
    },
    finish: () => aliases.finish(index),
    abort: () => aliases.abort(index),
  };
}
