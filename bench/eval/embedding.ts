/** Vectors of the works by the product's own code, kept by what they were computed from, so that a run again is quick. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedText } from '#api/functions/embed/embedded-text.ts';
import { textVectors } from '#api/functions/embed/vectors.ts';
import type { Embeddings } from '#api/ports/embeddings/port.ts';
import type { Results } from '#api/ports/results/port.ts';
import { nameOf, sha256 } from '#api/ports/results/question.ts';
import type { SearchDocument, Vector, VectorChange } from '#api/ports/search-index/port.ts';
import { ROOT } from '#infra/local/settings.ts';

/** Not in git. */
const KEPT = join(ROOT, '.artissist/eval/vectors');
/** Documents that are embedded together. */
const AT_ONCE = 64;

/** Results as files of a folder. */
function resultsIn(folder: string): Pick<Results, 'read' | 'write'> {
  const fileOf = (name: string): string => join(folder, `${name}.json`);
  return {
    read: async (_tenant, name) =>
      readFile(fileOf(name), 'utf8').then(
        (text): unknown => JSON.parse(text),
        () => null,
      ),
    async write(_tenant, name, value) {
      await mkdir(folder, { recursive: true });
      // Under another name first: a run that is interrupted leaves no half a vector.
      const half = `${fileOf(name)}.${randomUUID()}`;
      await writeFile(half, JSON.stringify(value));
      await rename(half, fileOf(name));
    },
  };
}

/** The vectors of documents as changes of an index. Tells how far it is. */
export async function vectorsOf(
  documents: readonly SearchDocument[],
  embeddings: Embeddings,
  tell: (done: number, all: number) => void = () => undefined,
): Promise<VectorChange[]> {
  const results = resultsIn(KEPT);
  const changes: VectorChange[] = [];
  for (let at = 0; at < documents.length; at += AT_ONCE) {
    const together = documents.slice(at, at + AT_ONCE);
    const vectors = await textVectors(
      {
        results,
        embeddings: () => Promise.resolve(embeddings),
        media: { read: () => Promise.resolve(null) },
      },
      together.map((document) => ({
        tenantId: document.tenantId,
        input: embeddedText(document, embeddings.text.maxCharacters),
      })),
    );
    for (const [place, { docKey, tenantId, version }] of together.entries()) {
      changes.push({ docKey, tenantId, version, text: vectors[place] ?? null });
    }
    tell(changes.length, documents.length);
  }
  return changes;
}

/** Of the way that queries are embedded: another one makes other vectors. */
const QUERIES = 'query-1';

/** The vectors of queries, by their text; those that the model has nothing to say of are left out. */
export async function queryVectors(
  texts: Iterable<string>,
  embeddings: Embeddings,
): Promise<Map<string, Vector>> {
  const results = resultsIn(KEPT);
  const model = embeddings.text.id;
  const vectors = new Map<string, Vector>();
  for (const text of new Set(texts)) {
    const name = nameOf({ model, promptVersion: QUERIES, input: sha256(text) });
    let values = await results.read('', name);
    if (!Array.isArray(values)) {
      const [vector] = (await embeddings.embedTexts([text], 'query')).vectors;
      values = [...(vector ?? [])];
      await results.write('', name, values);
    }
    const known = Float32Array.from(values as number[]);
    if (known.length > 0) vectors.set(text, { model, values: known });
  }
  return vectors;
}
