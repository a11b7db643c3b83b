/**
 * Vectors of the local twin: kept as int8 (angles stay, and 512 dimensions take 512 bytes), found coarsely by their
 * signs and measured exactly by sqlite-vec.
 */
import type { Database } from './local-database.ts';
import type { Narrowing } from './local-labels.ts';
import { forgetSigns, signsIn, staleSigns, unitsOf } from './local-signs.ts';
import type { Applied, Vector, VectorChange } from './port.ts';

export type Side = 'text' | 'image';

/** Documents that are near by their signs and measured exactly. */
const MEASURED = 400;

/** So many times as many are looked at where a filter leaves some out. */
const WIDER = 16;

/** What neighbours are looked for of. */
export interface Wanted {
  modelId: number;
  dimensions: number;
  units: Int8Array;
}

/** Sets vectors of documents that stand in the version that they were computed from. */
export function setVectors(database: Database, changes: readonly VectorChange[]): Applied[] {
  try {
    return database.transaction(() => changes.map((change) => setOne(database, change)));
  } catch (error) {
    staleSigns(database);
    throw error;
  }
}

function setOne(database: Database, { docKey, tenantId, version, text, image }: VectorChange): Applied {
  const stands = database.get(
    'SELECT id FROM document WHERE docKey = ? AND tenantId = ? AND version = ? AND removed = 0',
    docKey,
    tenantId,
    version,
  );
  if (!stands) return 'stale';
  const docId = Number(stands.id);
  for (const [side, vector] of [
    ['text', text],
    ['image', image],
  ] as const) {
    if (vector) put(database, docId, tenantId, side, vector);
    else if (vector === null) takeOut(database, docId, side);
  }
  return 'applied';
}

function put(database: Database, docId: number, tenantId: string, side: Side, vector: Vector): void {
  const { modelId, dimensions } = madeModel(database, side, vector);
  const before = database.get('SELECT modelId FROM vector WHERE docId = ? AND side = ?', docId, side);
  const units = quantised(vector.values);
  database.run(
    'INSERT OR REPLACE INTO vector (docId, side, modelId, units) VALUES (?, ?, ?, ?)',
    docId,
    side,
    modelId,
    new Uint8Array(units.buffer),
  );
  if (before && Number(before.modelId) !== modelId) {
    const last =
      database.get('SELECT 1 FROM vector WHERE modelId = ? LIMIT 1', before.modelId ?? null) === undefined;
    if (last) database.run('DELETE FROM model WHERE id = ?', before.modelId ?? null);
    staleSigns(database);
  }
  signsIn(database, modelId, dimensions).set(docId, tenantId, units);
}

function madeModel(database: Database, side: Side, { model, values }: Vector): Omit<Wanted, 'units'> {
  const stands = modelOf(database, side, model);
  if (!stands) {
    const sql = 'INSERT INTO model (side, name, dimensions) VALUES (?, ?, ?)';
    const { lastInsertRowid } = database.run(sql, side, model, values.length);
    return { modelId: Number(lastInsertRowid), dimensions: values.length };
  }
  if (stands.dimensions !== values.length) {
    throw new RangeError(
      `Vectors of ${model} have ${stands.dimensions} dimensions here: give another size another model id. ` +
        `Received: ${values.length}`,
    );
  }
  return stands;
}

function modelOf(database: Database, side: Side, name: string): Omit<Wanted, 'units'> | undefined {
  const row = database.get('SELECT id, dimensions FROM model WHERE side = ? AND name = ?', side, name);
  return row && { modelId: Number(row.id), dimensions: Number(row.dimensions) };
}

/** Largest absolute value 127: the angle to others is what counts, not the length. */
function quantised(values: Float32Array): Int8Array {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const scale = largest > 0 ? 127 / largest : 0;
  const units = new Int8Array(values.length);
  for (let at = 0; at < values.length; at += 1) units[at] = Math.round(values[at]! * scale);
  return units;
}

/** A vector as it is looked for; undefined where nothing of its model stands. */
export function wantedVector(database: Database, side: Side, vector: Vector | undefined): Wanted | undefined {
  const model = vector && modelOf(database, side, vector.model);
  if (!model || model.dimensions !== vector.values.length) return undefined;
  return { ...model, units: quantised(vector.values) };
}

/** The vector of a document. */
export function ownVector(database: Database, docId: number, side: Side): Wanted | undefined {
  const row = database.get(
    `SELECT modelId, dimensions, units FROM vector JOIN model ON model.id = vector.modelId
     WHERE docId = ? AND vector.side = ?`,
    docId,
    side,
  );
  if (!row) return undefined;
  const units = unitsOf(row.units as Uint8Array);
  return { modelId: Number(row.modelId), dimensions: Number(row.dimensions), units };
}

/** Documents whose vectors are nearest, the nearest first. */
export function nearest(
  database: Database,
  side: Side,
  wanted: Wanted,
  narrow: Narrowing,
  most: number,
): number[] {
  const signs = signsIn(database, wanted.modelId, wanted.dimensions);
  const ids = (sql: string, ...values: string[]): number[] =>
    database.all(sql, ...values).map(({ id }) => Number(id));
  const measured = (near: readonly number[]): number[] =>
    database
      .all(
        `SELECT docId AS id, vec_distance_cosine(vec_int8(units), vec_int8(?)) AS distance
         FROM json_each(?) AS near CROSS JOIN vector ON vector.docId = near.value
         WHERE vector.side = ? AND vector.modelId = ?${narrow.all('vector.docId')} ORDER BY distance, id LIMIT ${most}`,
        new Uint8Array(wanted.units.buffer, wanted.units.byteOffset, wanted.units.byteLength),
        JSON.stringify(near),
        side,
        wanted.modelId,
      )
      .map(({ id }) => Number(id));
  if (narrow.few) {
    const among = ids(`SELECT DISTINCT docId AS id FROM labelled WHERE labelId IN (${narrow.few.join()})`);
    return measured(among.length <= MEASURED ? among : signs.nearest(wanted.units, MEASURED, { among }));
  }
  const { tenantId } = narrow;
  if (!narrow.filtered) return measured(signs.nearest(wanted.units, MEASURED, { tenantId }));
  // Many documents pass a filter that is not small: those that are near are looked at, and all only where it must be.
  const near = ids(
    `SELECT value AS id FROM json_each(?) AS near WHERE 1${narrow.all('near.value')} LIMIT ${MEASURED}`,
    JSON.stringify(signs.nearest(wanted.units, MEASURED * WIDER, { tenantId })),
  );
  if (near.length >= most) return measured(near);
  const among = ids(`SELECT id FROM document WHERE removed = 0${narrow.all('document.id')}`);
  return measured(signs.nearest(wanted.units, MEASURED, { among }));
}

function takeOut(database: Database, docId: number, side: Side): void {
  const { changes } = database.run('DELETE FROM vector WHERE docId = ? AND side = ?', docId, side);
  // The other side's signs stay right, so all are read again.
  if (Number(changes) > 0) staleSigns(database);
}

/** Takes a document's vectors out. */
export function dropVectors(database: Database, docId: number): void {
  const { changes } = database.run('DELETE FROM vector WHERE docId = ?', docId);
  if (Number(changes) > 0) forgetSigns(database, docId);
}
