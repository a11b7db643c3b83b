/**
 * The signs of all vectors of one model, in memory: a coarse and fast measure of how near vectors are (the number of
 * signs that differ), whose best are measured exactly afterwards. 64 bytes for a vector of 512 dimensions.
 */
import type { Database } from './local-database.ts';
import { inMemory } from './local-memory.ts';

export interface Signs {
  set(docId: number, tenantId: string, units: Int8Array): void;
  drop(docId: number): void;
  /** Ids of the vectors that differ least, the nearest first: of everyone or a tenant, of documents that fit. */
  nearest(
    units: Int8Array,
    most: number,
    of?: { tenantId?: string; fits?: (docId: number) => boolean },
  ): number[];
  readonly size: number;
}

const FIRST_ROOM = 1_024;

/** @param dimensions of the vectors */
export function createSigns(dimensions: number): Signs {
  // Words come in twos.
  const width = 2 * Math.ceil(dimensions / 64);
  let ids = new Int32Array(FIRST_ROOM);
  let owners = new Int32Array(FIRST_ROOM);
  let bits = new Int32Array(FIRST_ROOM * width);
  const tenants = new Map<string, number>();
  const slots = new Map<number, number>();
  const grow = (): void => {
    const moreIds = new Int32Array(ids.length * 2);
    const moreOwners = new Int32Array(ids.length * 2);
    const moreBits = new Int32Array(bits.length * 2);
    moreIds.set(ids);
    moreOwners.set(owners);
    moreBits.set(bits);
    [ids, owners, bits] = [moreIds, moreOwners, moreBits];
  };
  const slotsOf = (owner: number | undefined, fits: ((docId: number) => boolean) | undefined): Int32Array => {
    const { size } = slots;
    const [whose, documents] = [owners, ids];
    const found = new Int32Array(size);
    let count = 0;
    for (let slot = 0; slot < size; slot += 1) {
      if (owner !== undefined && whose[slot] !== owner) continue;
      if (fits && !fits(documents[slot]!)) continue;
      found[count] = slot;
      count += 1;
    }
    return found.subarray(0, count);
  };
  return {
    set(docId, tenantId, units) {
      let slot = slots.get(docId);
      if (slot === undefined) {
        slot = slots.size;
        if (slot === ids.length) grow();
        slots.set(docId, slot);
        ids[slot] = docId;
      }
      const owner = tenants.get(tenantId) ?? tenants.size;
      tenants.set(tenantId, owner);
      owners[slot] = owner;
      bits.set(signsOf(units, width), slot * width);
    },
    drop(docId) {
      const slot = slots.get(docId);
      if (slot === undefined) return;
      const last = slots.size - 1;
      const moved = ids[last]!;
      ids[slot] = moved;
      owners[slot] = owners[last]!;
      bits.copyWithin(slot * width, last * width, (last + 1) * width);
      slots.set(moved, slot);
      slots.delete(docId);
    },
    nearest(units, most, { tenantId, fits } = {}) {
      const wanted = signsOf(units, width);
      const owner = tenantId === undefined ? undefined : tenants.get(tenantId);
      if (tenantId !== undefined && owner === undefined) return [];
      const asked = owner === undefined && !fits ? undefined : slotsOf(owner, fits);
      const count = asked ? asked.length : slots.size;
      const differences = new Uint16Array(count);
      const histogram = new Uint32Array(width * 32 + 1);
      for (let at = 0; at < count; at += 1) {
        const by = difference(bits, wanted, (asked ? asked[at]! : at) * width);
        differences[at] = by;
        histogram[by]! += 1;
      }
      let bound = 0;
      for (let sum = histogram[0]!; sum < most && bound < dimensions; sum += histogram[bound]!) bound += 1;
      const near: Array<{ id: number; by: number }> = [];
      for (let at = 0; at < count; at += 1) {
        const by = differences[at]!;
        if (by <= bound) near.push({ id: ids[asked ? asked[at]! : at]!, by });
      }
      return near
        .sort((a, b) => a.by - b.by || a.id - b.id)
        .slice(0, most)
        .map(({ id }) => id);
    },
    get size() {
      return slots.size;
    },
  };
}

/** How many signs differ: the bits that do, counted in parallel (Warren, "Hacker's Delight", 5-1), two words at a time. */
function difference(bits: Int32Array, wanted: Int32Array, from: number): number {
  let halves = 0;
  for (let at = 0; at < wanted.length; at += 2) {
    let one = bits[from + at]! ^ wanted[at]!;
    let other = bits[from + at + 1]! ^ wanted[at + 1]!;
    one -= (one >>> 1) & 0x55555555;
    other -= (other >>> 1) & 0x55555555;
    const fours =
      (one & 0x33333333) + ((one >>> 2) & 0x33333333) + (other & 0x33333333) + ((other >>> 2) & 0x33333333);
    const bytes = (fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f);
    halves += (bytes & 0x00ff00ff) + ((bytes >>> 8) & 0x00ff00ff);
  }
  return (halves & 0xffff) + (halves >>> 16);
}

function signsOf(units: Int8Array, width: number): Int32Array {
  const signs = new Int32Array(width);
  for (let at = 0; at < units.length; at += 1) {
    if (units[at]! > 0) signs[at >>> 5]! |= 1 << (at & 31);
  }
  return signs;
}

/** By model. */
const signs = inMemory((): Map<number, Signs> => new Map());

/** The signs of a model. */
export function signsIn(database: Database, modelId: number, dimensions: number): Signs {
  const models = signs.of(database);
  let made = models.get(modelId);
  if (!made) {
    made = createSigns(dimensions);
    for (const { docId, tenantId, units } of database.iterate(
      `SELECT document.id AS docId, tenantId, units FROM vector NOT INDEXED JOIN document ON document.id = vector.id >> 1
       WHERE modelId = ?`,
      modelId,
    )) {
      made.set(Number(docId), String(tenantId), unitsOf(units as Uint8Array));
    }
    models.set(modelId, made);
  }
  return made;
}

/** Keeps what is in memory in step with a vector that was written. */
export function setSigns(
  database: Database,
  modelId: number,
  docId: number,
  tenantId: string,
  units: Int8Array,
): void {
  signs.present(database)?.get(modelId)?.set(docId, tenantId, units);
}

/** Takes a document's signs out of what is in memory: of one model, or of all. */
export function forgetSigns(database: Database, docId: number, ofModel?: number): void {
  const models = signs.present(database) ?? new Map<number, Signs>();
  for (const [modelId, made] of models) {
    if (ofModel !== undefined && modelId !== ofModel) continue;
    made.drop(docId);
    // Its number may be given to a model of other dimensions.
    if (made.size === 0) models.delete(modelId);
  }
}

export const unitsOf = (blob: Uint8Array): Int8Array =>
  new Int8Array(blob.buffer, blob.byteOffset, blob.byteLength);
