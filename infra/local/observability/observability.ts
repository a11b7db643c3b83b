/** What the local platform tells of itself: lines to a file, figures for Prometheus, spans for a collector. */
import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { log as tell, within, type Telemetry } from '#api/observability/telemetry.ts';
import { scrubbed, withheld } from '#api/observability/withheld.ts';
import type { Log } from '../log.ts';
import { createLocalLines } from './lines.ts';
import { openLogFile } from './log-file.ts';
import { createOtlp } from './otlp.ts';
import { createPrometheus, type Prometheus } from './prometheus.ts';
import { observeRequests, type Observe } from './requests.ts';

export interface ObservabilityOptions {
  dataDir: string;
  /** What people are told while it runs, without what is withheld. */
  log: Log;
  /** Given every line as it is kept. */
  onLine?: (line: string) => void;
  /** Where spans go; nowhere unless told, and then nothing is made of them. */
  collector?: { endpoint: string; headers: Readonly<Record<string, string>> };
}

export interface Observability {
  telemetry: Telemetry;
  observe: Observe;
  /** For parts of the platform: to people, and to the file with the ids of the request that is under way. */
  log: Log;
  queues: Prometheus['queues'];
  /** `GET /metrics`. */
  metrics: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** From now on, what fails is told to nobody: what it needs is being closed, and it comes again. */
  hush(): void;
  close(): Promise<void>;
}

/** Where the log is below the platform's data, apart from the access log. */
export const logFolder = (dataDir: string): string => join(dataDir, 'telemetry');

export function openObservability({ dataDir, log, onLine, collector }: ObservabilityOptions): Observability {
  const file = openLogFile(logFolder(dataDir));
  const write = createLocalLines((line) => {
    file.write(line);
    onLine?.(line);
  });
  const prometheus = createPrometheus();
  const otlp =
    collector && createOtlp({ ...collector, fetch, now: () => performance.timeOrigin + performance.now() });
  let hushed = false;
  const telemetry: Telemetry = {
    write(level, message, members) {
      if (hushed && members.service !== PLATFORM) return;
      write(level, message, members);
      const isProblem = level === 'error' || level === 'warn';
      if (isProblem && members.service !== PLATFORM && message !== 'call') log(level, message, members);
    },
    measure: prometheus.measure,
    ...(otlp && { startSpan: otlp.startSpan }),
  };
  return {
    telemetry,
    observe: observeRequests(telemetry),
    log(level, message, detail) {
      within(PLATFORM, telemetry, {}, () => tell(level, message, detail));
      log(level, scrubbed(message), ...(detail === undefined ? [] : [withheld(detail)]));
    },
    queues: prometheus.queues,
    async metrics(_request, response) {
      const { text, contentType } = await prometheus.read();
      response
        .writeHead(200, {
          'content-type': contentType,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        })
        .end(text);
    },
    hush: () => void (hushed = true),
    async close() {
      await otlp?.close();
      file.close();
    },
  };
}

/** Service of what belongs to no function. */
const PLATFORM = 'platform';
