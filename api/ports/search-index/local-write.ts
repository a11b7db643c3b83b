/** Documents into an index of the local twin, and out of it. */
import { columns, packed, packedOf, unpacked } from './local-columns.ts';
import type { Database } from './local-database.ts';
import { keepLabels, labelNumbers, labelToken } from './local-labels.ts';
import { forgetMemory } from './local-memory.ts';
import { keepWords } from './local-spelling.ts';
import { keepTerms, termNumbers } from './local-terms.ts';
import { dropVectors } from './local-vectors.ts';
import type { Applied, Change, Scope, SearchDocument } from './port.ts';
import { completable } from './search-completions.ts';
import { labelsOf } from './search-labels.ts';
import { terms, words } from './search-text.ts';
import { TEXT_FIELDS, WEIGHTS, type TextField } from './search-weights.ts';

/** Whose labels and words a scope keeps apart. */
export const PUBLIC_OWNER = 0;

/** The owner of what a tenant has in a scope, where it has anything. */
export function ownerOf(database: Database, scope: Scope, tenantId: string): number | undefined {
  if (scope === 'public') return PUBLIC_OWNER;
  return database.get('SELECT id FROM owner WHERE tenantId = ?', tenantId)?.id as number | undefined;
}

function madeOwner(database: Database, scope: Scope, tenantId: string): number {
  const made = ownerOf(database, scope, tenantId);
  if (made !== undefined) return made;
  return Number(database.run('INSERT INTO owner (tenantId) VALUES (?)', tenantId).lastInsertRowid);
}

