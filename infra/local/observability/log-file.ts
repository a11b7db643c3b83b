/** The log on disk: JSON lines in `<folder>/artissist.jsonl`, older ones beside it, so that it takes a bounded space. */
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  write,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export interface LogFile {
  /** Takes one line; it is on disk a moment later. Never throws: no log is no reason to fail. */
  write(line: string): void;
  /** Writes what is left, and ends. */
  close(): void;
}

export interface LogFileOptions {
  /** A file of this size is put aside, bytes. */
  fileBytes?: number;
  /** Files that are put aside and kept. */
  keep?: number;
}

const FILE_BYTES = 32 * 1024 * 1024;
const KEEP = 4;
const FLUSH_MS = 100;
/** Lines that wait while the disk takes none. */
const MOST_WAITING = 50_000;

export const LOG_NAME = 'artissist.jsonl';

export function openLogFile(
  folder: string,
  { fileBytes = FILE_BYTES, keep = KEEP }: LogFileOptions = {},
): LogFile {
  const path = (aside: number): string => join(folder, aside === 0 ? LOG_NAME : `artissist.${aside}.jsonl`);
  mkdirSync(folder, { recursive: true });
  let file: number | undefined = openSync(path(0), 'a');
  let size = fstatSync(file).size;
  let waiting: string[] = [];
  let busy = false;

  function turnOver(): void {
    if (size < fileBytes || file === undefined) return;
    closeSync(file);
    rmSync(path(keep), { force: true });
    for (let aside = keep - 1; aside >= 0; aside -= 1)
      if (existsSync(path(aside))) renameSync(path(aside), path(aside + 1));
    file = openSync(path(0), 'a');
    size = 0;
  }

  function flush(): void {
    if (busy || waiting.length === 0 || file === undefined) return;
    const text = waiting.join('');
    waiting = [];
    busy = true;
    write(file, text, (error, written) => {
      busy = false;
      if (error === null) size += written;
      try {
        turnOver();
      } catch {
        // The disk may be full; what stands stays, and lines go on to the file that is open.
      }
    });
  }

  const timer = setInterval(flush, FLUSH_MS).unref();
  return {
    write(line) {
      if (file !== undefined && waiting.length < MOST_WAITING) waiting.push(`${line}\n`);
    },
    close() {
      clearInterval(timer);
      if (file === undefined) return;
      try {
        if (waiting.length > 0) writeSync(file, waiting.join(''));
      } catch {
        // As above.
      }
      const open = file;
      file = undefined;
      if (!busy) closeSync(open);
    },
  };
}
