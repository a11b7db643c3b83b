import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inventory } from '../inventory.ts';
import { ASSUMED } from './assumptions.ts';
import { billOf, type Bill } from './bill.ts';
import { FIELDS, type Inputs, NAMES, readInputs, SCENARIOS } from './inputs.ts';
import { dollarsOf, PRICE_LIST, type Price, PRICES_AS_OF } from './prices.ts';
import { customMetrics, ocusASide, vectorGb } from './quantities.ts';
import type { MachineWork } from './work.ts';

const machine: MachineWork = { transitions: 16, tasks: {} };
const bill = (inputs: Inputs, plan: 'plus' | 'essentials' = 'plus'): Bill =>
  billOf(inputs, { inventory, machine, plan });

/** Nothing is done and kept but what is said. */
const only = (given: Partial<Inputs>): Inputs => ({
  ...(Object.fromEntries(NAMES.map((name) => [name, 0])) as unknown as Inputs),
  ...{ tenants: 1, peak: 1 },
  ...given,
});

const lineOf = ({ services }: Bill, service: string, unit: string): { quantity: number; dollars: number } => {
  const line = services.find((one) => one.service === service)?.lines.find((one) => one.unit === unit);
  if (!line) throw new Error(`${service} has no line ${unit}.`);
  return line;
};

