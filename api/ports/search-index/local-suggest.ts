/** Completions of the local twin: titles and names that hold the words typed, the last of them as a beginning. */
import type { Database } from './local-database.ts';
import { narrowing } from './local-labels.ts';
import { completable, ownerOf } from './local-write.ts';
import type { Asker, SearchDocument, Suggestion } from './port.ts';
import { foldValue, words } from './search-text.ts';

const MOST_SUGGESTIONS = 20;
const MOST_WORDS = 8;
/** Documents that are read for suggestions: many share a title or a name. */
const READ = 60;

/** Titles and names that begin with what was typed come first. */
export function suggestions(database: Database, asker: Asker, text: string, limit: number): Suggestion[] {
  const typed = words(text).flatMap(completable).slice(0, MOST_WORDS);
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
  const most = Math.min(MOST_SUGGESTIONS, Math.max(1, Math.trunc(limit) || 1));
  const found = new Map<string, Suggestion & { late: boolean; portfolio: boolean }>();
  for (const id of ids) {
    const json = database.get('SELECT json FROM content WHERE id = ?', id)?.json;
    const document = JSON.parse(String(json)) as SearchDocument;
    if (tenantId !== undefined && document.tenantId !== tenantId) continue;
    const { title, people = [], kind, docKey, path } = document;
    for (const name of [title, ...people]) {
      const folded = foldValue(name);
      if (!completes(name, typed)) continue;
      const before = found.get(folded);
      const portfolio = kind === 'portfolio';
      if (before && (before.portfolio || !portfolio)) continue;
      const late = !words(name).flatMap(completable).join(' ').startsWith(typed.join(' '));
      found.set(folded, {
        text: name,
        kind,
        docKey,
        tenantId: document.tenantId,
        ...(path === undefined ? {} : { path }),
        late,
        portfolio,
      });
    }
  }
  return [...found.values()]
    .sort(
      (a, b) =>
        Number(a.late) - Number(b.late) || a.text.length - b.text.length || (a.text < b.text ? -1 : 1),
    )
    .slice(0, most)
    .map(({ late: _late, portfolio: _portfolio, ...suggestion }) => suggestion);
}

/** Whether a name holds all words typed, the last as the beginning of one. */
function completes(name: string, typed: readonly string[]): boolean {
  const own = words(name).flatMap(completable);
  const last = typed.at(-1) ?? '';
  return typed.slice(0, -1).every((word) => own.includes(word)) && own.some((word) => word.startsWith(last));
}
