import { createReadStream } from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import type { Readable } from 'node:stream';
import { setImmediate as immediate } from 'node:timers/promises';
import { parse } from 'csv-parse';

/** A record of a catalogue as its file gives it: column names and JSON values. */
export type CatalogueRecord = Readonly<Record<string, unknown>>;

/** One row of a file: a record, or why there is none. `line` counts from 1. */
export type Row =
  | { line: number; record: CatalogueRecord; problem?: undefined }
  | { line: number; record?: undefined; problem: string };

/** Rows of a file that is read as it is used, or of a list. */
export type Rows = Iterable<Row> | AsyncIterable<Row>;

/**
 * Reads a catalogue file row by row: `.csv` with a line of column names, anything else as JSON Lines; either may be
 * packed with Zstandard (`.zst`). An empty CSV cell is an absent value. Text stays as it is.
 */
export function readRows(file: string): AsyncIterable<Row> {
  const packed = file.endsWith('.zst');
  const bytes = createReadStream(file);
  const stream = packed ? bytes.pipe(createZstdDecompress()) : bytes;
  bytes.on('error', (error) => stream.destroy(error));
  return /\.csv(\.zst)?$/i.test(file) ? csvRows(stream) : jsonRows(stream);
}

const NEWLINE = 0x0a;

/** Lines of bytes, without their line feeds. Only a line feed ends a line: U+2028 may stand in JSON. */
async function* byteLines(stream: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    const bytes = Buffer.from(chunk as string);
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...rest, bytes.subarray(from, at)]);
      rest = [];
      from = at + 1;
    }
    rest.push(bytes.subarray(from));
  }
  yield Buffer.concat(rest);
}

/** JSON Lines, https://jsonlines.org: one object in UTF-8 a line; empty lines are passed over. */
export async function* jsonRows(stream: Readable): AsyncGenerator<Row> {
  let line = 0;
  for await (const bytes of byteLines(stream)) {
    line += 1;
    const row = jsonRow(line, bytes);
    if (row !== undefined) yield row;
  }
}

function jsonRow(line: number, bytes: Buffer): Row | undefined {
  let text = bytes.toString();
  try {
    // A byte order mark is passed over; what is no UTF-8 is a problem, not replaced.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') return undefined;
    const value: unknown = JSON.parse(text);
    return isRecord(value)
      ? { line, record: value }
      : { line, problem: `The line is not a JSON object. Received: ${shown(text)}.` };
  } catch (error) {
    return {
      line,
      problem: `The line is not JSON in UTF-8: ${(error as Error).message}. Received: ${shown(text)}.`,
    };
  }
}

interface CsvLine {
  record: string[];
  /** `bytes`: how far into the file the record goes. */
  info: { bytes: number };
}

/** Counts lines as records go by: the parser's own count takes a CR LF within quotes for two. */
class LineCounter {
  #pending: Buffer = Buffer.alloc(0);
  #offset = 0;
  #line = 1;

  read(bytes: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, bytes]);
  }

  /** Line on which the next record begins, which goes to that byte of the file. */
  next(end: number): number {
    const record = this.#pending.subarray(0, end - this.#offset);
    this.#pending = this.#pending.subarray(record.length);
    this.#offset = end;
    const text = record.toString('latin1');
    const ended = /^[\r\n]*/.exec(text)?.[0] ?? '';
    const start = this.#line + ended.split('\n').length - 1;
    this.#line += text.split('\n').length - 1;
    return start;
  }
}

const QUOTING = 'Put a cell that holds quotes in quotes itself, and write each quote within it twice.';

/**
 * CSV by RFC 4180, the first line names the columns. A row with another number of cells than there are columns is a
 * problem of that row; a quote that is out of place or never closed ends the file.
 */
export async function* csvRows(stream: Readable): AsyncGenerator<Row> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  const lines = new LineCounter();
  let parsed: CsvLine[] = [];
  let failure: Error | undefined;
  parser.on('data', (line: CsvLine) => parsed.push(line));
  parser.on('error', (error) => (failure = error));
  let columns: string[] | undefined;
  const rows = function* (): Generator<Row> {
    for (const { record: cells, info } of parsed) {
      const line = lines.next(info.bytes);
      if (columns === undefined) {
        columns = cells;
      } else {
        yield csvRow(line, columns, cells);
      }
    }
    parsed = [];
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    lines.read(chunk);
    await new Promise((written) => parser.write(chunk, written));
    await immediate();
    yield* rows();
    if (failure !== undefined) break;
  }
  // After a failure the parser has closed by itself, and would never say so again.
  if (failure === undefined) {
    const closed = new Promise((resolve) => parser.once('close', resolve));
    parser.end();
    await closed;
    yield* rows();
  }
  if (failure !== undefined) {
    const line = lines.next(Number.MAX_SAFE_INTEGER);
    yield { line, problem: `The CSV cannot be read from here on: ${failure.message}. ${QUOTING}` };
  }
}

function csvRow(line: number, columns: readonly string[], cells: readonly string[]): Row {
  if (cells.length !== columns.length) {
    return {
      line,
      problem: `The row has ${cells.length} cells for ${columns.length} columns. Received: ${shown(cells.join(','))}.`,
    };
  }
  const entries = columns.map((column, at) => [column, cells[at] ?? ''] as const);
  return { line, record: Object.fromEntries(entries.filter(([, cell]) => cell !== '')) };
}

/**
 * What is filed under a name that somebody else chose; undefined where nothing is. A column may be called
 * `constructor` or `__proto__`, which every object seems to have.
 */
export function valueAt<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value for a message: at most 80 characters. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
