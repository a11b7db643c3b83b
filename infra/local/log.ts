/** What the platform says of itself while it runs: one JSON object a line, as CloudWatch Logs Insights reads it. */

export type Level = 'info' | 'warn' | 'error';
export type Log = (level: Level, message: string, detail?: unknown) => void;

/** Errors are written with their cause; everything else as it is. */
const plain = (detail: unknown): unknown =>
  detail instanceof Error ? { name: detail.name, message: detail.message, stack: detail.stack } : detail;

export const logTo =
  (write: (line: string) => void): Log =>
  (level, message, detail) => {
    const at = new Date().toISOString();
    write(JSON.stringify({ at, level, message, ...(detail !== undefined && { detail: plain(detail) }) }));
  };