/** Texts of a field; lists are separate texts. */
export function textsOf(document: SearchDocument, field: TextField): string[] {
  const value = document[field];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

interface Batch {
  database: Database;
  scope: Scope;
  numberOf: ReturnType<typeof labelNumbers>;
  termOf: ReturnType<typeof termNumbers>;
  /** How many documents more or fewer hold a word, by owner. */
  counts: Map<number, Map<string, number>>;
  /** How many documents more or fewer a label has. */
  labels: Map<number, number>;
  /** How many documents more or fewer hold a term. */
  terms: Map<number, number>;
}

/** Applies changes in their order; one that is not newer than what stands is left out. */
export function applyChanges(database: Database, scope: Scope, changes: readonly Change[]): Applied[] {
  return inBatch(database, scope, (batch) => changes.map((change) => applyOne(batch, change)));
}

/** All of it stands, or nothing does. */
function inBatch<Result>(database: Database, scope: Scope, act: (batch: Batch) => Result): Result {
  const begin = (): Result => {
    const [numberOf, termOf] = [labelNumbers(database), termNumbers(database)];
    const batch: Batch = {
      database,
      scope,
      numberOf,
      termOf,
      counts: new Map(),
      labels: new Map(),
      terms: new Map(),
    };
    const result = act(batch);
    keepWords(database, batch.counts);
    keepLabels(database, batch.labels);
    keepTerms(database, batch.terms);
    return result;
  };
  try {
    return database.transaction(begin);
  } catch (error) {
    forgetMemory(database);
    throw error;
  }
}

function applyOne(batch: Batch, change: Change): Applied {
  const { database } = batch;
  const document = 'document' in change ? change.document : undefined;
  const { docKey, tenantId, version } = 'document' in change ? change.document : change.remove;
  const stands = database.get('SELECT id, version, removed FROM document WHERE docKey = ?', docKey);
  if (stands && Number(stands.version) >= version) return 'stale';
  if (stands && !stands.removed) takeBack(batch, Number(stands.id));
  const written = database.get(
    `INSERT INTO document (docKey, tenantId, version, removed) VALUES (?, ?, ?, ?)
     ON CONFLICT (docKey) DO UPDATE SET tenantId = excluded.tenantId, version = excluded.version,
       removed = excluded.removed
     RETURNING id`,
    docKey,
    tenantId,
    version,
    document ? 0 : 1,
  );
  if (document) putIn(batch, Number(written?.id), document);
  return 'applied';
}

function putIn(batch: Batch, id: number, document: SearchDocument): void {
  const { database, scope, numberOf } = batch;
  const owner = madeOwner(database, scope, document.tenantId);
  database.run('INSERT INTO content (id, json) VALUES (?, ?)', id, JSON.stringify(document));
  const labels = new Set(labelsOf(document).map(({ facet, label }) => numberOf(owner, facet, label)));
  for (const label of labels) more(batch.labels, label, 1);
  const tokens = [...labels].map(labelToken).join(' ');
  const byField = TEXT_FIELDS.map((field) => textsOf(document, field).flatMap(words));
  const termsByField = byField.map((all) => all.flatMap(terms));
  putColumns(batch, id, document, labels, termsByField);
  database.run(
    `INSERT INTO words (rowid, ${TEXT_FIELDS.join()}, labels) VALUES (${'?, '.repeat(TEXT_FIELDS.length + 1)}?)`,
    id,
    ...termsByField.map((all) => all.join(' ')),
    tokens,
  );
  database.run(
    'INSERT INTO names (rowid, title, people, labels) VALUES (?, ?, ?, ?)',
    id,
    spelledOut([document.title]),
    spelledOut(document.people ?? []),
    labelToken(numberOf(owner, 'tenant', document.tenantId)),
  );
  count(batch, owner, byField.flat(), 1);
}

/** What is read of every match, into its table and what is in memory of it. */
function putColumns(
  { database, termOf, terms }: Batch,
  id: number,
  { yearFrom, yearTo, at }: SearchDocument,
  labels: ReadonlySet<number>,
  byField: string[][],
): void {
  const weights = new Map<number, number>();
  for (const [index, field] of TEXT_FIELDS.entries()) {
    for (const term of byField[index]!) more(weights, termOf(term), WEIGHTS[field]);
  }
  for (const term of weights.keys()) more(terms, term, 1);
  const length = byField.reduce((sum, all) => sum + all.length, labels.size);
  const told = packed({ length, yearFrom, yearTo, at, labels, terms: weights });
  database.run('INSERT INTO columns (id, packed) VALUES (?, ?)', id, new Uint8Array(told.buffer));
  columns.present(database)?.put(id, told);
}

/** Words as written, for completions; unspaced runs a character at a time. */
const spelledOut = (texts: string[]): string => texts.flatMap(words).flatMap(completable).join(' ');

function takeBack(batch: Batch, id: number): void {
  const { database, scope } = batch;
  const json = database.get('SELECT json FROM content WHERE id = ?', id)?.json;
  const document = JSON.parse(String(json)) as SearchDocument;
  const owner = madeOwner(database, scope, document.tenantId);
  count(
    batch,
    owner,
    TEXT_FIELDS.flatMap((field) => textsOf(document, field).flatMap(words)),
    -1,
  );
  const blob = database.get('SELECT packed FROM columns WHERE id = ?', id)?.packed as Uint8Array;
  const told = unpacked(packedOf(blob));
  for (const label of told.labels) more(batch.labels, label, -1);
  for (const term of told.terms) more(batch.terms, term, -1);
  database.run('DELETE FROM columns WHERE id = ?', id);
  columns.present(database)?.drop(id);
  database.run('DELETE FROM words WHERE rowid = ?', id);
  database.run('DELETE FROM names WHERE rowid = ?', id);
  database.run('DELETE FROM content WHERE id = ?', id);
  dropVectors(database, id);
}

function count({ counts }: Batch, owner: number, all: string[], by: 1 | -1): void {
  const ofOwner = counts.get(owner) ?? new Map<string, number>();
  counts.set(owner, ofOwner);
  for (const word of new Set(all)) more(ofOwner, word, by);
}

function more<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Removes everything of a tenant, tombstones included. */
export function forgetTenant(database: Database, scope: Scope, tenantId: string): void {
  inBatch(database, scope, (batch) => {
    for (const { id } of database.all(
      'SELECT id FROM document WHERE tenantId = ? AND removed = 0',
      tenantId,
    )) {
      takeBack(batch, Number(id));
    }
    database.run('DELETE FROM document WHERE tenantId = ?', tenantId);
  });
  database.run('DELETE FROM owner WHERE tenantId = ?', tenantId);
}
