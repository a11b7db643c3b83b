/** Completions of the twin on AWS. */
import { ofAsker } from './aws-filters.ts';
import type { Searches } from './aws-searches.ts';
import type { Asker, SearchDocument, Suggestion } from './port.ts';
import { completionsOf, typedOf } from './search-completions.ts';

/** Documents that are read for suggestions: many share a title or a name. */
const READ = 60;
const FIELDS = ['docKey', 'tenantId', 'kind', 'path', 'title', 'people'];

/** Titles and names that begin with what was typed come first. @throws SearchUnavailable */
export async function suggestions(
  searches: Searches,
  asker: Asker,
  text: string,
  limit: number,
): Promise<Suggestion[]> {
  const typed = typedOf(text).map((word) => word.toWellFormed());
  if (typed.length === 0) return [];
  const asked = (clauses: object[]): object => ({
    size: READ,
    track_total_hits: false,
    _source: FIELDS,
    query: { bool: { filter: ofAsker(asker), must: clauses } },
  });
  const found = await searches.each([
    asked([{ match_phrase_prefix: { names: { query: typed.join(' '), max_expansions: READ } } }]),
    asked([
      ...typed.slice(0, -1).map((value) => ({ term: { names: { value } } })),
      { prefix: { names: { value: typed.at(-1) ?? '' } } },
    ]),
  ]);
  const documents = found.flatMap(({ hits }) =>
    hits.hits.map(({ _source }) => _source as unknown as SearchDocument),
  );
  return completionsOf(
    documents.filter(({ tenantId }) => asker.scope === 'public' || tenantId === asker.tenantId),
    typed,
    limit,
  );
}
