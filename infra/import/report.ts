import type { ApiError } from './client.ts';

/** The file that a row is in. */
export type Source = 'artists' | 'works' | 'logs';

/** What is said of one row. */
export interface ReportRow {
  file: Source;
  /** Counts from 1; null for what the importer made itself. */
  line: number | null;
  id: string | null;
  /** `refused`: not taken, or not whole. `noted`: taken, with a documented difference. */
  outcome: 'refused' | 'noted';
  reason: string;
  /** The platform's name for the reason, where it was the platform that refused. */
  errorType?: string;
  field?: string;
  received?: string;
}

/** A field that the importer itself refuses, before anything is sent. */
export type RefusedField = Required<Pick<ReportRow, 'reason' | 'field' | 'received'>>;

/** What became of the rows of one kind. */
export interface Counts {
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  published: number;
}

/** What became of a catalogue. */
export interface Report {
  artists: Counts;
  works: Counts;
  logs: Counts;
  images: Counts;
  /** Calls that were tried again. */
  retries: number;
  /** Every refusal and note, in the order in which they came up. */
  rows: ReportRow[];
}

const none = (): Counts => ({ created: 0, updated: 0, unchanged: 0, refused: 0, published: 0 });

/** A report that nothing is in yet. */
export function emptyReport(): Report {
  return { artists: none(), works: none(), logs: none(), images: none(), retries: 0, rows: [] };
}

/** What a refusal of the platform says of a row. */
export function apiReason(error: ApiError): Pick<ReportRow, 'reason' | 'errorType' | 'field' | 'received'> {
  const { field, received, fix } = error.info;
  return {
    reason:
      typeof fix === 'string' && !error.message.includes(fix) ? `${error.message} ${fix}` : error.message,
    errorType: error.errorType,
    ...(typeof field === 'string' && { field }),
    ...(typeof received === 'string' && { received }),
  };
}

const COUNTED = ['artists', 'works', 'logs', 'images'] as const;
const MOST_LISTED = 20;

/** The report for people: counts, and the refused rows by line. */
export function summary(report: Report): string {
  const lines = COUNTED.filter((kind) => Object.values(report[kind]).some((count) => count > 0)).map(
    (kind) => {
      const parts = Object.entries(report[kind]).filter(([, count]) => count > 0);
      return `${kind}: ${parts.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`;
    },
  );
  const refused = report.rows.filter(({ outcome }) => outcome === 'refused');
  const noted = report.rows.length - refused.length;
  if (report.retries > 0) lines.push(`${report.retries} calls were tried again`);
  if (noted > 0) lines.push(`${noted} notes`);
  for (const { file, line, id, reason } of refused.slice(0, MOST_LISTED)) {
    lines.push(
      `refused: ${file}${line === null ? '' : ` line ${line}`}${id === null ? '' : ` (${id})`}: ${reason}`,
    );
  }
  if (refused.length > MOST_LISTED) lines.push(`and ${refused.length - MOST_LISTED} more refusals`);
  return lines.join('\n');
}
