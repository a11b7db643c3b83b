/** What Glue runs of `api/analytics/`, as `glue/run_sql.py` reads it. */
import { clean } from '#api/analytics/statements.gen.ts';
import { CLEAN, LOG_FIELDS } from '#api/analytics/steps.ts';

export interface Plan {
  random: string[];
  inputs: Array<{ view: string; format: 'parquet' | 'json' | 'text'; paths: string[]; columns?: string[] }>;
  statements: Array<{ view: string; sql: string }>;
  outputs: Array<{ view: string; path: string; files: number }>;
}

/**
 * The log of a day is read with the next day's first hour, where what came late may lie; statements look at the date.
 * The log of CloudFront alone is read: a call of REST stands in that of its API as well (`api/`), and would count twice.
 * Values: `day`, `dayPath` and `nextPath` (`yyyy/mm/dd`), `copy` of the table, the bucket's address `kept`.
 */
export const cleanPlan = (): Plan => ({
  random: ['salt'],
  inputs: [
    {
      view: 'access',
      format: 'parquet',
      paths: ['{{kept}}/logs/{{dayPath}}/', '{{kept}}/logs/{{nextPath}}/00/'],
      columns: [...LOG_FIELDS],
    },
    { view: 'exported', format: 'text', paths: ['{{copy}}'] },
  ],
  statements: CLEAN.map((view) => ({ view, sql: clean.spark[view] })),
  outputs: [{ view: 'visits', path: '{{kept}}/visits/day={{day}}/', files: 4 }],
});
