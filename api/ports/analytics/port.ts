/** What the nightly count of visits needs of a place that keeps logs and can count them. */
import type { Figure } from '../../analytics/steps.ts';

/** How a piece of work stands that may take minutes. What failed is thrown. */
export type Progress = 'RUNNING' | 'SUCCEEDED';

/** One line of a figure. `name` and `title` are empty for totals; `title` is that of a work. */
export interface CountRow {
  tenantId: string;
  name: string;
  title: string;
  views: number;
  visitors: number;
}

/** The work failed for good: another attempt would as well. */
export class AnalyticsFailed extends Error {
  override name = 'AnalyticsFailed';
}

export interface Analytics {
  /**
   * Copies the table, as far as visits are joined with it, to where `clean` reads. Starts it, or says how it stands: call
   * it with the same `run` until it has succeeded. The answer names the copy.
   * @param run a name of this night's work
   */
  exportTable(run: string): Promise<{ state: Progress; copy: string }>;
  /**
   * Makes visits of a day's log and puts them in the place of those that stand. Starts it, or says how it stands.
   * @param day `yyyy-mm-dd`, UTC
   * @param copy what `exportTable` answered
   * @throws AnalyticsFailed
   */
  clean(run: string, day: string, copy: string): Promise<Progress>;
  /** The lines of a figure of a day, in the order of tenants and, of one, of rank. @throws AnalyticsFailed */
  count(figure: Figure, day: string): AsyncIterable<CountRow>;
}
