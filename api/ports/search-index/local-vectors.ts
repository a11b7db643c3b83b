/**
 * Vectors of the local twin: kept as int8 (angles stay, and 512 dimensions take 512 bytes), found coarsely by their
 * signs and measured exactly by sqlite-vec.
 */
import type { Database } from './local-database.ts';
import type { Narrowing } from './local-labels.ts';
import { forgetMemory } from './local-memory.ts';
import { forgetSigns, setSigns, signsIn, unitsOf } from './local-signs.ts';
import type { Applied, Vector, VectorChange } from './port.ts';

export type Side = 'text' | 'image';

/** The number of a document's vector. */
const vectorId = (docId: number, side: Side): number => docId * 2 + (side === 'text' ? 0 : 1);

/** Documents that are near by their signs and measured exactly. */
const MEASURED = 400;

const bothSides = (docId: number): [number, number] => [vectorId(docId, 'text'), vectorId(docId, 'image')];

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
    forgetMemory(database);
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
  const { modelId } = madeModel(database, side, vector);
  const id = vectorId(docId, side);
  const before = database.get('SELECT modelId FROM vector WHERE id = ?', id);
  const units = quantised(vector.values);
  database.run(
    'INSERT OR REPLACE INTO vector (id, modelId, units) VALUES (?, ?, ?)',
    id,
    modelId,
    new Uint8Array(units.buffer),
  );
  if (before && Number(before.modelId) !== modelId) {
    const last =
      database.get('SELECT 1 FROM vector WHERE modelId = ? LIMIT 1', before.modelId ?? null) === undefined;
    if (last) database.run('DELETE FROM model WHERE id = ?', before.modelId ?? null);
    forgetSigns(database, docId, Number(before.modelId));
  }
  setSigns(database, modelId, docId, tenantId, units);
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
     WHERE vector.id = ?`,
    vectorId(docId, side),
  );
  if (!row) return undefined;
  const units = unitsOf(row.units as Uint8Array);
  return { modelId: Number(row.modelId), dimensions: Number(row.dimensions), units };
}

/** A document that is near, and how near. */
export interface Neighbour {
  id: number;
  cosine: number;
}

/** Documents whose vectors are nearest, the nearest first. */
export function nearest(
  database: Database,
  side: Side,
  wanted: Wanted,
  narrow: Narrowing,
  most: number,
): Neighbour[] {
  const signs = signsIn(database, wanted.modelId, wanted.dimensions);
  const near = signs.nearest(wanted.units, MEASURED, narrow);
  return database
    .all(
      `SELECT vector.id >> 1 AS id, vec_distance_cosine(vec_int8(units), vec_int8(?)) AS distance
       FROM json_each(?) AS near CROSS JOIN vector ON vector.id = near.value
       WHERE vector.modelId = ? ORDER BY distance, id LIMIT ${most}`,
      new Uint8Array(wanted.units.buffer, wanted.units.byteOffset, wanted.units.byteLength),
      JSON.stringify(near.map((docId) => vectorId(docId, side)).sort((a, b) => a - b)),
      wanted.modelId,
    )
    .map(({ id, distance }) => ({ id: Number(id), cosine: 1 - Number(distance) }));
}

function takeOut(database: Database, docId: number, side: Side): void {
  const before = database.get('DELETE FROM vector WHERE id = ? RETURNING modelId', vectorId(docId, side));
  if (before) forgetSigns(database, docId, Number(before.modelId));
}

/** Takes a document's vectors out. */
export function dropVectors(database: Database, docId: number): void {
  const { changes } = database.run('DELETE FROM vector WHERE id BETWEEN ? AND ?', ...bothSides(docId));
  if (Number(changes) > 0) forgetSigns(database, docId);
}
