/** `npm run usage`: a month's use and cost of each tenant that the log names, or of those that are asked for. */
import { parseArgs } from 'node:util';
import type { Table } from '#api/ports/table/port.ts';
import type { FunctionRow } from '../inventory.types.ts';
import { storedBy } from './stored.ts';
import { costOf, type TenantCost, type UnitPrices } from './tenant-cost.ts';
import { noUsage, type TenantUsage, usageOfLog } from './usage.ts';

export const USAGE = `Usage: npm run usage -- [options]
What each tenant used in a month, and what it cost: requests, work of functions, events, storage and models.

  --month 2026-11   the month, UTC (this one)
  --tenant ID       only this tenant, also where the log does not name it; may be said again
  --lines FILE      lines of the log, one JSON object each, of a deployment (the log of this machine)
  --aws             storage and models from the deployed table: AWS_REGION, TABLE_NAME and MEDIA_BUCKET name it
  --json            as JSON
  --help            this`;

export interface Asked {
  month: string;
  tenants: string[];
  lines?: string;
  aws: boolean;
  json: boolean;
  help: boolean;
}

/** @throws Error with every problem */
export function readAsked(argv: readonly string[], now: Date): Asked {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      month: text,
      tenant: { ...text, multiple: true },
      lines: text,
      aws: flag,
      json: flag,
      help: flag,
    },
  });
  const { month = now.toISOString().slice(0, 7), tenant: tenants = [], lines, aws, json, help } = values;
  const problems = [
    ...(/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? [] : [`--month must be like 2026-11. Received: ${month}`]),
    ...tenants
      .filter((id) => !/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))
      .map((id) => `--tenant must be a ULID of 26 characters. Received: ${id}`),
    ...(aws && lines === undefined ? ['--aws needs --lines: the log of the deployment. Received: none'] : []),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { month, tenants, aws, json, help, ...(lines !== undefined && { lines }) };
}

export interface UsagePorts {
  table: Pick<Table, 'query' | 'get'>;
  lines: AsyncIterable<string> | Iterable<string>;
  rows: readonly Pick<FunctionRow, 'name' | 'memoryMb'>[];
  prices: UnitPrices;
}

export interface TenantReport {
  tenantId: string;
  usage: TenantUsage;
  cost: TenantCost;
}

export interface UsageReport {
  month: string;
  /** The dearest first. */
  tenants: TenantReport[];
  /** What no line says the tenant of. */
  unattributed: { usage: TenantUsage; cost: TenantCost };
}

export async function reportOf(
  { month, tenants: wanted }: Pick<Asked, 'month' | 'tenants'>,
  { table, lines, rows, prices }: UsagePorts,
): Promise<UsageReport> {
  const { tenants, unattributed } = await usageOfLog(lines, { rows, month });
  const ids = wanted.length > 0 ? wanted : [...tenants.keys()];
  const reports: TenantReport[] = [];
  for (const tenantId of ids) {
    const usage = { ...(tenants.get(tenantId) ?? noUsage()), ...(await storedBy(table, tenantId, month)) };
    reports.push({ tenantId, usage, cost: costOf(usage, prices) });
  }
  return {
    month,
    tenants: reports.toSorted((a, b) => b.cost.total - a.cost.total),
    unattributed: { usage: unattributed, cost: costOf(unattributed, prices) },
  };
}

const usd = (dollars: number): string => dollars.toFixed(6).padStart(12);
const COLUMNS = ['requests', 'work', 'events', 'storage', 'models', 'total'] as const;

/** The report as a table, US dollars. */
export function tableOf({ month, tenants, unattributed }: UsageReport): string {
  const row = (name: string, cost: TenantCost): string =>
    name.padEnd(26) + COLUMNS.map((column) => usd(cost[column])).join('');
  return [
    `${month}, US dollars`,
    'tenant'.padEnd(26) + COLUMNS.map((column) => column.padStart(12)).join(''),
    ...tenants.map(({ tenantId, cost }) => row(tenantId, cost)),
    row('(visitors and refused)', unattributed.cost),
  ].join('\n');
}
