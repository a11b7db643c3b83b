/** Documents into an index of the local twin, and out of it. */
import { TEXT_FIELDS, type Database, type TextField } from './local-database.ts';
import { keepLabels, labelNumbers, labelToken } from './local-labels.ts';
import { staleSigns } from './local-signs.ts';
import { keepWords } from './local-spelling.ts';
import { dropVectors } from './local-vectors.ts';
import type { Applied, Change, Scope, SearchDocument } from './port.ts';
import { completable } from './search-completions.ts';
import { labelsOf } from './search-labels.ts';
import { terms, words } from './search-text.ts';

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
  /** How many documents more or fewer hold a word, by owner. */
  counts: Map<number, Map<string, number>>;
  /** How many documents more or fewer a label has. */
  labels: Map<number, number>;
}

/** Applies changes in their order; one that is not newer than what stands is left out. */
export function applyChanges(database: Database, scope: Scope, changes: readonly Change[]): Applied[] {
  return inBatch(database, scope, (batch) => changes.map((change) => applyOne(batch, change)));
}

/** All of it stands, or nothing does. */
function inBatch<Result>(database: Database, scope: Scope, act: (batch: Batch) => Result): Result {
  const begin = (): Result => {
    const numberOf = labelNumbers(database);
    const batch: Batch = { database, scope, numberOf, counts: new Map(), labels: new Map() };
    const result = act(batch);
    keepWords(database, batch.counts);
    keepLabels(database, batch.labels);
    return result;
  };
  try {
    return database.transaction(begin);
  } catch (error) {
    staleSigns(database);
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
  const years = [document?.yearFrom, document?.yearTo].filter((year) => year !== undefined);
  const written = database.get(
    `INSERT INTO document (docKey, tenantId, version, removed, at, yearFrom, yearTo) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (docKey) DO UPDATE SET tenantId = excluded.tenantId, version = excluded.version,
       removed = excluded.removed, at = excluded.at, yearFrom = excluded.yearFrom, yearTo = excluded.yearTo
     RETURNING id`,
    docKey,
    tenantId,
    version,
    document ? 0 : 1,
    document?.at ?? null,
    years.length > 0 ? Math.min(...years) : null,
    years.length > 0 ? Math.max(...years) : null,
  );
  if (document) putIn(batch, Number(written?.id), document);
  return 'applied';
}

function putIn(batch: Batch, id: number, document: SearchDocument): void {
  const { database, scope, numberOf } = batch;
  const owner = madeOwner(database, scope, document.tenantId);
  database.run('INSERT INTO content (id, json) VALUES (?, ?)', id, JSON.stringify(document));
  const labels = new Set(labelsOf(document).map(({ facet, label }) => numberOf(owner, facet, label)));
  for (const label of labels) {
    database.run('INSERT INTO labelled (docId, labelId) VALUES (?, ?)', id, label);
    more(batch.labels, label, 1);
  }
  const tokens = [...labels].map(labelToken).join(' ');
  const byField = TEXT_FIELDS.map((field) => textsOf(document, field).flatMap(words));
  database.run(
    `INSERT INTO words (rowid, ${TEXT_FIELDS.join()}, labels) VALUES (${'?, '.repeat(TEXT_FIELDS.length + 1)}?)`,
    id,
    ...byField.map((all) => all.flatMap(terms).join(' ')),
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
  for (const { labelId } of database.all('SELECT labelId FROM labelled WHERE docId = ?', id)) {
    more(batch.labels, Number(labelId), -1);
  }
  database.run('DELETE FROM labelled WHERE docId = ?', id);
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

function more<Key>(counts: Map<Key, number>, key: Key, by: 1 | -1): void {
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
