/**
 * The log of what CloudFront answers on AWS, with its fields and encodings: an object a line, a text each field, a file
 * an hour in the folder of its day (UTC). GraphQL and sign-in are not behind CloudFront, so they are not in it. What is
 * older than two weeks goes, as from the bucket.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
import { randomUUID } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { LOG_DAYS } from '#infra/analytics/retention.ts';
import type { Log } from '../log.ts';

export interface AccessLog {
  /** Writes a line when the answer has gone out. */
  observe(request: IncomingMessage, response: ServerResponse): void;
  /** Ends the file. */
  close(): Promise<void>;
}

export interface AccessLogOptions {
  /** Gets `yyyy/mm/dd/hh.jsonl`. */
  dir: string;
  log: Log;
  now?: () => number;
}

const NOT_BEHIND = /^\/(graphql|auth|health|metrics)(\/|$)/;
const DAY_MS = 86_400_000;
const NONE = '-';

export function createAccessLog({ dir, log, now = Date.now }: AccessLogOptions): AccessLog {
  let open: { path: string; file: WriteStream } | undefined;
  let opening: Promise<unknown> = Promise.resolve();

  async function write(at: Date, line: string): Promise<void> {
    const path = join(
      dir,
      at.toISOString().slice(0, 10).replaceAll('-', '/'),
      `${at.toISOString().slice(11, 13)}.jsonl`,
    );
    if (open?.path !== path) {
      await ended(open?.file);
      await mkdir(dirname(path), { recursive: true });
      open = { path, file: createWriteStream(path, { flags: 'a' }) };
      open.file.once('error', (error) => log('warn', 'The access log could not be written.', error));
      await removeBefore(dir, new Date(now() - LOG_DAYS * DAY_MS));
    }
    open.file.write(line);
  }

  return {
    observe(request, response) {
      const started = performance.now();
      const sent = request.socket.bytesWritten;
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      if (NOT_BEHIND.test(path)) return;
      response.once('close', () => {
        const at = new Date(now());
        const bytes = request.socket.bytesWritten - sent;
        const line = JSON.stringify(
          fieldsOf(request, response, { at, bytes, ms: performance.now() - started }),
        );
        opening = opening
          .then(() => write(at, `${line}\n`))
          .catch((error: unknown) => log('warn', 'The access log could not be written.', error));
      });
    },
    async close() {
      await opening;
      await ended(open?.file);
      open = undefined;
    },
  };
}

/** Fields of CloudFront's standard log by the names of its Parquet files; what a field has no value for is `-`. */
function fieldsOf(
  { method = 'GET', url = '/', headers, socket, httpVersion }: IncomingMessage,
  response: ServerResponse,
  { at, bytes, ms }: { at: Date; bytes: number; ms: number },
): Record<string, string> {
  const mark = url.indexOf('?');
  return {
    date: at.toISOString().slice(0, 10),
    time: at.toISOString().slice(11, 19),
    x_edge_location: 'LOCAL',
    sc_bytes: String(bytes),
    c_ip: socket.remoteAddress ?? NONE,
    c_country: NONE,
    cs_method: method,
    cs_host: headers.host ?? NONE,
    cs_uri_stem: encoded(mark === -1 ? url : url.slice(0, mark)),
    sc_status: response.writableFinished ? String(response.statusCode) : '000',
    cs_referer: encoded(headers.referer),
    cs_user_agent: encoded(headers['user-agent']),
    cs_uri_query: encoded(mark === -1 ? '' : url.slice(mark + 1)),
    x_edge_result_type: response.statusCode < 400 ? 'Miss' : 'Error',
    x_edge_request_id: randomUUID(),
    x_host_header: headers.host ?? NONE,
    cs_protocol: 'http',
    time_taken: (ms / 1000).toFixed(3),
    cs_protocol_version: `HTTP/${httpVersion}`,
  };
}

/**
 * As CloudFront writes addresses and headers: signs that are not printable ASCII, spaces, quotes and their like as percent
 * codes, percent signs as well. A code that a browser sent is thus encoded twice.
 */
const encoded = (value: string | undefined): string =>
  value === undefined || value === ''
    ? NONE
    : value.replaceAll(/[^!$&-;=?-Z_a-z]/g, (sign) =>
        [...Buffer.from(sign, 'latin1')]
          .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
          .join(''),
      );

const ended = async (file: WriteStream | undefined): Promise<void> => {
  if (file && !file.closed) await new Promise<void>((resolve) => void file.end(() => resolve()));
};

/** Removes folders of days before one. */
async function removeBefore(dir: string, first: Date): Promise<void> {
  const oldest = first.toISOString().slice(0, 10);
  for (const year of await readdir(dir))
    for (const month of await readdir(join(dir, year)))
      for (const day of await readdir(join(dir, year, month)))
        if (`${year}-${month}-${day}` < oldest) await rm(join(dir, year, month, day), { recursive: true });
}
