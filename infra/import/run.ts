import { ApiError, type Client } from './client.ts';
import type { Mapping } from './mapping.ts';
import { apiReason, type RefusedField, type Report, type Source } from './report.ts';

/** A file that an image record names. */
export interface ImageFile {
  bytes: Uint8Array;
  fileName: string;
}

/** Finds a file by the name that a record gives it; undefined when there is none. */
export type FindImage = (name: string) => Promise<ImageFile | undefined>;

/** Sends the bytes of a signed upload. Throws when they do not arrive; that is tried again. */
export type SendUpload = (upload: {
  url: string;
  method: string;
  headers: ReadonlyArray<{ name: string; value: string }>;
  bytes: Uint8Array;
}) => Promise<void>;

/** What every step of an import needs. */
export interface Run {
  client: Client;
  mapping: Mapping;
  publish: boolean;
  findImage: FindImage | undefined;
  upload: SendUpload | undefined;
  sleep: (milliseconds: number) => Promise<void>;
  report: Report;
  /** The row was not taken, or not whole. */
  refuse: (
    file: Source,
    line: number | null,
    id: string | null,
    reason: string | RefusedField | ApiError,
  ) => void;
  /** The row was taken, with a difference that is worth knowing. */
  note: (file: Source, line: number | null, id: string | null, reason: string) => void;
}

/** The two ways in which a report speaks of a row. */
export function speaker(report: Report): Pick<Run, 'refuse' | 'note'> {
  return {
    refuse(file, line, id, reason) {
      const own = typeof reason === 'string' ? { reason } : reason;
      const said = own instanceof ApiError ? apiReason(own) : own;
      report.rows.push({ file, line, id, outcome: 'refused', ...said });
      report[file].refused += 1;
    },
    note(file, line, id, reason) {
      report.rows.push({ file, line, id, outcome: 'noted', reason });
    },
  };
}
