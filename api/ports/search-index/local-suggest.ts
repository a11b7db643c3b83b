/** Completions of the local twin: titles and names that hold the words typed, the last of them as a beginning. */
import type { Database } from './local-database.ts';
import { narrowing } from './local-labels.ts';
import { ownerOf } from './local-write.ts';
import type { Asker, SearchDocument, Suggestion } from './port.ts';
import { completionsOf, typedOf } from './search-completions.ts';

/** Documents that are read for suggestions: many share a title or a name. */
const READ = 60;

/** Titles and names that begin with what was typed come first. */
export function suggestions(database: Database, asker: Asker, text: string, limit: number): Suggestion[] {
  const typed = typedOf(text);
  const tenantId = asker.scope === 'tenant' ? asker.tenantId : undefined;
  const owner = ownerOf(database, asker.scope, tenantId ?? '');
  const narrow = owner === undefined ? null : narrowing(database, owner, tenantId, {});
  if (typed.length === 0 || !narrow) return [];
  const quoted = typed.map((word) => `"${word}"`);
  const within = narrow.tokens === '' ? '' : `${narrow.tokens} AND `;
  const read = (expression: string): number[] =>
    database
      .all(`SELECT rowid AS id FROM names WHERE names MATCH ? LIMIT ${READ}`, within + expression)
      .map(({ id }) => Number(id));
  const ids = new Set([
    ...read(`{title people} : (^ ${quoted.join(' + ')} *)`),
    ...read(`{title people} : (${quoted.join(' AND ')} *)`),
  ]);
  const documents = [...ids]
    .map((id) => database.get('SELECT json FROM content WHERE id = ?', id)?.json)
    .map((json) => JSON.parse(String(json)) as SearchDocument)
    .filter((document) => tenantId === undefined || document.tenantId === tenantId);
  return completionsOf(documents, typed, limit);
}
