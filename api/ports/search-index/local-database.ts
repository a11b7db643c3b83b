/**
 * The file that one index of the local twin stands in: its tables, and statements that are prepared once.
 *
 * An index can be made again from the table, so it is written without waiting for the disk (write-ahead log,
 * synchronous NORMAL): a crash loses nothing that was committed, a power cut at most the last moments, which the drift
 * checker finds.
 */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import * as sqliteVec from 'sqlite-vec';
import { TEXT_FIELDS } from './search-weights.ts';

/** Time to wait for another writer, in milliseconds. */
const PATIENCE = 10_000;
/** Cache of pages of one file, in KiB. */
const CACHE_KIB = 48 * 1024;
/** Of the tables: a file with others is emptied, since an index can be made again. */
const FORMAT = 1;

/**
 * - `owner`: whose labels and words: one number a tenant in the tenant scope, 0 for everyone's in the public one, so
 *   that a tenant's facets, corrections and suggestions are made of its own words alone.
 * - `document`: what stands there; a removed one stays as a tombstone without texts.
 * - `content`: the document as JSON, for highlights and for taking its words back.
 * - `columns`: what is read of every match, packed (`local-columns.ts`).
 * - `label`, `term`: numbers of what is filtered by and counted in facets, and of what is ranked by.
 * - `words`, `names`: which documents hold stems, and words as written. Both carry the tokens of `labels`, so that tenant
 *   and small filters are intersected inside FTS. Texts come with their terms cut already (`search-text.ts`).
 * - `word`, `spelling`: known words and their groups of three letters, for corrections.
 * - `vector`: vectors as int8, by twice the number of the document and one more for the picture's (`local-vectors.ts`).
 */
const SCHEMA = `
CREATE TABLE owner (id INTEGER PRIMARY KEY, tenantId TEXT NOT NULL UNIQUE);
CREATE TABLE document (
  id INTEGER PRIMARY KEY, docKey TEXT NOT NULL UNIQUE, tenantId TEXT NOT NULL, version INTEGER NOT NULL,
  removed INTEGER NOT NULL
);
CREATE TABLE content (id INTEGER PRIMARY KEY, json TEXT NOT NULL);
CREATE TABLE columns (id INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE label (
  id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, facet TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL,
  documents INTEGER NOT NULL DEFAULT 0,
  UNIQUE (owner, facet, value)
);
CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, documents INTEGER NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(
  ${TEXT_FIELDS.join(', ')}, labels, content='', contentless_delete=1, tokenize='ascii'
);
CREATE VIRTUAL TABLE names USING fts5(
  title, people, labels, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3'
);
CREATE TABLE word (
  id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, text TEXT NOT NULL, documents INTEGER NOT NULL,
  UNIQUE (owner, text)
);
CREATE VIRTUAL TABLE spelling USING fts5(
  trigrams, owner, content='', contentless_delete=1, tokenize='ascii', columnsize=1
);
CREATE TABLE model (
  id INTEGER PRIMARY KEY, side TEXT NOT NULL, name TEXT NOT NULL, dimensions INTEGER NOT NULL, UNIQUE (side, name)
);
CREATE TABLE vector (id INTEGER PRIMARY KEY, modelId INTEGER NOT NULL, units BLOB NOT NULL);
CREATE INDEX vector_model ON vector (modelId);
`;

export type Row = Record<string, SQLOutputValue>;

export interface Database {
  file: string;
  run(
    sql: string,
    ...values: SQLInputValue[]
  ): { lastInsertRowid: number | bigint; changes: number | bigint };
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  iterate(sql: string, ...values: SQLInputValue[]): IterableIterator<Row>;
  exec(sql: string): void;
  /** All of it stands, or none. */
  transaction<Result>(act: () => Result): Result;
  close(): void;
}

/**
 * Opens a file, and makes it where there is none. To look at it alone, no file is made: not even the log beside one
 * that nobody has open (https://sqlite.org/wal.html#read_only_databases).
 */
export function openDatabase(file: string, { readOnly = false } = {}): Database {
  const address = pathToFileURL(file);
  if (readOnly && !existsSync(`${file}-wal`)) address.searchParams.set('immutable', '1');
  const database = new DatabaseSync(address, { allowExtension: true, timeout: PATIENCE, readOnly });
  try {
    sqliteVec.load(database);
    database.enableLoadExtension(false);
    database.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA temp_store = MEMORY`);
    if (!readOnly) {
      database.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000',
      );
      makeTables(database);
    }
  } catch (error) {
    database.close();
    throw error;
  }
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) {
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    file,
    run: (sql, ...values) => prepared(sql).run(...values),
    get: (sql, ...values) => prepared(sql).get(...values),
    all: (sql, ...values) => prepared(sql).all(...values),
    iterate: (sql, ...values) => prepared(sql).iterate(...values),
    exec: (sql) => database.exec(sql),
    transaction(act) {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = act();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
}

function makeTables(database: DatabaseSync): void {
  const isMade = (): boolean => database.prepare('PRAGMA user_version').get()?.user_version === FORMAT;
  if (isMade()) return;
  database.exec('BEGIN IMMEDIATE');
  // Another process may have made them meanwhile.
  if (isMade()) return database.exec('COMMIT');
  // Virtual tables first: they take their own tables with them.
  for (const { name } of database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC")
    .all()) {
    database.exec(`DROP TABLE IF EXISTS "${String(name)}"`);
  }
  database.exec(`${SCHEMA}; PRAGMA user_version = ${FORMAT}; COMMIT`);
}

/** Filters make statements of many shapes. */
const MOST_STATEMENTS = 300;
