/** The statements by name. Each of `CLEAN` is a view that the following ones can name; the last one is what is kept. */
export const CLEAN = [
  'handles',
  'works',
  'requests',
  'pages',
  'people',
  'sources',
  'views',
  'visits',
] as const;
export type CleanStep = (typeof CLEAN)[number];

/** What is counted of the visits of a day, each in the order of tenants. */
export const FIGURES = ['totals', 'referrers', 'countries', 'works', 'terms'] as const;
export type Figure = (typeof FIGURES)[number];

/** Fields of CloudFront's log that the statements read, by the names of its Parquet files. */
export const LOG_FIELDS = [
  'date',
  'time',
  'c_ip',
  'c_country',
  'cs_method',
  'x_host_header',
  'cs_uri_stem',
  'sc_status',
  'cs_referer',
  'cs_user_agent',
] as const;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** @throws Error that says what a day looks like */
export function assertDay(day: string): void {
  if (!DAY.test(day) || Number.isNaN(Date.parse(day)) || !new Date(day).toISOString().startsWith(day))
    throw new Error(`A day is written like 2026-11-21 (UTC). Received: ${day}`);
}

/** A statement for one day. @throws Error when the day or salt is none */
export function forDay(statement: string, day: string, salt = ''): string {
  assertDay(day);
  if (!/^[0-9a-f]*$/.test(salt)) throw new Error('A salt is written in hexadecimal.');
  return statement.replaceAll('{{day}}', day).replaceAll('{{salt}}', salt);
}
