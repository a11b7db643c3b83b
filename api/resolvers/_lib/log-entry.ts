import type { CreateLogEntryInput, LogEntry } from '../../types.gen.ts';
import { logSk, projectCollection, tenantKey } from './keys.ts';
import { createLogEntryInputDefaults } from './rules.gen.ts';
import { held, pick, type Attributes } from './expression.ts';

/** Lists show whole entries. */
export const LOG_CARD = [
  'title',
  'body',
  'occurredAt',
  'assetIds',
  'tags',
  'language',
  'audience',
  'externalRef',
  'updatedAt',
  'updatedBy',
];

export const logKey = (tenantId: string, projectId: string, id: string) =>
  tenantKey(tenantId, logSk(projectId, id));

/** Attribute by which a process log is ordered. */
export const logOrder = (id: string, occurredAt: string): Attributes => ({ order: `${occurredAt}#${id}` });

/** The item of a new log entry. */
export function logItem(
  tenantId: string,
  projectId: string,
  id: string,
  input: CreateLogEntryInput,
  stamped: Attributes,
): Attributes {
  const { updatedAt } = stamped as { updatedAt: string };
  const occurredAt = input.occurredAt ?? updatedAt;
  const item: Attributes = {
    ...createLogEntryInputDefaults,
    ...held(input as Attributes),
    ...stamped,
    entity: 'log',
    id,
    tenantId,
    projectId,
    occurredAt,
    version: 1,
    createdAt: updatedAt,
    collection: projectCollection(tenantId, projectId, 'LOG'),
    ...logOrder(id, occurredAt),
  };
  return { ...item, card: { ...pick(item, LOG_CARD), id, projectId, version: 1, createdAt: updatedAt } };
}

export const logView = (item: Record<string, unknown>): LogEntry => item as unknown as LogEntry;
