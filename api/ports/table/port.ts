/**
 * The one table, as functions use it: items as plain objects, conditions as expressions.
 * There is one twin: every home speaks DynamoDB's own protocol.
 */
import type { Key } from '../../resolvers/_lib/keys.ts';

export type Item = Record<string, unknown>;

/** An expression with its names and plain values. */
export interface Condition {
  expression: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

export type Write =
  | { put: Item & Key; if?: Condition }
  | { update: Key; set: Condition; if?: Condition }
  | { remove: Key; if?: Condition }
  | { check: Key; if: Condition };

export interface Query {
  index?: string;
  condition: Condition;
  /** Names of the attributes wanted; all of them where none are named. */
  attributes?: readonly string[];
  forward?: boolean;
  /** Items of one page. */
  limit?: number;
  startAfter?: Item;
  consistent?: boolean;
}

/** A transaction that changed nothing, since conditions failed. `items` stand by the order of its writes. */
export class TransactionCancelled extends Error {
  override name = 'TransactionCancelled';
  /** Whether the condition of each write failed. */
  readonly failed: boolean[];
  /** What stood in the way, where a condition failed. */
  readonly items: Array<Item | null>;
  constructor(failed: boolean[], items: Array<Item | null>) {
    super(
      `The conditions of these writes failed: ${failed.flatMap((is, at) => (is ? [at] : [])).join(', ')}`,
    );
    this.failed = failed;
    this.items = items;
  }
}

/** An item that would be larger than the 400 KB that DynamoDB takes. Nothing was changed. */
export class ItemTooLarge extends Error {
  override name = 'ItemTooLarge';
}

export interface Table {
  get(key: Key, options?: { consistent?: boolean }): Promise<Item | null>;
  /** Up to any number of keys; the answer is in no particular order and without what is not there. */
  batchGet(keys: readonly Key[], options?: { consistent?: boolean }): Promise<Item[]>;
  /** One page, with the key to go on from. */
  page(query: Query): Promise<{ items: Item[]; last: Item | undefined }>;
  /** All items of a query, page by page. */
  query(query: Query): AsyncIterable<Item>;
  put(item: Item & Key): Promise<void>;
  /** Answers the new item, or null when the condition failed. */
  update(key: Key, set: Condition, condition?: Condition): Promise<Item | null>;
  /** What is not there is no error. */
  remove(keys: readonly Key[]): Promise<void>;
  /** Puts any number of items, each by itself. */
  putAll(items: ReadonlyArray<Item & Key>): Promise<void>;
  /** Tried again while it meets other transactions. @throws TransactionCancelled when a condition failed, ItemTooLarge */
  transact(writes: readonly Write[]): Promise<void>;
}
