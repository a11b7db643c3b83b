import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inventory } from '../inventory.ts';
import { SECONDS } from './assumptions.ts';
import { type Inputs, readInputs, SCENARIOS } from './inputs.ts';
import { HTTP_API_LIMIT, limitsOf, PARTS_AT_ONCE } from './limits.ts';
import { monthOf } from './month.ts';
import type { MachineWork } from './work.ts';

const root = new URL('../../', import.meta.url);
const machine: MachineWork = { transitions: 16, tasks: {} };
const limits = (inputs: Inputs) => limitsOf(inputs, monthOf(inputs, inventory, machine), inventory);
const find = (inputs: Inputs, what: string) => {
  const limit = limits(inputs).find((one) => one.what.startsWith(what));
  if (!limit) throw new Error(`There is no limit of ${what}.`);
  return limit;
};

describe('a limit', () => {
  it('is what the busiest second asks for, beside what may be asked', () => {
    const inputs = readInputs({ tenants: '1000', edits: '0', toolReads: '0', searches: '5000', peak: '4' });

    const { demand, quota, used } = find(inputs, 'requests a second, the HTTP APIs');
    expect(demand).toBeCloseTo((5e6 / SECONDS) * 4, 6);
    expect(quota).toBe(HTTP_API_LIMIT);
    expect(used).toBeCloseTo(demand / quota, 6);
  });

  it('of a partition is of the largest tenant, who has no more than all there is', () => {
    const one = readInputs({ tenants: '1' });
    const many = readInputs({ tenants: '100000' });
    const table = (inputs: Inputs) => find(inputs, 'write units a second, the table').demand;
    const partition = (inputs: Inputs) => find(inputs, "write units a second, the largest tenant's").demand;

    expect(partition(one)).toBeCloseTo(table(one), 9);
    expect(partition(many)).toBeCloseTo(table(many) / 500, 9);
  });

  it('of a list is shared by its shards', () => {
    const inputs = readInputs({ publishes: '100', newWorks: '0' });

    const { demand } = find(inputs, 'write units a second, a shard');
    expect(demand).toBeCloseTo((((1_000 * 100) / SECONDS) * inputs.peak * 2) / 8, 9);
  });

  it('of wildcards is met only where publications come in batches', () => {
    expect(find(readInputs({ tenants: '10' }), 'wildcards').demand).toBe(0);
    expect(find(readInputs({ tenants: '100000' }), 'wildcards').used).toBeGreaterThan(1);
  });

  it('is met by none of 10 tenants, and by some of 100,000', () => {
    const met = SCENARIOS.map(({ inputs }) => limits(inputs).filter(({ used }) => used >= 1).length);

    expect(met[0]).toBe(0);
    expect(met[1]).toBe(0);
    expect(met[2]).toBeGreaterThan(2);
  });

  it('comes most used first, each with an answer and its source', () => {
    const all = limits(readInputs({}));

    expect(all.toSorted((a, b) => b.used - a.used)).toEqual(all);
    for (const { answer, source, quota } of all) {
      expect(answer.length).toBeGreaterThan(10);
      expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/|^infra\//);
      expect(quota).toBeGreaterThan(0);
    }
  });

  it('names files that there are', () => {
    const named = limits(readInputs({})).flatMap(({ answer, source }) =>
      [...`${answer} ${source}`.matchAll(/\b(?:api|infra|site)\/[\w./-]+\.ts\b/g)].map(([path]) => path),
    );

    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});

describe('what is built', () => {
  const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');

  it('lets as many requests through as the model says', () => {
    expect(text('infra/aws/constructs/rest.ts')).toContain(`throttlingRateLimit: ${HTTP_API_LIMIT}`);
  });

  it('reads as many parts of a run at once as the model says', () => {
    expect(text(inventory.stateMachines[0]?.definition ?? '')).toContain(
      `"MaxConcurrency": ${PARTS_AT_ONCE}`,
    );
  });

  it('has one writer of pages, and consumers of the names that limits are told by', () => {
    const rows = new Map(inventory.consumers.map((row) => [row.name, row]));

    expect(rows.get('publisher')?.concurrency).toBe(1);
    expect(rows.get('enrich')?.concurrency).toBeGreaterThan(0);
  });
});
