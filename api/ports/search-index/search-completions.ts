/** Completions from documents that hold what was typed, the same in both twins. Pure. */
import type { SearchDocument, Suggestion } from './port.ts';
import { foldValue, isUnspaced, words } from './search-text.ts';

const MOST_SUGGESTIONS = 20;
const MOST_WORDS = 8;

/** The pieces of a word that a completion may begin with. */
export const completable = (word: string): string[] => (isUnspaced(word) ? [...word] : [word]);

/** What was typed, in pieces; the last is the beginning of one. */
export const typedOf = (text: string): string[] => words(text).flatMap(completable).slice(0, MOST_WORDS);

/**
 * Titles and names that hold all that was typed; those that begin with it come first, a portfolio before its works.
 * @param typed from `typedOf`
 */
export function completionsOf(
  documents: Iterable<SearchDocument>,
  typed: readonly string[],
  limit: number,
): Suggestion[] {
  const most = Math.min(MOST_SUGGESTIONS, Math.max(1, Math.trunc(limit) || 1));
  const found = new Map<string, Suggestion & { late: boolean; portfolio: boolean }>();
  for (const document of documents) {
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
