/**
 * What a tenant used of the platform: work and requests as the log tells them, storage as the table does, and calls of
 * models as they were paid. The log is the one of this machine, or lines that were read from CloudWatch Logs.
 */
import type { FunctionRow } from '../inventory.types.ts';

/** Of one tenant, in one month. */
export interface TenantUsage {
  /** Requests of GraphQL and of REST; each of the latter is one of the former as well. */
  graphqlRequests: number;
  restRequests: number;
  /** Calls of functions, and what they took, GB-seconds. */
  calls: number;
  gbSeconds: number;
  /** Deliveries of events to consumers. */
  deliveries: number;
  tableBytes: number;
  mediaBytes: number;
  /** Millionths of a US dollar, at the prices of the deployment when they were paid. */
  modelMicroUsd: number;
}

export const noUsage = (): TenantUsage => ({
  graphqlRequests: 0,
  restRequests: 0,
  calls: 0,
  gbSeconds: 0,
  deliveries: 0,
  tableBytes: 0,
  mediaBytes: 0,
  modelMicroUsd: 0,
});

/** Members of a line that count. */
interface Line {
  message?: string;
  service?: string;
  tenantId?: string;
  requestId?: string;
  durationMs?: number;
  /** Events that shared this time. */
  together?: number;
  timestamp?: string;
}

export interface LogUsage {
  /** By tenant. */
  tenants: Map<string, TenantUsage>;
  /** Calls that no line says the tenant of: of visitors, or refused. */
  unattributed: TenantUsage;
}

/** Requests are remembered while their lines come; a call and its consequences are near each other. */
const REMEMBERED = 200_000;

/**
 * Adds lines up. A line without a tenant belongs to the one that another line of the same request names, so a request by
 * a personal token, which only the authorizer knows, is counted as well.
 * @param month `2026-11`, UTC
 */
export async function usageOfLog(
  lines: AsyncIterable<string> | Iterable<string>,
  { rows, month }: { rows: readonly Pick<FunctionRow, 'name' | 'memoryMb'>[]; month: string },
): Promise<LogUsage> {
  const memoryGb = new Map(rows.map(({ name, memoryMb }) => [name, memoryMb / 1024]));
  const tenants = new Map<string, TenantUsage>();
  const known = new Map<string, string>();
  const waiting = new Map<string, Line[]>();
  const unattributed = noUsage();
  const of = (tenantId: string): TenantUsage => {
    const usage = tenants.get(tenantId) ?? noUsage();
    tenants.set(tenantId, usage);
    return usage;
  };
  const count = (usage: TenantUsage, { message, service = '', durationMs = 0, together = 1 }: Line): void => {
    const gb = memoryGb.get(service) ?? 0;
    if (message === 'event handled') {
      usage.deliveries += 1;
      usage.calls += 1 / together;
      usage.gbSeconds += ((durationMs / 1000) * gb) / together;
      return;
    }
    if (service === 'rest') usage.restRequests += 1;
    if (service === 'rest' || service === 'graphql') usage.graphqlRequests += 1;
    if (gb === 0) return;
    usage.calls += 1;
    usage.gbSeconds += (durationMs / 1000) * gb;
  };

  for await (const text of lines) {
    const line = read(text);
    if (line === undefined || line.timestamp?.slice(0, 7) !== month) continue;
    const { requestId } = line;
    const tenantId = line.tenantId ?? (requestId === undefined ? undefined : known.get(requestId));
    if (tenantId === undefined) {
      if (requestId === undefined || waiting.size >= REMEMBERED) count(unattributed, line);
      else waiting.set(requestId, [...(waiting.get(requestId) ?? []), line]);
      continue;
    }
    count(of(tenantId), line);
    if (requestId === undefined) continue;
    if (known.size < REMEMBERED) known.set(requestId, tenantId);
    for (const before of waiting.get(requestId) ?? []) count(of(tenantId), before);
    waiting.delete(requestId);
  }
  for (const rest of waiting.values()) for (const line of rest) count(unattributed, line);
  return { tenants, unattributed };
}

/** A line that counts: a call or an event that was handled. */
function read(text: string): Line | undefined {
  if (!text.includes('"call"') && !text.includes('"event handled"')) return undefined;
  try {
    const line = JSON.parse(text) as Line;
    return line.message === 'call' || line.message === 'event handled' ? line : undefined;
  } catch {
    // Cut off where the file ends.
    return undefined;
  }
}