describe('a price', () => {
  it.for([
    ['one figure', { dollars: 2 }, 10, 20],
    ['less than is free', { dollars: 2, free: 10 }, 10, 0],
    ['beyond what is free', { dollars: 2, free: 10 }, 11, 2],
    // (10,240 - 1,024) * 0.085 + 10,240 * 0.08
    ['tiers, the free part of the first', PRICE_LIST.edgeOut, 20_480, 1_602.56],
    ['tiers, all of it free', PRICE_LIST.edgeOut, 1_000, 0],
    // 300 million at 1 and 100 million at 0.9
    ['the second tier', PRICE_LIST.httpRequest, 400_000_000, 390],
  ] as const)('with %s', ([, price, quantity, dollars]) => {
    expect(dollarsOf(price as Pick<Price, 'dollars' | 'free'>, quantity)).toBeCloseTo(dollars, 6);
  });

  it('has its page, and a day no later than that of the table', () => {
    for (const price of Object.values(PRICE_LIST) as Price[]) {
      expect(price.source).toMatch(/^https:\/\/aws\.amazon\.com\/[a-z0-9-]+\/pricing\//);
      if (price.stated !== null) expect(price.stated <= PRICES_AS_OF).toBe(true);
    }
  });

  it('falls, tier by tier, and ends with one that has no end', () => {
    for (const { dollars } of Object.values(PRICE_LIST) as Price[]) {
      if (typeof dollars === 'number') continue;
      expect(dollars.at(-1)?.upTo).toBe(Infinity);
      expect(dollars.toSorted((a, b) => a.upTo - b.upTo || b.dollars - a.dollars)).toEqual(dollars);
    }
  });
});

describe('a bill by hand', () => {
  it('of a million changes of drafts', () => {
    const edits = bill(only({ tenants: 1_000, edits: 1_000 }));

    // 8 units of writing each; 4.5 of reading, and half a one for the list that is looked at before.
    expect(lineOf(edits, 'DynamoDB', 'write request unit')).toMatchObject({ quantity: 8e6, dollars: 5 });
    expect(lineOf(edits, 'DynamoDB', 'read request unit')).toMatchObject({ quantity: 5e6, dollars: 0.625 });
    // The change, the list, and the announcement of the change.
    const operations = lineOf(edits, 'AppSync', 'operation');
    expect(operations.quantity).toBe(3e6);
    expect(operations.dollars).toBeCloseTo(12, 6);
    expect(lineOf(edits, 'EventBridge', 'event').dollars).toBeCloseTo(1, 6);
    expect(lineOf(edits, 'EventBridge', 'pipe request').dollars).toBeCloseTo(0.4, 6);
    expect(lineOf(edits, 'CloudFront', 'path invalidated').dollars).toBe(0);
    // On the trail: 6 requests of the change and 1 of the list, a picture that is kept and read, 4 that are looked at.
    expect(lineOf(edits, 'CloudTrail', 'data event')).toMatchObject({ quantity: 13e6, dollars: 13 });
    // Twelve months of 0.3 KB for each, and of 1 KB for the event of the change.
    const evidence = lineOf(edits, 'S3', 'GB-month of evidence');
    expect(evidence.quantity).toBeCloseTo((12 * (13e6 * 0.3 + 1e6)) / 1024 ** 2, 6);
  });

  it('of a million pages', () => {
    const visits = bill(only({ tenants: 1_000, visits: 250, pagesPerVisit: 4 }));

    // 8 million requests are below what is free; of 4 million pictures one function each, of the rest two: 12 million,
    // of which 10 are beyond.
    expect(lineOf(visits, 'CloudFront', 'HTTPS request')).toMatchObject({ quantity: 8e6, dollars: 0 });
    expect(lineOf(visits, 'CloudFront', 'function call').dollars).toBeCloseTo(1, 6);
    expect(lineOf(visits, 'WAF', 'request').dollars).toBeCloseTo(4.8, 6);
    expect(lineOf(visits, 'DynamoDB', 'read request unit').quantity).toBe(0);
    expect(lineOf(visits, 'Lambda', 'call').quantity).toBe(0);
  });

  it('of publications: paths beyond a thousand are paid for', () => {
    const publications = bill(only({ tenants: 100, publishes: 50 }));

    expect(lineOf(publications, 'CloudFront', 'path invalidated')).toMatchObject({
      quantity: 5_000,
      dollars: 20,
    });
  });

  it('of nothing at all: what stands is paid for', () => {
    const idle = bill(only({}));

    // Two units at a quarter of a dollar, less a little, for 730 hours.
    expect(lineOf(idle, 'OpenSearch Serverless', 'OCU-hour')).toMatchObject({ quantity: 1_460 });
    expect(lineOf(idle, 'OpenSearch Serverless', 'OCU-hour').dollars).toBeCloseTo(350.4, 6);
    expect(lineOf(idle, 'Bedrock', 'text embedded').dollars).toBe(0);
    // Four shards, asked four times a second.
    expect(lineOf(idle, 'DynamoDB', 'stream read request').quantity).toBeCloseTo(16 * 30.4 * 86_400, 3);
    // Two units of processing for a quarter of an hour each night.
    expect(lineOf(idle, 'Analytics', 'DPU-hour of Glue').quantity).toBe(15);
    expect(lineOf(idle, 'CloudTrail', 'data event').quantity).toBe(0);
    expect(lineOf(idle, 'SQS', 'request of a FIFO queue').quantity).toBeGreaterThan(0);
  });

  it('of people: ten thousand are free on Essentials, none on Plus', () => {
    const people = only({ tenants: 12_000, people: 1 });

    expect(lineOf(bill(people, 'essentials'), 'Cognito', 'person a month, Essentials').dollars).toBe(30);
    expect(lineOf(bill(people), 'Cognito', 'person a month, Plus').dollars).toBe(240);
  });

  it('of enrichments: models by the house’s list, transitions by the definition', () => {
    const runs = bill(only({ tenants: 1_000, enrichments: 1 }));

    // Two analyses each: 3,000 * 0.33 + 700 * 2.75 millionths.
    const analyses = lineOf(runs, 'Bedrock', 'analysis of a text or a picture');
    expect(analyses).toMatchObject({ quantity: 2_000 });
    expect(analyses.dollars).toBeCloseTo(2_000 * 0.002915, 6);
    // 16,000, of which 4,000 are free.
    expect(lineOf(runs, 'Step Functions', 'state transition').dollars).toBeCloseTo(0.3, 6);
  });
});

describe('figures that functions report', () => {
  it('are those of their kind, each by its function, and of models by kind', () => {
    const row = { entry: '', purpose: '', memoryMb: 256, timeoutSeconds: 1 };
    const functions = [
      { ...row, name: 'asked' },
      { ...row, name: 'told' },
      { ...row, name: 'thinking', models: ['analysis' as const, 'speech' as const] },
    ];
    const [first] = inventory.consumers;

    // 2 of requests; 4 of events; 2 of requests, 2 of models twice, and 1 of budgets.
    expect(customMetrics({ functions, consumers: [{ ...first!, function: 'told' }] })).toBe(
      2 + 4 + 2 + 4 + 1,
    );
  });
});

describe('vectors', () => {
  it('take the memory of their graph', () => {
    const inputs = only({ tenants: 100_000, works: 40 });

    // 20 million of 1.1 * (4,096 + 128) bytes.
    expect(vectorGb(inputs)).toBeCloseTo((20e6 * 4_646.4) / 1024 ** 3, 3);
    expect(ocusASide(inputs)).toBe(2 * Math.ceil(vectorGb(inputs) / ASSUMED.vectorGbAnOcu));
    expect(ocusASide(only({}))).toBe(1);
  });

  it('have the size that the model of vectors gives', () => {
    const model = readFileSync(new URL('../../api/ports/embeddings/aws.ts', import.meta.url), 'utf8');

    expect(model).toContain(`dimensions = ${ASSUMED.vectorDimensions}`);
  });
});

describe('every bill', () => {
  it.for(SCENARIOS.map(({ name, inputs }) => [name, inputs] as const))(
    'adds up, and is at most what its margins say: %s',
    ([, inputs]) => {
      const { services, dollars, atMost, dollarsATenant } = bill(inputs);

      const lines = services.flatMap((service) => service.lines);
      expect(lines.every((line) => line.quantity >= 0 && line.dollars >= 0)).toBe(true);
      expect(dollars).toBeCloseTo(
        lines.reduce((sum, line) => sum + line.dollars, 0),
        6,
      );
      expect(dollarsATenant * inputs.tenants).toBeCloseTo(dollars, 6);
      expect(atMost).toBeGreaterThan(dollars);
      expect(atMost).toBeLessThan(dollars * 1.5);
    },
  );

  it('grows with each input', () => {
    const base = readInputs({});
    for (const name of NAMES.filter((one) => one !== 'peak')) {
      const more = { ...base, [name]: FIELDS[name].fallback * 3 };
      expect([name, bill(more).dollars > bill(base).dollars]).toEqual([name, true]);
    }
  });

  it('shares no service between two entries, dearest first', () => {
    const { services } = bill(readInputs({}));

    expect(new Set(services.map(({ service }) => service)).size).toBe(services.length);
    expect(services.toSorted((a, b) => b.dollars - a.dollars)).toEqual(services);
  });
});
