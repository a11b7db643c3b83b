import type { IncomingMessage, ServerResponse } from 'node:http';
import { STYLE_SOURCE } from './style.ts';

/**
 * Sets the headers that every answer of the issuer carries. No script may run and no page may frame ours.
 * `formTargets` are further origins a form may end at: Chromium applies `form-action` to redirects as well.
 */
export function secure(res: ServerResponse, formTargets: readonly string[] = []): void {
  const policy = [
    "default-src 'none'",
    `style-src ${STYLE_SOURCE}`,
    "font-src 'self'",
    'img-src data:',
    'script-src',
    ["form-action 'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  res.setHeader('content-security-policy', policy.join(';'));
  res.setHeader('cache-control', 'no-store');
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('x-frame-options', 'DENY');
  res.setHeader('referrer-policy', 'same-origin');
}

/** Answers with a page. */
export function sendPage(res: ServerResponse, status: number, body: string): void {
  res.statusCode = status;
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.end(body);
}

/** Sends the browser on with a GET. */
export function redirect(res: ServerResponse, location: string): void {
  res.statusCode = 303;
  res.setHeader('location', location);
  res.end();
}

const FORM_BYTES = 8 * 1024;

/** The fields of a posted form, or `undefined` if it is no form or longer than 8 KiB. */
export async function readForm(req: IncomingMessage): Promise<URLSearchParams | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.headers['content-type'] ?? '')) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > FORM_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
