/** The order of what words find is that of FTS5's own `bm25`, which counts frequent terms again a query. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from './fixture.testing.ts';
import { columns } from './local-columns.ts';
import { openDatabase, type Database } from './local-database.ts';
import { WEIGHTS } from './search-weights.ts';
import { narrowing } from './local-labels.ts';
import { best } from './local-rank.ts';
import { textMatches, wordsOf } from './local-text.ts';
import { applyChanges } from './local-write.ts';
import { seeded } from './order.testing.ts';

const WORDS = 'harbour boat pier gull net rope tide moon storm sail mast anchor'.split(' ');
const TENANT = 't';

let dir: string;
let database: Database;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'search-rank-'));
  database = openDatabase(join(dir, 'public-1.sqlite'));
});
afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Documents; with `changing` some are set anew and some removed, which FTS5's own averages leave out. */
function fill(seed: number, changing: boolean): void {
  const random = seeded(seed);
  // Early words are frequent, late ones rare.
  const word = (): string => WORDS[Math.floor(random() ** 2 * WORDS.length)]!;
  const text = (most: number): string => Array.from({ length: 1 + random() * most }, word).join(' ');
  const documents = Array.from({ length: 300 }, () =>
    documentOf(TENANT, text(2), { summary: text(6), tags: [word()], people: [text(1)] }),
  );
  applyChanges(
    database,
    'public',
    documents.map((document) => ({ document })),
  );
  if (!changing) return;
  applyChanges(
    database,
    'public',
    documents
      .slice(0, 40)
      .map((document, at) =>
        at % 2 === 0
          ? { document: { ...document, title: text(4), version: document.version + 1 } }
          : { remove: { docKey: document.docKey, tenantId: TENANT, version: document.version + 1 } },
      ),
  );
}

describe('what words find', () => {
  it.each([
    ['one', 'anchor'],
    ['a frequent one', 'harbour'],
    ['several', 'storm mast'],
    ['frequent and rare ones', 'harbour anchor'],
    ['a mistyped one', 'anchr'],
    ['another mistyped one', 'harbor'],
  ])('is ranked as by FTS5: %s', (_, text) => {
    columns.of(database);
    fill(7, false);
    const words = wordsOf(database, 0, '', text);
    const expression = words.each.map((word) => word.expression).join(' AND ');
    const expected = database
      .all(
        `SELECT rowid AS id FROM words WHERE words MATCH ?
         ORDER BY bm25(words, ${Object.values(WEIGHTS).join()}, 0), rowid LIMIT 50`,
        expression,
      )
      .map(({ id }) => Number(id));

    const found = textMatches(database, words, narrowing(database, 0, undefined, {})!, 50);

    expect(expected.length).toBeGreaterThan(10);
    expect(found?.ids.slice(0, expected.length)).toEqual(expected);
  });

  it('is ranked alike whether it was read or kept in step', () => {
    columns.of(database);
    fill(3, true);
    const again = openDatabase(join(dir, 'public-1.sqlite'));
    const ids = (of: Database): number[] | undefined =>
      textMatches(of, wordsOf(of, 0, '', 'storm mast'), narrowing(of, 0, undefined, {})!, 100)?.ids;

    expect(ids(database)).toEqual(ids(again));
    again.close();
  });
});

it.each([0, 1, 7, 100, 1_000])('the best %i of some are the first of all in order', (most) => {
  const random = seeded(most + 1);
  const ids = Array.from({ length: 500 }, (_, at) => at * 3);
  const scores = ids.map(() => Math.floor(random() * 40));
  const expected = ids.toSorted((a, b) => scores[b / 3]! - scores[a / 3]! || a - b).slice(0, most);

  expect(best(ids, scores, most)).toEqual(expected);
});
