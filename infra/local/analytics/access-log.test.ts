import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LOG_FIELDS } from '#api/analytics/steps.ts';
import { createAccessLog, type AccessLog } from './access-log.ts';

let dir: string;
let server: Server;
let accessLog: AccessLog;
let now: number;
const warned: string[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'access-'));
  now = Date.parse('2026-11-21T23:59:58Z');
  accessLog = createAccessLog({ dir, now: () => now, log: (_level, message) => warned.push(message) });
  server = createServer((request, response) => {
    accessLog.observe(request, response);
    response.writeHead(request.url === '/none' ? 404 : 200, {
      'content-type': 'text/html',
      'content-length': '2',
    });
    response.end('ok');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true, force: true });
});

const get = async (path: string, headers: Record<string, string> = {}): Promise<void> => {
  await (
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers })
  ).text();
};
const lines = (path: string): Array<Record<string, string>> =>
  readFileSync(join(dir, path), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);

it("writes what CloudFront's log says, encoded as there", async () => {
  await get('/@demo/harbour/?q=a%20b', {
    'user-agent': 'Mozilla/5.0 (X11) "x"',
    referer: 'https://artissist.example/search/?q=h%C3%A4fen',
  });
  await get('/none');
  await accessLog.close();

  const [first, second] = lines('2026/11/21/23.jsonl');

  expect(first).toMatchObject({
    date: '2026-11-21',
    time: '23:59:58',
    c_ip: '127.0.0.1',
    cs_method: 'GET',
    cs_uri_stem: '/@demo/harbour/',
    cs_uri_query: 'q=a%2520b',
    sc_status: '200',
    cs_user_agent: 'Mozilla/5.0%20(X11)%20%22x%22',
    cs_referer: 'https://artissist.example/search/?q=h%25C3%25A4fen',
  });
  expect(Number(first?.['sc_bytes'])).toBeGreaterThan(100);
  expect(LOG_FIELDS.filter((name) => typeof first?.[name] !== 'string')).toEqual([]);
  expect(second).toMatchObject({ sc_status: '404', cs_referer: '-', cs_uri_query: '-' });
  expect(warned).toEqual([]);
});

it('holds no credential, and nothing of what is not behind CloudFront', async () => {
  await get('/v1/projects', {
    authorization: 'Bearer art_secret',
    cookie: 'session=secret',
    'x-tenant': 'secret',
  });
  for (const path of ['/graphql', '/auth/token?code=secret', '/health']) await get(path);
  await accessLog.close();

  const text = readFileSync(join(dir, '2026/11/21/23.jsonl'), 'utf8');

  expect(text).not.toContain('secret');
  expect(lines('2026/11/21/23.jsonl').map((line) => line['cs_uri_stem'])).toEqual(['/v1/projects']);
});

it('begins a file with the hour, in the folder of its day, and keeps two weeks', async () => {
  for (const day of ['2026/11/07', '2026/11/08', '2025/12/31'])
    mkdirSync(join(dir, day), { recursive: true });
  await get('/one');
  now += 4000;
  await get('/two');
  await accessLog.close();

  expect(lines('2026/11/21/23.jsonl')).toHaveLength(1);
  expect(lines('2026/11/22/00.jsonl')).toHaveLength(1);
  expect(['2026/11/07', '2026/11/08', '2025/12/31'].filter((day) => existsSync(join(dir, day)))).toEqual([
    '2026/11/08',
  ]);
});
