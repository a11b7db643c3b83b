/** What Glue runs of `api/analytics/`, as `glue/run_sql.py` reads it. */
import { clean } from '#api/analytics/statements.gen.ts';
import { CLEAN, LOG_FIELDS } from '#api/analytics/steps.ts';

export interface Plan {
  random: string[];
  inputs: Array<{ view: string; format: 'parquet' | 'json' | 'text'; paths: string[]; columns?: string[] }>;
  statements: Array<{ view: string; sql: string }>;
  outputs: Array<{ view: string; path: string; files: number }>;
}

/** Where deliveries end: the service may put a path of its own before that of a delivery. */
const LOG_FOLDERS = ['{{kept}}/logs', '{{kept}}/AWSLogs/*/CloudFront/logs'];

/**
 * The log of a day is read with the next day's first hour, where what came late may lie; statements look at the date.
 * Values: `day`, `dayPath` and `nextPath` (`yyyy/mm/dd`), `copy` of the table, the bucket's address `kept`.
 */
export const cleanPlan = (): Plan => ({
  random: ['salt'],
  inputs: [
    {
      view: 'access',
      format: 'parquet',
      paths: LOG_FOLDERS.flatMap((folder) => [`${folder}/{{dayPath}}/`, `${folder}/{{nextPath}}/00/`]),
      columns: [...LOG_FIELDS],
    },
    { view: 'exported', format: 'text', paths: ['{{copy}}'] },
  ],
  statements: CLEAN.map((view) => ({ view, sql: clean.spark[view] })),
  outputs: [{ view: 'visits', path: '{{kept}}/visits/day={{day}}/', files: 4 }],
});
