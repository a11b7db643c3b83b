/** Delivers the journal's events to one consumer: those that match, in batches, again when they fail. */
import type { ChangeEvent } from '#api/events.ts';
import type { ConsumerRow } from '#infra/inventory.types.ts';
import { toBusEvent } from './envelope.ts';
import type { Outcome } from './journal-consumers.ts';
import type { Journal } from './journal.ts';
import { compilePattern } from './pattern.ts';
import { retryDelay, type Backoff } from './backoff.ts';
import { startSignal } from './signal.ts';

/** Hands a batch over. A rejection fails all of it; `failed` lists the ids of events that failed alone. */
export type Deliver = (events: ChangeEvent[]) => Promise<{ failed?: string[] } | void>;

export interface ConsumerOptions {
  journal: Journal;
  row: ConsumerRow;
  deliver: Deliver;
  /** A delivery that takes longer counts as failed, ms. */
  timeoutMs?: number;
  backoff: Backoff;
  log: (message: string) => void;
  /** Rearranges what was read together; for tests. */
  arrange?: <Item>(items: Item[]) => Item[];
}

export interface RunningConsumer {
  name: string;
  /** Looks for work now. */
  wake(): void;
  /** Resolves when every event up to a number has been delivered or given up; rejects when the bus closes before. */
  settled(seq: number): Promise<void>;
  inFlight(): number;
  /** Starts no more deliveries and waits for those in flight, at most so long; what is left comes again. */
  close(graceMs: number): Promise<void>;
}

/** An event on its way, with the deliveries that it has behind it. */
interface Delivery {
  seq: number;
  event: ChangeEvent;
  attempts: number;
}

/** Events read from the journal at once. */
const READ_LIMIT = 500;
/** Longest time without looking: another process may have replayed dead letters. */
const LOOK_AGAIN_MS = 1000;

export function runConsumer(options: ConsumerOptions): RunningConsumer {
  const { journal, row, deliver, backoff, log, arrange = (items) => items } = options;
  const matches = compilePattern(row.pattern);
  const signal = startSignal();
  /** Read from the journal and not settled, by number: how many deliveries are still to come. */
  const outstanding = new Map<number, number>();
  const retrying = new Set<number>();
  const active = new Set<Promise<void>>();
  const waiting = new Set<{ seq: number; settle: () => void; fail: (error: Error) => void }>();
  let queue: Delivery[] = [];
  let cursor = journal.position(row.name);
  let saved = cursor;
  let closed = false;
  let abandoned = false;

  const position = (): number => (outstanding.size === 0 ? cursor : Math.min(...outstanding.keys()) - 1);

  /** Goes back to what the journal knows. */
  function startOver(): void {
    outstanding.clear();
    queue = [];
    cursor = saved = journal.position(row.name);
  }

  function readAhead(): void {
    if (queue.length > 0) return;
    const read = journal.read(cursor, READ_LIMIT);
    if (read.length === 0) return;
    cursor = read.at(-1)!.seq;
    queue = arrange(
      read
        .filter(({ event }) => matches(toBusEvent(event, event.id)))
        .map((entry) => ({ ...entry, attempts: 0 })),
    );
    for (const { seq } of queue) outstanding.set(seq, (outstanding.get(seq) ?? 0) + 1);
    if (queue.length === 0) settle([]);
  }

  function nextBatch(): Delivery[] {
    const due = journal
      .dueRetries(row.name, Date.now(), row.batchSize + retrying.size)
      .filter(({ seq }) => !retrying.has(seq))
      .slice(0, row.batchSize);
    if (due.length > 0) {
      for (const { seq } of due) retrying.add(seq);
      return due;
    }
    for (let before = -1; queue.length === 0 && before !== cursor;) {
      before = cursor;
      readAhead();
    }
    return queue.splice(0, row.batchSize);
  }

  function settle(outcomes: Outcome[]): void {
    if (abandoned) return;
    const reached = position();
    if (outcomes.length > 0 || reached !== saved) journal.settle(row.name, reached, outcomes);
    saved = reached;
    for (const waiter of waiting) {
      if (saved < waiter.seq || journal.isRetrying(row.name, waiter.seq)) continue;
      waiting.delete(waiter);
      waiter.settle();
    }
  }

  async function handOver(batch: Delivery[]): Promise<void> {
    let error = 'reported as failed';
    let failed: Set<string>;
    try {
      failed = new Set(
        (await inTime(deliver(batch.map(({ event }) => event)), options.timeoutMs))?.failed ?? [],
      );
    } catch (thrown) {
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      failed = new Set(batch.map(({ event }) => event.id));
    }
    // Nobody waits for it any more: what it needs may be closed, and the journal has it come again.
    if (abandoned) return;
    for (const { seq } of batch) {
      retrying.delete(seq);
      const left = (outstanding.get(seq) ?? 1) - 1;
      if (left > 0) outstanding.set(seq, left);
      else outstanding.delete(seq);
    }
    settle(batch.map((delivery) => outcomeOf(delivery, failed.has(delivery.event.id) ? error : undefined)));
  }

  function outcomeOf({ seq, event, attempts: before }: Delivery, error: string | undefined): Outcome {
    if (error === undefined) return { seq, ok: true };
    const attempts = before + 1;
    const dead = attempts >= row.attempts;
    const next = dead ? 'given up' : 'to be tried again';
    log(
      `Events: ${row.name} failed on ${event.type} ${event.id}, attempt ${attempts}, ${next}: ${error.split('\n')[0]}`,
    );
    return { seq, ok: false, attempts, error, dead, dueAt: Date.now() + retryDelay(backoff, attempts) };
  }

  async function run(): Promise<void> {
    while (!closed) {
      const batch = active.size < row.concurrency ? nextBatch() : [];
      if (batch.length > 0) {
        const delivery: Promise<void> = handOver(batch)
          .catch((error: unknown) => {
            log(`Events: ${row.name} could not note its deliveries, they come again: ${error}`);
            startOver();
          })
          .finally(() => {
            active.delete(delivery);
            signal.raise();
          });
        active.add(delivery);
        continue;
      }
      const now = Date.now();
      const dueAt = journal.nextRetryAt(row.name, now) ?? Infinity;
      await signal.wait(Math.min(dueAt - now, LOOK_AGAIN_MS));
    }
  }

  const running = run().catch((error: unknown) => {
    closed = true;
    log(`Events: ${row.name} stopped: ${error instanceof Error ? error.stack : error}`);
  });

  return {
    name: row.name,
    wake: () => signal.raise(),
    inFlight: () => active.size,
    settled: (seq) =>
      new Promise((done, fail) => {
        if (closed) return fail(new Error(`Consumer ${row.name} is closed`));
        waiting.add({ seq, settle: done, fail });
        settle([]);
        signal.raise();
      }),
    async close(graceMs) {
      closed = true;
      signal.raise();
      const end = startSignal();
      void Promise.all(active).then(() => end.raise());
      await end.wait(active.size === 0 ? 0 : graceMs);
      abandoned = true;
      await running;
      for (const waiter of waiting)
        waiter.fail(new Error(`Consumer ${row.name} closed before it had caught up`));
    },
  };
}

async function inTime<Result>(work: Promise<Result>, ms: number | undefined): Promise<Result> {
  if (ms === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`The delivery took longer than ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
