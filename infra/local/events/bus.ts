/**
 * The event bus: delivers the journal's events to the consumers of the inventory, at least once each. It stands for
 * EventBridge's rules and the SQS queue before each function.
 */
import type { ConsumerRow } from '#infra/inventory.types.ts';
import { DEFAULT_BACKOFF, type Backoff } from './backoff.ts';
import { runConsumer, type Deliver, type RunningConsumer } from './consumer.ts';
import type { ConsumerState, DeadLetter } from './journal-consumers.ts';
import type { Journal } from './journal.ts';
import { arranger, type Shuffle } from './shuffle.ts';

/** What fills the journal: the poller of the table's stream. */
export interface EventSource {
  start(): void;
  /** Resolves when everything that the stream held at the time of the call is in the journal. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export interface BusConsumer {
  row: ConsumerRow;
  deliver: Deliver;
  /**
   * Where a consumer begins that the journal has not met: at the oldest event still kept (`beginning`, the default),
   * or after the newest (`now`). The journal keeps what some consumer still has to get, so neither is the past as a
   * whole: a consumer that builds something from all items reads the table first.
   */
  from?: 'beginning' | 'now';
  /** A delivery that takes longer counts as failed, ms; none unless told. It is not stopped. */
  timeoutMs?: number;
}

export interface BusOptions {
  journal: Journal;
  consumers: BusConsumer[];
  log: (message: string) => void;
  /** Started and closed with the bus. */
  source?: EventSource;
  backoff?: Partial<Backoff>;
  /** Delivers out of order and partly twice. */
  shuffle?: Shuffle;
}

export interface ConsumerStatus extends ConsumerState {
  /** Events that are in the journal and behind the consumer's position. */
  lag: number;
  /** Batches being delivered now. */
  inFlight: number;
}

export interface Bus {
  start(): void;
  /**
   * Ends the source, starts no more deliveries and waits for those in flight, at most `graceMs` (5 s). What did not
   * end by then is delivered again at the next start.
   */
  close(graceMs?: number): Promise<void>;
  /**
   * Resolves when each consumer has been given everything that the table's stream held at the time of the call, and
   * has either taken it or given it up to its dead letters. A failing consumer is waited for through all its attempts.
   * What consumers write meanwhile is not waited for, unless `withConsequences`: then it resolves once a whole pass
   * over the stream has brought nothing new. Consumers named in `except` are not waited for. Rejects when the bus closes
   * before.
   */
  idle(options?: { withConsequences?: boolean; except?: readonly string[] }): Promise<void>;
  status(): { lastSeq: number; consumers: ConsumerStatus[] };
  deadLetters(consumer: string): DeadLetter[];
  /** Delivers dead letters again, all or those of some event ids, with all their attempts. Returns how many. */
  replay(consumer: string, eventIds?: string[]): number;
}

/** Between two rounds of dropping what all consumers are done with. */
const PRUNE_INTERVAL_MS = 10_000;
const GRACE_MS = 5000;

/** Makes a bus; throws InvalidEventPatternException when a consumer's pattern is none. */
export function createBus(options: BusOptions): Bus {
  const { journal, consumers, log, source, shuffle } = options;
  const names = consumers.map(({ row }) => row.name);
  let running: RunningConsumer[] = [];
  let stopListening = (): void => undefined;
  let pruning: NodeJS.Timeout | undefined;

  const known = (consumer: string): string => {
    if (names.includes(consumer)) return consumer;
    throw new Error(`There is no consumer "${consumer}". Known: ${names.join(', ')}`);
  };
  const prune = (): void => {
    try {
      journal.prune(names);
    } catch (error) {
      log(`Events: what was delivered could not be dropped, the next round tries again: ${error}`);
    }
  };
  const deliverAll = async (except: readonly string[]): Promise<number> => {
    await source?.catchUp();
    const target = journal.lastSeq();
    const waited = running.filter(({ name }) => !except.includes(name));
    await Promise.all(waited.map((consumer) => consumer.settled(target)));
    return target;
  };

  return {
    start() {
      if (running.length > 0) throw new Error('The bus has been started already');
      running = consumers.map(({ row, deliver, timeoutMs, from = 'beginning' }) => {
        journal.register(row.name, from);
        const backoff = { ...DEFAULT_BACKOFF, ...options.backoff };
        return runConsumer({
          journal,
          row,
          deliver,
          timeoutMs,
          backoff,
          log,
          arrange: shuffle && arranger(shuffle),
        });
      });
      stopListening = journal.onAppend(() => running.forEach((consumer) => consumer.wake()));
      pruning = setInterval(prune, PRUNE_INTERVAL_MS).unref();
      source?.start();
    },
    async close(graceMs = GRACE_MS) {
      clearInterval(pruning);
      await source?.close();
      stopListening();
      await Promise.all(running.map((consumer) => consumer.close(graceMs)));
      running = [];
      prune();
    },
    async idle({ withConsequences = false, except = [] } = {}) {
      except.forEach(known);
      let target = await deliverAll(except);
      for (let before = -1; withConsequences && target !== before;) {
        before = target;
        target = await deliverAll(except);
      }
    },
    status() {
      const lastSeq = journal.lastSeq();
      const inFlight = new Map(running.map((consumer) => [consumer.name, consumer.inFlight()]));
      return {
        lastSeq,
        consumers: journal
          .states()
          .filter(({ name }) => names.includes(name))
          .map((state) => ({
            ...state,
            lag: lastSeq - state.position,
            inFlight: inFlight.get(state.name) ?? 0,
          })),
      };
    },
    deadLetters: (consumer) => journal.deadLetters(known(consumer)),
    replay(consumer, eventIds) {
      const replayed = journal.replay(known(consumer), eventIds);
      for (const one of running) if (one.name === consumer) one.wake();
      return replayed;
    },
  };
}
