/** How long is kept what visits leave, in days: the same here and on AWS. */

/** Log lines, which hold addresses. */
export const LOG_DAYS = 14;
/** Copies of the table. */
export const COPY_DAYS = 2;
/** Visits without what tells who somebody is, so that a day can be counted again. */
export const VISIT_DAYS = 90;
/** What Athena answered. */
export const RESULT_DAYS = 2;
