/** Searches of one index, several in one request. */
import { isPassing, OpenSearchRefusal, type Send } from './aws-client.ts';
import type { Rows } from './aws-pages.ts';
import type { Aggregations } from './aws-filters.ts';
import { SearchUnavailable } from './port.ts';

export interface Found extends Rows {
  aggregations?: Aggregations;
}

export interface Searches {
  /** An index that is not there holds nothing. @throws SearchUnavailable, Error when it is refused */
  one(body: object): Promise<Found>;
  /** @throws SearchUnavailable, Error when any of them is refused */
  each(bodies: readonly object[]): Promise<Found[]>;
  /** Like `each`, with undefined for what failed. @throws SearchUnavailable when none answers at all */
  attempts(bodies: readonly object[]): Promise<Array<Found | undefined>>;
  /** A hybrid query, through the pipeline that fuses it; undefined when it is refused. @throws SearchUnavailable */
  hybrid(body: object): Promise<Found | undefined>;
  /** The cosine that the score of a neighbour stands for. */
  cosineOf(score: number): number;
}

/** What finds neighbours. Collections have faiss. */
export type Engine = 'faiss' | 'lucene';

/**
 * Scores of neighbours, as cosines of vectors of length one: faiss measures the inner product, Lucene the cosine.
 * https://docs.opensearch.org/latest/mappings/supported-field-types/knn-spaces/
 */
const COSINES: Readonly<Record<Engine, (score: number) => number>> = {
  faiss: (score) => (score >= 1 ? score - 1 : 1 - 1 / score),
  lucene: (score) => 2 * score - 1,
};

type Response = Found & { status?: number; error?: { type?: string; reason?: string } };

const NOTHING: Found = { hits: { hits: [], total: { value: 0, relation: 'eq' } } };

/** @param pipeline that fuses hybrid queries */
export function searchesOf(send: Send, alias: string, pipeline: string, engine: Engine): Searches {
  const asked = async (bodies: readonly object[]): Promise<Response[]> => {
    const answer = await send<{ responses: Response[] }>({
      method: 'POST',
      path: `/${alias}/_msearch`,
      lines: bodies.flatMap((body) => [{}, body]),
    });
    const responses = answer?.responses ?? bodies.map(() => NOTHING);
    return responses.map((response: Response) => (response.status === 404 ? NOTHING : response));
  };
  const each: Searches['each'] = async (bodies) => {
    const responses = await asked(bodies);
    for (const { error, status = 500 } of responses) {
      if (!error) continue;
      const message = `OpenSearch refused a search with ${status}: ${error.type ?? ''} ${error.reason ?? ''}`;
      throw isPassing(status) ? new SearchUnavailable(message) : new Error(message);
    }
    return responses;
  };
  return {
    cosineOf: COSINES[engine],
    one: async (body) => (await each([body]))[0]!,
    each,
    attempts: async (bodies) =>
      (await asked(bodies)).map((response) => (response.error ? undefined : response)),
    async hybrid(body) {
      try {
        const found = await send<Found>({
          method: 'POST',
          path: `/${alias}/_search`,
          query: { search_pipeline: pipeline },
          body,
        });
        return found ?? NOTHING;
      } catch (error) {
        if (error instanceof OpenSearchRefusal) return undefined;
        throw error;
      }
    },
  };
}
