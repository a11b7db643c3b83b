/** What counts visits: a night's work, and its two functions. */
import type { FunctionRow, StateMachineRow } from '../inventory.types.ts';

export const statsFunctions: FunctionRow[] = [
  {
    name: 'stats-prepare',
    entry: 'api/functions/stats/prepare.lambda.ts',
    purpose: 'Has the table copied and the logs cleaned, and says how far that is.',
    memoryMb: 256,
    timeoutSeconds: 60,
    analytics: 'prepare',
  },
  {
    name: 'stats-count',
    entry: 'api/functions/stats/count.lambda.ts',
    purpose: 'Counts the visits of a day and keeps the figures of each tenant.',
    memoryMb: 512,
    timeoutSeconds: 900,
    analytics: 'count',
    table: {
      leadingKeys: ['TENANT#*'],
      actions: ['PutItem', 'ConditionCheckItem', 'TransactWriteItems'],
      indexes: [],
    },
  },
];

export const statsMachines: StateMachineRow[] = [
  {
    name: 'stats',
    definition: 'api/workflows/stats.asl.json',
    purpose: 'Counts every night what was looked at.',
    schedule: 'cron(30 3 * * ? *)',
    tasks: { PrepareFunction: 'stats-prepare', CountFunction: 'stats-count' },
  },
];
