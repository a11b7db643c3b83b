import { describe, expect, it } from 'vitest';
import type { Item } from '#api/ports/table/port.ts';
import { PRICE_LIST } from '../cost/prices.ts';
import { readAsked, reportOf, tableOf } from './run.ts';
import { storedBy } from './stored.ts';
import { costOf, unitPrices, type UnitPrices } from './tenant-cost.ts';
import { noUsage, usageOfLog } from './usage.ts';

const A = '01J0000000000000000000000A';
const B = '01J0000000000000000000000B';
const rows = [
  { name: 'rest', memoryMb: 1024 },
  { name: 'authorizer', memoryMb: 512 },
  { name: 'publisher', memoryMb: 2048 },
];
const month = '2026-11';
const timestamp = '2026-11-05T10:00:00.000Z';
const line = (members: object): string => JSON.stringify({ timestamp, ...members });

const lines = [
  // By a personal token: only the authorizer knows whose it is.
  line({ service: 'authorizer', message: 'call', requestId: 'r1', tenantId: A, durationMs: 10 }),
  line({ service: 'rest', message: 'call', requestId: 'r1', durationMs: 100 }),
  // The other way round.
  line({ service: 'rest', message: 'call', requestId: 'r2', durationMs: 200 }),
  line({
    service: 'publisher',
    message: 'event handled',
    requestId: 'r2',
    tenantId: B,
    durationMs: 500,
    together: 2,
  }),
  // A person over GraphQL.
  line({ service: 'graphql', message: 'call', requestId: 'r3', tenantId: B, durationMs: 5 }),
  // A visitor.
  line({ service: 'rest', message: 'call', requestId: 'r4', durationMs: 50 }),
  // What does not count: another month, another line, a line that is cut off.
  line({
    service: 'rest',
    message: 'call',
    tenantId: A,
    durationMs: 50,
    timestamp: '2026-10-31T23:59:59.999Z',
  }),
  line({ service: 'rest', message: 'call failed', tenantId: A }),
  '{"message":"call","service":"re',
];

describe('use, as the log tells it', () => {
  it('is counted for the tenant that any line of the request names', async () => {
    const { tenants, unattributed } = await usageOfLog(lines, { rows, month });

    expect(tenants.get(A)).toEqual({
      ...noUsage(),
      graphqlRequests: 1,
      restRequests: 1,
      calls: 2,
      gbSeconds: 0.01 * 0.5 + 0.1,
    });
    expect(tenants.get(B)).toEqual({
      ...noUsage(),
      graphqlRequests: 2,
      restRequests: 1,
      calls: 1.5,
      deliveries: 1,
      gbSeconds: 0.2 + 0.5,
    });
    expect(unattributed).toMatchObject({ restRequests: 1, calls: 1 });
  });

  it('is the same in whatever order lines come', async () => {
    const backwards = await usageOfLog(lines.toReversed(), { rows, month });

    const forwards = await usageOfLog(lines, { rows, month });
    for (const id of [A, B])
      for (const [name, value] of Object.entries(forwards.tenants.get(id) ?? {}))
        expect(backwards.tenants.get(id)).toHaveProperty(name, expect.closeTo(value as number, 9));
  });
});

const items: Item[] = [
  { PK: `TENANT#${A}`, SK: 'PROJECT#1', title: 'x'.repeat(1000) },
  { PK: `TENANT#${A}`, SK: 'PROJECT#1#ASSET#2', size: 5_000_000 },
  { PK: `TENANT#${A}`, SK: 'PROJECT#1#ASSET#2#DERIVED', size: 7 },
  { PK: `PUBLIC#${A}`, SK: 'PROFILE' },
  { PK: `TENANT#${B}`, SK: 'PROJECT#1#ASSET#2', size: 9 },
];
const table = {
  async *query({ condition }: { condition: { values?: Record<string, string> } }) {
    yield* items.filter(({ PK }) => PK === condition.values?.[':pk']);
  },
  get: ({ PK, SK }: { PK: string; SK: string }) =>
    Promise.resolve(
      PK === `TENANT#${A}` && SK === `USAGE#${month}` ? { microUsd: 2_500_000, tokens: 9 } : null,
    ),
};

describe('what is stored', () => {
  it('is drafts and public items, files of assets, and what models were paid in the month', async () => {
    const stored = await storedBy(table as never, A, month);

    expect(stored.mediaBytes).toBe(5_000_000);
    expect(stored.modelMicroUsd).toBe(2_500_000);
    expect(stored.tableBytes).toBeGreaterThan(1_400);
    expect((await storedBy(table as never, B, month)).modelMicroUsd).toBe(0);
  });
});

describe('cost', () => {
  const prices: UnitPrices = {
    apiOperation: 1,
    httpRequest: 10,
    call: 100,
    gbSecond: 1000,
    event: 10_000,
    message: 100_000,
    tableGb: 7,
    mediaGb: 3,
  };

  it.each([
    ['requests', { graphqlRequests: 3, restRequests: 2 }, 23],
    ['work', { calls: 2, gbSeconds: 0.5 }, 700],
    ['events', { deliveries: 2 }, 620_000],
    ['storage', { tableBytes: 1024 ** 3, mediaBytes: 2 * 1024 ** 3 }, 13],
    ['models', { modelMicroUsd: 1_500_000 }, 1.5],
  ] as const)('of %s is their quantity at the price that is handed in', (what, used, dollars) => {
    const cost = costOf({ ...noUsage(), ...used }, prices);

    expect(cost[what]).toBeCloseTo(dollars, 9);
    expect(cost.total).toBeCloseTo(dollars, 9);
  });

  it("takes its prices from the table of the platform's own cost", () => {
    const taken = unitPrices(PRICE_LIST);

    expect(taken.apiOperation).toBe(PRICE_LIST.apiOperation.dollars);
    expect(taken.mediaGb).toBe(0.023);
    for (const price of Object.values(taken)) expect(price).toBeGreaterThan(0);
  });

  it('is reported for each tenant, the dearest first, and for what is nobody’s', async () => {
    const report = await reportOf({ month, tenants: [] }, { table: table as never, lines, rows, prices });

    expect(report.tenants.map(({ tenantId }) => tenantId)).toEqual([B, A]);
    expect(
      tableOf(report)
        .split('\n')
        .slice(2)
        .map((row) => row.slice(0, 26).trim()),
    ).toEqual([B, A, '(visitors and refused)']);
  });

  it('of a tenant that the log does not name is what it stores', async () => {
    const report = await reportOf(
      { month, tenants: [A] },
      { table: table as never, lines: [], rows, prices },
    );

    expect(report.tenants).toMatchObject([{ tenantId: A, cost: { requests: 0, models: 2.5 } }]);
  });
});

describe('what is asked', () => {
  it('is this month and this machine unless told', () => {
    expect(readAsked([], new Date('2026-11-22T00:00:00Z'))).toEqual({
      month,
      tenants: [],
      aws: false,
      json: false,
      help: false,
    });
  });

  it('is refused with everything that is wrong', () => {
    expect(() => readAsked(['--month', '2026-13', '--tenant', 'x', '--aws'], new Date())).toThrow(
      /--month.*\n--tenant.*\n--aws/,
    );
  });
});
