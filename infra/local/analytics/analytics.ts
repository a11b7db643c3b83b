/** Counting visits on this machine: the functions of a night over the log of the local server. */
import { join } from 'node:path';
import { createCount, type CountPorts } from '#api/functions/stats/count.ts';
import { createPrepare } from '#api/functions/stats/prepare.ts';
import { createLocalAnalytics } from '#api/ports/analytics/local.ts';
import type { Table } from '#api/ports/table/port.ts';
import { accessLogDir } from './directory.ts';
import { exportTable } from './export-table.ts';

export interface LocalStats {
  prepare: ReturnType<typeof createPrepare>;
  count: ReturnType<typeof createCount>;
  close(): void;
}

export function composeStats(
  table: Table,
  dataDir: string,
  onProgress?: CountPorts['onProgress'],
): LocalStats {
  const analytics = createLocalAnalytics({
    logs: accessLogDir(dataDir),
    folder: join(dataDir, 'analytics'),
    exportTo: (file) => exportTable(table, file),
  });
  return {
    prepare: createPrepare({ analytics }),
    count: createCount({ analytics, table, now: Date.now, onProgress }),
    close: analytics.close,
  };
}
