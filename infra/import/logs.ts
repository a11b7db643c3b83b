import { ApiError } from './client.ts';
import { LOG_ENTRY, keep, reference } from './entities.ts';
import type { MappedLog } from './log.ts';
import type { Run } from './run.ts';

/** A log's row with what it becomes. */
export interface LogRow {
  line: number;
  id: string;
  mapped: MappedLog;
}

/** Makes the entries of a project's log be as the records say. Answers whether any of them changed. */
export async function importEntries(
  run: Run,
  tenantId: string,
  projectId: string,
  rows: readonly LogRow[],
): Promise<boolean> {
  let changed = false;
  for (const { line, id, mapped } of rows) {
    for (const reason of mapped.notes) run.note('logs', line, id, reason);
    try {
      const input = { ...mapped.fields, externalRef: reference(id) };
      const { outcome } = await keep(run.client, LOG_ENTRY, input, tenantId, { projectId });
      run.report.logs[outcome] += 1;
      changed ||= outcome !== 'unchanged';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      run.refuse('logs', line, id, error);
    }
  }
  return changed;
}
