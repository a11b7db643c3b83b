import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangeEvent, EventType } from '#api/events.ts';
import type { ConsumerRow } from '#infra/inventory.types.ts';
import { createBus, type Bus, type BusConsumer, type BusOptions, type EventSource } from './bus.ts';
import { openJournal, type Journal } from './journal.ts';

let dataDir: string;
let journal: Journal;
const buses: Bus[] = [];
const log = (): void => undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'bus-'));
  journal = openJournal(dataDir);
});
afterEach(async () => {
  for (const bus of buses.splice(0)) await bus.close();
  journal.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const event = (n: number, type: EventType = 'project.updated'): ChangeEvent => ({
  id: `e${n}#1`,
  type,
  tenantId: 't',
  entity: 'project',
  entityId: `e${n}`,
  version: 1,
  changed: [],
  at: '2026-01-01T00:00:00.000Z',
});
let sequence = 0;
const append = (...events: ChangeEvent[]): void =>
  journal.append(events, { shardId: 's', sequenceNumber: String((sequence += 1)), finished: false });
const many = (count: number): ChangeEvent[] => Array.from({ length: count }, (_, n) => event(n));

const row = (extra: Partial<ConsumerRow> = {}): ConsumerRow => ({
  name: 'publish',
  function: 'publish',
  pattern: { source: ['artissist.table'] },
  concurrency: 1,
  batchSize: 10,
  attempts: 3,
  purpose: 'Test.',
  ...extra,
});

function start(consumers: BusConsumer[], extra: Partial<BusOptions> = {}): Bus {
  const bus = createBus({ journal, consumers, log, backoff: { baseMs: 1, capMs: 4 }, ...extra });
  buses.push(bus);
  bus.start();
  return bus;
}

/** A consumer that remembers what it was given, and fails on what it is told to. */
function recorder(extra: Partial<ConsumerRow> = {}, fails: (id: string) => boolean = () => false) {
  const given: string[] = [];
  const batches: string[][] = [];
  const deliver = (events: ChangeEvent[]): Promise<{ failed: string[] }> => {
    const ids = events.map(({ id }) => id);
    given.push(...ids);
    batches.push(ids);
    return Promise.resolve({ failed: ids.filter(fails) });
  };
  return { consumer: { row: row(extra), deliver }, given, batches };
}

describe('delivery', () => {
  test('gives each consumer what matches its pattern, in order and in batches', async () => {
    const all = recorder();
    const published = recorder({ name: 'announce', pattern: { 'detail-type': [{ suffix: '.published' }] } });
    const bus = start([all.consumer, published.consumer]);

    append(...many(25), event(99, 'project.published'));
    await bus.idle();

    expect(all.given).toEqual([...many(25).map(({ id }) => id), 'e99#1']);
    expect(Math.max(...all.batches.map((batch) => batch.length))).toBe(10);
    expect(published.given).toEqual(['e99#1']);
  });

  test('keeps no more deliveries in flight than the row allows, and uses them', async () => {
    let now = 0;
    let most = 0;
    const deliver = async (): Promise<void> => {
      most = Math.max(most, (now += 1));
      await new Promise((done) => setTimeout(done, 5));
      now -= 1;
    };
    const bus = start([{ row: row({ concurrency: 3, batchSize: 2 }), deliver }]);

    append(...many(20));
    await bus.idle();

    expect(most).toBe(3);
  });

  test('goes on where it was after a restart, and gives again what did not end', async () => {
    const first = recorder();
    const stuck: string[] = [];
    const hangs = async (events: ChangeEvent[]): Promise<void> => {
      stuck.push(...events.map(({ id }) => id));
      if (stuck.length > 3) await new Promise(() => undefined);
    };
    const bus = start([first.consumer, { row: row({ name: 'index', batchSize: 1 }), deliver: hangs }]);
    append(...many(8));
    while (stuck.length < 4) await new Promise((done) => setTimeout(done, 1));
    await bus.close(1);

    const again = recorder();
    const rest = recorder({ name: 'index' });
    await start([again.consumer, rest.consumer]).idle();

    expect(again.given).toEqual([]);
    expect(rest.given).toEqual(['e3#1', 'e4#1', 'e5#1', 'e6#1', 'e7#1']);
  });

  test('says nothing of what fails because the end took away what it needs', async () => {
    const said: string[] = [];
    let takeAway = (): void => undefined;
    const started = new Promise<void>((inHand) => {
      const deliver = () =>
        new Promise<void>((_, fail) => {
          takeAway = () => fail(new Error('The model was closed'));
          inHand();
        });
      start([{ row: row(), deliver }], { log: (line) => said.push(line) });
    });
    append(event(1));
    await started;
    await buses[0]!.close(1);

    takeAway();
    await new Promise((done) => setTimeout(done, 5));

    expect(said).toEqual([]);
  });

  test.each([
    ['beginning', 5],
    ['now', 1],
  ] as const)('a consumer that is new begins at the %s', async (from, count) => {
    append(...many(4));
    const late = recorder({ name: 'late' });
    const bus = start([recorder().consumer, { ...late.consumer, from }]);

    append(event(9));
    await bus.idle();

    expect(late.given).toHaveLength(count);
  });

  test('what all consumers are done with is dropped, what one still needs is not', async () => {
    const bus = start([recorder({}, (id) => id === 'e2#1').consumer, recorder({ name: 'index' }).consumer]);
    append(...many(5));
    await bus.idle();

    await bus.close();

    expect(journal.read(0, 10).map((entry) => entry.event.id)).toEqual(['e2#1']);
    expect(journal.lastSeq()).toBe(5);
  });

  test.each([1, 2, 3])('shuffled and doubled, everything still comes (seed %i)', async (seed) => {
    const one = recorder({ concurrency: 2 });
    const bus = start([one.consumer], { shuffle: { seed, doubles: true } });

    append(...many(100));
    await bus.idle();

    const ids = many(100).map(({ id }) => id);
    expect(new Set(one.given)).toEqual(new Set(ids));
    expect(one.given.length).toBeGreaterThan(100);
    expect(one.given.slice(0, 100)).not.toEqual(ids);
  });
});

describe('idle', () => {
  /** A source that finds events when it is asked to catch up. */
  const source = (found: ChangeEvent[][]): EventSource => ({
    start: () => undefined,
    catchUp: () => Promise.resolve(append(...(found.shift() ?? []))),
    close: () => Promise.resolve(),
  });

  test('waits for what the stream held when it was asked', async () => {
    const one = recorder();
    const bus = start([one.consumer], { source: source([[event(1)], [event(2)]]) });

    await bus.idle();

    expect(one.given).toEqual(['e1#1']);
  });

  test('waits for what follows from it, if told to', async () => {
    const one = recorder();
    const bus = start([one.consumer], {
      source: source([[event(1)], [event(2)], [event(3)], [], [event(4)]]),
    });

    await bus.idle({ withConsequences: true });

    expect(one.given).toEqual(['e1#1', 'e2#1', 'e3#1']);
  });

  test('waits for no consumer that is left out', async () => {
    const one = recorder();
    const stuck = { ...recorder({ name: 'embed' }).consumer, deliver: () => new Promise<void>(() => {}) };
    const bus = start([one.consumer, stuck], { source: source([[event(1)], [event(2)]]) });

    await bus.idle({ withConsequences: true, except: ['embed'] });

    expect(one.given).toEqual(['e1#1', 'e2#1']);
    await expect(bus.idle({ except: ['embded'] })).rejects.toThrow('There is no consumer "embded"');
  });

  test('is at once when nothing matches', async () => {
    const one = recorder({ pattern: { source: ['another'] } });
    const bus = start([one.consumer], { source: source([many(1000)]) });

    await bus.idle();

    expect(bus.status().consumers).toMatchObject([{ name: 'publish', position: 1000, lag: 0 }]);
  });
});

describe('failures', () => {
  test('an event that fails comes again alone, later ones go on', async () => {
    let failures = 2;
    const one = recorder({ batchSize: 5 }, (id) => id === 'e1#1' && failures-- > 0);
    const bus = start([one.consumer]);

    append(...many(10));
    await bus.idle();

    expect(one.given.filter((id) => id === 'e1#1')).toHaveLength(3);
    expect(one.given).toHaveLength(12);
    expect(bus.deadLetters('publish')).toEqual([]);
  });

  test('a batch that throws comes again as a whole', async () => {
    let thrown = false;
    const given: string[] = [];
    const deliver = (events: ChangeEvent[]): Promise<void> => {
      given.push(...events.map(({ id }) => id));
      const first = !thrown;
      thrown = true;
      return first ? Promise.reject(new Error('no luck')) : Promise.resolve();
    };
    const bus = start([{ row: row({ batchSize: 3 }), deliver }]);

    append(...many(3));
    await bus.idle();

    expect(given.sort()).toEqual(['e0#1', 'e0#1', 'e1#1', 'e1#1', 'e2#1', 'e2#1']);
  });

  test('a delivery that takes too long has failed', async () => {
    const bus = start([
      { row: row({ attempts: 2 }), deliver: () => new Promise(() => undefined), timeoutMs: 1 },
    ]);

    append(event(1));
    await bus.idle();

    expect(bus.deadLetters('publish')).toMatchObject([
      { error: expect.stringContaining('longer than 1 ms') },
    ]);
  });

  test('after all its attempts an event is a dead letter; replay gives it again', async () => {
    let broken = true;
    const one = recorder({}, (id) => broken && id === 'e1#1');
    const bus = start([one.consumer]);
    append(...many(3));
    await bus.idle();
    const letters = bus.deadLetters('publish');
    const { deadLetters } = bus.status().consumers[0]!;

    broken = false;
    const replayed = bus.replay('publish', ['e1#1']);
    await bus.idle();

    expect(letters).toMatchObject([{ event: { id: 'e1#1' }, attempts: 3, error: 'reported as failed' }]);
    expect([deadLetters, replayed]).toEqual([1, 1]);
    expect(one.given.filter((id) => id === 'e1#1')).toHaveLength(4);
    expect(bus.deadLetters('publish')).toEqual([]);
  });

  test('attempts are counted across restarts', async () => {
    const one = recorder({ attempts: 2 }, () => true);
    const slow = start([one.consumer], { backoff: { baseMs: 40, capMs: 40 } });
    append(event(1));
    while (one.given.length < 1) await new Promise((done) => setTimeout(done, 1));
    await slow.close();

    await start([one.consumer]).idle();

    expect(one.given).toHaveLength(2);
    expect(journal.deadLetters('publish')).toMatchObject([{ attempts: 2 }]);
  });

  test('waiting ends with an error when the bus closes before', async () => {
    const bus = start([{ row: row(), deliver: () => new Promise(() => undefined) }]);
    append(event(1));
    const waiting = bus.idle();
    const outcome = expect(waiting).rejects.toThrow('closed before it had caught up');

    await bus.close(1);

    await outcome;
  });

  test('an unknown consumer is named with those there are', () => {
    expect(() => start([recorder().consumer]).deadLetters('foo')).toThrow(
      'no consumer "foo". Known: publish',
    );
  });
});

describe('a journal that cannot be written for a moment', () => {
  test('gives again what could not be noted', async () => {
    let broken = 1;
    const flaky: Journal = {
      ...journal,
      settle(...args) {
        if (broken-- > 0) throw new Error('disk full');
        journal.settle(...args);
      },
    };
    const one = recorder();
    const bus = start([one.consumer], { journal: flaky });

    append(...many(3));
    await bus.idle();

    expect(one.given).toHaveLength(6);
  });
});
