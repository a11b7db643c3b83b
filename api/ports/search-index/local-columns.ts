/**
 * What is read of very many documents for one query, in memory: labels, years, times, and the terms of each with what
 * they weigh there. About a hundred bytes a document, packed into one array of 32-bit integers; the table `columns`
 * holds the same, a row a document.
 */
import type { Database } from './local-database.ts';
import { inMemory } from './local-memory.ts';

/** Where things stand in what is packed for a document; labels follow, then terms. */
export const SIZE = 0;
export const LENGTH = 1;
export const YEAR_FROM = 2;
export const YEAR_TO = 3;
export const LABELS = 6;
export const FIRST = 7;
const DAY = 4;
const MS = 5;

/** Years of what is not dated: a range that no other meets. */
const NEVER = { from: 2 ** 31 - 1, to: -(2 ** 31) };
const DAY_MS = 86_400_000;

/** A term stands beside its weight, in tenths: 22 bits and 10 bits. */
const WEIGHT_BITS = 10;
const MOST_WEIGHT = 2 ** WEIGHT_BITS - 1;
/** Terms with larger numbers are found and not ranked by. */
const MOST_TERM = 2 ** (32 - WEIGHT_BITS) - 1;

export const termOf = (entry: number): number => entry >>> WEIGHT_BITS;
export const weightOf = (entry: number): number => (entry & MOST_WEIGHT) / 10;

/** What is kept of a document. */
export interface Told {
  /** Words of its texts, and labels. */
  length: number;
  yearFrom: number | undefined;
  yearTo: number | undefined;
  /** ISO 8601. */
  at: string;
  labels: Iterable<number>;
  /** Sum of the weights of the fields that a term stands in, as often as it stands there. */
  terms: ReadonlyMap<number, number>;
}

export function packed({ length, yearFrom, yearTo, at, labels, terms }: Told): Int32Array {
  const years = [yearFrom, yearTo].filter((year) => year !== undefined);
  const time = Date.parse(at) || 0;
  const kept = [...labels];
  const entries = [...terms].flatMap(([term, weight]) =>
    term > MOST_TERM ? [] : [(term << WEIGHT_BITS) | Math.min(MOST_WEIGHT, Math.round(weight * 10))],
  );
  return Int32Array.of(
    FIRST + kept.length + entries.length,
    length,
    years.length > 0 ? Math.min(...years) : NEVER.from,
    years.length > 0 ? Math.max(...years) : NEVER.to,
    Math.floor(time / DAY_MS),
    time - Math.floor(time / DAY_MS) * DAY_MS,
    kept.length,
    ...kept,
    ...entries,
  );
}

/** Labels and terms of what is packed. */
export function unpacked(told: Int32Array): { labels: Int32Array; terms: number[] } {
  const terms = FIRST + told[LABELS]!;
  return { labels: told.subarray(FIRST, terms), terms: [...told.subarray(terms)].map(termOf) };
}

export const packedOf = (blob: Uint8Array): Int32Array =>
  new Int32Array(blob.buffer, blob.byteOffset, blob.byteLength / Int32Array.BYTES_PER_ELEMENT);

export interface Columns {
  put(docId: number, told: Int32Array): void;
  drop(docId: number): void;
  /** Where a document begins in `data`; 0 where there is none. All three hold until something is put. */
  readonly starts: Uint32Array;
  readonly data: Int32Array;
  /** When documents were last changed, in milliseconds, by their numbers. */
  readonly times: Float64Array;
  /** Documents, and the sum of their lengths. */
  readonly documents: number;
  readonly length: number;
}

export function createColumns(): Columns {
  let starts = new Uint32Array(1_024);
  let times = new Float64Array(1_024);
  let data = new Int32Array(65_536);
  let used = 1;
  let wasted = 0;
  let documents = 0;
  let length = 0;
  /** Room for so much more, without what was dropped. */
  const makeRoom = (more: number): void => {
    const before = data;
    data = new Int32Array(Math.max(65_536, Math.ceil((used - wasted + more) * 1.5)));
    used = 1;
    wasted = 0;
    for (const [docId, start] of starts.entries()) {
      if (start === 0) continue;
      data.set(before.subarray(start, start + before[start + SIZE]!), used);
      starts[docId] = used;
      used += before[start + SIZE]!;
    }
  };
  const drop = (docId: number): void => {
    const start = starts[docId] ?? 0;
    if (start === 0) return;
    starts[docId] = 0;
    wasted += data[start + SIZE]!;
    documents -= 1;
    length -= data[start + LENGTH]!;
  };
  return {
    put(docId, told) {
      drop(docId);
      if (docId >= starts.length) {
        const room = Math.max(docId + 1, Math.ceil(starts.length * 1.5));
        const [before, timesBefore] = [starts, times];
        starts = new Uint32Array(room);
        times = new Float64Array(room);
        starts.set(before);
        times.set(timesBefore);
      }
      if (used + told.length > data.length) makeRoom(told.length);
      data.set(told, used);
      starts[docId] = used;
      times[docId] = told[DAY]! * DAY_MS + told[MS]!;
      used += told.length;
      documents += 1;
      length += told[LENGTH]!;
    },
    drop,
    get starts() {
      return starts;
    },
    get data() {
      return data;
    },
    get times() {
      return times;
    },
    get documents() {
      return documents;
    },
    get length() {
      return length;
    },
  };
}

/** The columns of all documents that stand in a file. */
export const columns = inMemory((database: Database): Columns => {
  const made = createColumns();
  for (const { id, packed: blob } of database.iterate('SELECT id, packed FROM columns')) {
    made.put(Number(id), packedOf(blob as Uint8Array));
  }
  return made;
});
