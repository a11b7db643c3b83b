/** Words that an owner's documents hold, and which of them a mistyped one was probably meant to be. */
import type { Database } from './local-database.ts';
import { editDistance } from './edit-distance.ts';
import { best } from './local-rank.ts';
import { isUnspaced } from './search-text.ts';

const SHORTEST = 3;
const LONGEST = 32;
/** Words of fewer letters are not corrected: too many others are near them. */
const SHORTEST_CORRECTED = 4;
/** From this length on two mistakes are allowed for, before it one. */
const LONG = 8;
/** Groups of three letters that one mistake changes, at most: two letters that changed places are in four. */
const CHANGED = 4;
/** Words with the most groups in common that are compared. */
const COMPARED = 1_500;

const isKept = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && !isUnspaced(word) && !/\p{N}/u.test(word);

/** Groups of three letters; 0 marks beginning and end, since no word that is kept holds figures. */
function trigrams(word: string): string[] {
  const letters = [...`0${word}0`];
  return letters.slice(2).map((letter, index) => `${letters[index]}${letters[index + 1]}${letter}`);
}

/** Counts documents up and down, word by word; a word of no document is forgotten. */
export function keepWords(database: Database, counts: Map<number, Map<string, number>>): void {
  for (const [owner, changes] of counts) {
    for (const [word, by] of changes) {
      if (by === 0 || !isKept(word)) continue;
      const stands = database.get('SELECT id, documents FROM word WHERE owner = ? AND text = ?', owner, word);
      if (!stands) {
        const sql = 'INSERT INTO word (owner, text, documents) VALUES (?, ?, ?)';
        const { lastInsertRowid } = database.run(sql, owner, word, by);
        database.run(
          'INSERT INTO spelling (rowid, trigrams, owner) VALUES (?, ?, ?)',
          lastInsertRowid,
          trigrams(word).join(' '),
          ownerToken(owner),
        );
      } else if (Number(stands.documents) + by <= 0) {
        database.run('DELETE FROM word WHERE id = ?', stands.id ?? null);
        database.run('DELETE FROM spelling WHERE rowid = ?', stands.id ?? null);
      } else {
        database.run('UPDATE word SET documents = documents + ? WHERE id = ?', by, stands.id ?? null);
      }
    }
  }
}

const ownerToken = (owner: number): string => `o${owner}`;

/** Whether one of the owner's documents holds it, as written. */
export const isKnown = (database: Database, owner: number, word: string): boolean =>
  database.get('SELECT 1 FROM word WHERE owner = ? AND text = ?', owner, word) !== undefined;

/** Known words nearest to one that is not, the likeliest first; none where nothing is near. */
export function corrections(database: Database, owner: number, word: string, most: number): string[] {
  if (!isKept(word) || word.length < SHORTEST_CORRECTED) return [];
  const allowed = word.length >= LONG ? 2 : 1;
  const near = database.all(
    'SELECT text, documents FROM json_each(?) AS near CROSS JOIN word ON word.id = near.value WHERE owner = ?',
    JSON.stringify(alike(database, owner, word, allowed)),
    owner,
  );
  return near
    .map(({ text, documents }) => ({
      text: String(text),
      documents: Number(documents),
      distance: editDistance(word, String(text), allowed),
    }))
    .filter(({ distance }) => distance > 0 && distance <= allowed)
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.text[0] === word[0]) - Number(a.text[0] === word[0]) ||
        b.documents - a.documents,
    )
    .filter(({ distance }, _, all) => distance === all[0]?.distance)
    .slice(0, most)
    .map(({ text }) => text);
}

/** Words with so many groups in common that no more mistakes than allowed can part them: the numbers of the first. */
function alike(database: Database, owner: number, word: string, allowed: number): number[] {
  const groups = [...new Set(trigrams(word))];
  // Everything in the public scope has one owner: narrowing to it would only cost.
  const mine = owner === 0 ? '' : `owner : "${ownerToken(owner)}" AND `;
  const common = new Map<number, number>();
  for (const group of groups) {
    const held = database.get(
      'SELECT json_group_array(rowid) AS ids FROM spelling WHERE spelling MATCH ?',
      `${mine}trigrams : "${group}"`,
    );
    for (const id of JSON.parse(String(held?.ids)) as number[]) common.set(id, (common.get(id) ?? 0) + 1);
  }
  const least = Math.max(1, groups.length - CHANGED * allowed);
  const near = [...common].filter(([, count]) => count >= least);
  return best(
    near.map(([id]) => id),
    near.map(([, count]) => count),
    COMPARED,
  );
}
