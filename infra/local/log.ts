/** What the platform says of itself while it runs: one JSON object a line, as CloudWatch Logs Insights reads it. */
import { inspect } from 'node:util';

export type Level = 'info' | 'warn' | 'error';
export type Log = (level: Level, message: string, detail?: unknown) => void;

/** JSON has no errors: they are written with name, message, stack, cause and errors, wherever they stand. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause }: Error = value;
  const errors = value instanceof AggregateError ? (value.errors as unknown[]) : undefined;
  return { ...value, name, message, stack, cause, errors };
}

/** The line; a detail that cannot be written as JSON (it holds itself) as text. */
function lineOf(entry: Record<string, unknown>): string {
  try {
    return JSON.stringify(entry, plain);
  } catch {
    return JSON.stringify({ ...entry, detail: inspect(entry.detail) });
  }
}

export const logTo =
  (write: (line: string) => void): Log =>
  (level, message, detail) =>
    write(lineOf({ at: new Date().toISOString(), level, message, detail }));
