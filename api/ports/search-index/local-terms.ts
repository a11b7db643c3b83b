/** Terms of the local twin: their numbers, and how many documents hold them. */
import type { Database } from './local-database.ts';
import type { Phrase } from './local-rank.ts';

/** Terms that begin alike and are ranked by, the most frequent. */
const BEGINNING_ALIKE = 200;

/** Gives terms their numbers, and remembers them for one batch. */
export function termNumbers(database: Database): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    let id = known.get(term);
    if (id === undefined) {
      const stands = database.get('SELECT id FROM term WHERE text = ?', term);
      id = Number(
        stands?.id ?? database.run('INSERT INTO term (text, documents) VALUES (?, 0)', term).lastInsertRowid,
      );
      known.set(term, id);
    }
    return id;
  };
}

/** Counts documents up and down; a term of none is forgotten. */
export function keepTerms(database: Database, counts: ReadonlyMap<number, number>): void {
  for (const [id, by] of counts) {
    if (by !== 0) database.run('UPDATE term SET documents = documents + ? WHERE id = ?', by, id);
    if (by < 0) database.run('DELETE FROM term WHERE id = ? AND documents <= 0', id);
  }
}

/** A term as it is ranked by; nothing where no document holds it. */
export function phraseOfTerm(database: Database, term: string): Phrase[] {
  const row = database.get('SELECT id, documents FROM term WHERE text = ?', term);
  return row ? [{ terms: [Number(row.id)], documents: Number(row.documents) }] : [];
}

/** All terms that begin so, as one. */
export function phraseOfBeginning(database: Database, beginning: string): Phrase[] {
  const rows = database.all(
    `SELECT id, documents FROM term WHERE text >= ? AND text < ? ORDER BY documents DESC LIMIT ${BEGINNING_ALIKE}`,
    beginning,
    `${beginning}\u{10ffff}`,
  );
  if (rows.length === 0) return [];
  return [
    {
      terms: rows.map(({ id }) => Number(id)),
      documents: rows.reduce((sum, { documents }) => sum + Number(documents), 0),
    },
  ];
}
