/** What every bus does with events and the consumers of the inventory. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, ENTITIES, type ChangeEvent } from '#api/events.ts';
import type { ConsumerRow } from '#infra/inventory.types.ts';
import { consumers } from '../../inventory/consumers.ts';
import { toBusEvent } from './envelope.ts';
import { compilePattern } from './pattern.ts';

/** Handles an event for a consumer; what throws has failed. */
export type Handle = (consumer: string, event: ChangeEvent) => Promise<void>;

export interface Twin {
  put(events: readonly ChangeEvent[]): Promise<void>;
  /** Resolves when every consumer has taken or given up what was put. */
  settled(): Promise<void>;
  /** What a consumer gave up. */
  deadLetters(consumer: string): Promise<ChangeEvent[]>;
  end(): Promise<void>;
}

const LIMIT_MS = 120_000;

/** An event of every kind, with every field. */
const EVENTS: readonly ChangeEvent[] = ENTITIES.flatMap((entity) =>
  ACTIONS.map((action): ChangeEvent => {
    const entityId = `${entity}-${action}`;
    return {
      id: `${entityId}#7`,
      type: `${entity}.${action}`,
      tenantId: '01J9ZQ4X0000000000000000T1',
      entity,
      entityId,
      projectId: '01J9ZQ4X0000000000000000P1',
      version: 7,
      changed: ['title', 'Überschrift "neu" <a>'],
      by: '01J9ZQ4X0000000000000000U1',
      via: 'graphql',
      requestId: 'Root=1-67891233-abcdef012345678912345678',
      at: '2026-03-14T12:00:00.123Z',
    };
  }),
);

const meantFor = ({ pattern }: ConsumerRow): ChangeEvent[] => {
  const matches = compilePattern(pattern);
  return EVENTS.filter((event) => matches(toBusEvent(event)));
};
const byId = (events: readonly ChangeEvent[]): ChangeEvent[] =>
  events.toSorted((a, b) => a.id.localeCompare(b.id));

export function deliveryContract(
  open: (rows: readonly ConsumerRow[], handle: Handle) => Promise<Twin>,
): void {
  describe('delivery to the consumers of the inventory', () => {
    const given = new Map<string, ChangeEvent[]>();
    const broken = new Set<string>();
    let twin: Twin;
    beforeAll(async () => {
      twin = await open(consumers, async (consumer, event) => {
        given.set(consumer, [...(given.get(consumer) ?? []), event]);
        if (broken.has(event.id)) throw new Error('It cannot be handled.');
      });
    }, LIMIT_MS);
    afterAll(() => twin.end());

    it(
      'gives each what its pattern admits, whole and as it was put, and nothing else',
      { timeout: LIMIT_MS },
      async () => {
        await twin.put(EVENTS);
        await twin.settled();

        for (const row of consumers)
          expect([row.name, byId(given.get(row.name) ?? [])]).toEqual([row.name, byId(meantFor(row))]);
        expect([...given.keys()].toSorted()).toEqual(consumers.map(({ name }) => name).toSorted());
      },
    );

    it(
      'gives an event again when it comes again: each change at least once',
      { timeout: LIMIT_MS },
      async () => {
        given.clear();
        const twice = EVENTS.find(({ type }) => type === 'project.published') as ChangeEvent;

        await twin.put([twice]);
        await twin.put([twice]);
        await twin.settled();

        for (const row of consumers.filter((one) => meantFor(one).includes(twice)))
          expect([row.name, given.get(row.name)]).toEqual([row.name, [twice, twice]]);
      },
    );

    it(
      'gives what fails as often as the inventory says, then sets it aside; the rest goes on',
      { timeout: LIMIT_MS },
      async () => {
        given.clear();
        const bad = EVENTS.find(({ type }) => type === 'page.published') as ChangeEvent;
        const good = EVENTS.find(({ type }) => type === 'page.deleted') as ChangeEvent;
        broken.add(bad.id);
        const told = consumers.filter((row) => meantFor(row).includes(bad));

        await twin.put([bad, good]);
        await twin.settled();

        expect(told.length).toBeGreaterThan(2);
        for (const row of consumers) {
          const events = given.get(row.name) ?? [];
          const attempts = events.filter(({ id }) => id === bad.id).length;
          expect([row.name, attempts]).toEqual([row.name, told.includes(row) ? row.attempts : 0]);
          expect([row.name, await twin.deadLetters(row.name)]).toEqual([
            row.name,
            told.includes(row) ? [bad] : [],
          ]);
          if (meantFor(row).includes(good)) expect(events.filter(({ id }) => id === good.id)).toEqual([good]);
        }
      },
    );
  });
}
