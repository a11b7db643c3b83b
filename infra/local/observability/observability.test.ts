import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { observed } from '#api/observability/observed.ts';
import { correlated, log, measure, note, traced } from '#api/observability/telemetry.ts';
import { listen, type Front, type Parts } from '../server.ts';
import { LOG_NAME, openLogFile } from './log-file.ts';
import { logFolder, openObservability, type Observability } from './observability.ts';
import { traceIdOf } from './otlp.ts';

const PERSON = '01J0000000000000000000000A';
const OTHER = '01J0000000000000000000000B';

interface Posted {
  path: string;
  headers: Record<string, unknown>;
  body: {
    resourceSpans: Array<{
      resource: { attributes: unknown[] };
      scopeSpans: Array<{ spans: Array<Record<string, unknown>> }>;
    }>;
  };
}

let dataDir: string;
let observability: Observability;
let front: Front;
let collector: Server;
let posted: Posted[];
let told: string[];

const spans = () =>
  posted.flatMap(({ body }) =>
    body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
const kept = () =>
  readFileSync(join(logFolder(dataDir), LOG_NAME), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function open(collecting: boolean, parts: Partial<Parts> = {}): Promise<string> {
  observability = openObservability({
    dataDir,
    log: (level, message, detail) => void told.push(JSON.stringify({ level, message, detail })),
    ...(collecting && {
      collector: {
        endpoint: `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`,
        headers: { 'x-team': 'ours' },
      },
    }),
  });
  front = await listen(0, observability.log, observability.observe);
  front.serve({
    rest: async (_request, response) => {
      note({ route: '/v1/projects/{projectId}' });
      const write = observed('publish', observability.telemetry, () =>
        traced('write', { kind: 'client' }, () => Promise.resolve({})),
      );
      await write({});
      response.writeHead(201).end('{}');
    },
    graphql: () => Promise.reject(new Error('Received: Harbour at dusk')),
    metrics: observability.metrics,
    health: () => Promise.resolve({ table: true, index: false }),
    ...parts,
  } as Parts);
  return `http://127.0.0.1:${front.port}`;
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'observability-'));
  posted = [];
  told = [];
  collector = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      posted.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text) as never });
      response.end('{}');
    });
  });
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done));
});

afterEach(async () => {
  await front.close();
  await observability.close();
  collector.closeAllConnections();
  await new Promise((done) => collector.close(done));
  rmSync(dataDir, { recursive: true });
});

describe('lines', () => {
  it("stand in the file with the request's id, from the edge to the functions that it reached", async () => {
    const url = await open(false);

    await fetch(`${url}/v1/projects/x`, { method: 'PUT', headers: { 'x-request-id': 'from-a-tool-1' } });
    await observability.close();

    expect(kept()).toMatchObject([
      { service: 'publish', message: 'call', requestId: 'from-a-tool-1', status: 200 },
      {
        service: 'rest',
        message: 'call',
        requestId: 'from-a-tool-1',
        method: 'PUT',
        route: '/v1/projects/{projectId}',
        status: 201,
      },
    ]);
  });

  it('tell people of what failed, without what was sent', async () => {
    const url = await open(false);

    const response = await fetch(`${url}/graphql`, { method: 'POST', body: 'x' });
    await observability.close();

    expect(response.status).toBe(500);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('POST /graphql failed');
    expect(kept()).toMatchObject([
      {
        service: 'platform',
        level: 'ERROR',
        requestId: expect.stringMatching(/^1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      },
      { service: 'graphql', message: 'call', status: 500 },
    ]);
    expect(told.join() + JSON.stringify(kept())).not.toContain('Harbour');
  });

  it.each([
    ['GraphQL with a token that names its person', '/graphql', {}, PERSON],
    ['GraphQL for a tenant that is only named', '/graphql', { 'x-tenant': OTHER }, undefined],
    ['REST, of which the mirror says it', '/v1/portfolios/ada', {}, undefined],
  ])('count a call for whom it was: %s', async (_, path, headers, tenantId) => {
    const answer: Parts['graphql'] = async (_request, response) => void response.end('{}');
    const url = await open(false, { graphql: answer, rest: answer });
    const payload = Buffer.from(JSON.stringify({ uid: PERSON })).toString('base64url');

    await fetch(`${url}${path}`, { headers: { authorization: `e30.${payload}.signature`, ...headers } });
    await observability.close();

    expect(kept()[0]?.['tenantId']).toBe(tenantId);
  });

  it('are put aside by size, and the oldest go', async () => {
    const file = openLogFile(dataDir, { fileBytes: 100, keep: 2 });
    for (let round = 0; round < 5; round += 1) {
      file.write(`${round}`.repeat(120));
      await expect.poll(() => readdirSync(dataDir).length, { interval: 10 }).toBe(Math.min(round + 2, 3));
      await new Promise((done) => setTimeout(done, 120));
    }
    file.close();

    expect(readdirSync(dataDir)).toEqual(['artissist.1.jsonl', 'artissist.2.jsonl', LOG_NAME]);
    expect(readFileSync(join(dataDir, 'artissist.1.jsonl'), 'utf8')).toBe(`${'4'.repeat(120)}\n`);
    await open(false);
  });

  it('of functions that fail are hushed once the platform ends', async () => {
    await open(false);
    const fails = observed('embed', observability.telemetry, () => Promise.reject(new Error('closed')));

    observability.hush();
    await expect(fails({})).rejects.toThrow('closed');

    expect(told).toEqual([]);
  });
});

describe('GET /metrics', () => {
  it('answers in the text format 0.0.4: requests by route, status and time, queues, lags and costs', async () => {
    const url = await open(false);
    observability.queues(() => [{ name: 'publisher', lag: 3, inFlight: 1, retrying: 2, dead: 4 }]);
    await fetch(`${url}/v1/projects/x`, { method: 'PUT' });
    await observed('publisher', observability.telemetry, () => {
      measure(
        { name: 'EventLag', value: 250 },
        { name: 'EventDuration', value: 40 },
        { name: 'EventHandled', value: 2 },
        { name: 'EventFailed', value: 1 },
        { name: 'ModelCost', value: 1500 },
        { name: 'ModelTokens', value: 12 },
        { name: 'BudgetRefused', value: 1 },
      );
      return Promise.resolve({});
    })({});

    const response = await fetch(`${url}/metrics`);
    const text = await response.text();

    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    for (const line of [
      'artissist_request_duration_seconds_count{service="rest",method="PUT",route="/v1/projects/{projectId}",status="201"} 1',
      'artissist_event_lag_seconds_bucket{le="0.3",consumer="publisher"} 1',
      'artissist_event_duration_seconds_bucket{le="0.02",consumer="publisher"} 0',
      'artissist_events_handled_total{consumer="publisher"} 2',
      'artissist_events_failed_total{consumer="publisher"} 1',
      'artissist_model_cost_usd_total{service="publisher"} 0.0015',
      'artissist_model_tokens_total{service="publisher"} 12',
      'artissist_budget_refused_total{service="publisher"} 1',
      'artissist_queue_depth{consumer="publisher"} 3',
      'artissist_queue_in_flight{consumer="publisher"} 1',
      'artissist_queue_retrying{consumer="publisher"} 2',
      'artissist_queue_dead_letters{consumer="publisher"} 4',
    ])
      expect(text.split('\n')).toContain(line);
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
  });
});

describe('GET /health', () => {
  it.each([
    ['/health', 503, { status: 'down', parts: { table: true, index: false } }],
    ['/health/ready', 503, { status: 'down', parts: { table: true, index: false } }],
    ['/health/live', 200, { status: 'up' }],
  ])('%s answers %i while a part is away', async (path, status, body) => {
    const url = await open(false);

    const response = await fetch(url + path);

    expect([response.status, await response.json()]).toEqual([status, body]);
  });
});

describe('traces', () => {
  it("go to the collector: one trace from the caller's span to the consumers of the stream", async () => {
    const url = await open(true);
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const requestId = `1-${traceId.slice(0, 8)}-${traceId.slice(8)}`;

    await fetch(`${url}/v1/projects/x`, {
      method: 'PUT',
      headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    });
    await observed('publisher', observability.telemetry, () =>
      correlated({ requestId }, () => traced('event', {}, () => Promise.resolve({}))),
    )({ Records: [] });
    await observability.close();

    expect(posted[0]).toMatchObject({ path: '/v1/traces', headers: { 'x-team': 'ours' } });
    const byName = new Map(spans().map((span) => [span.name, span]));
    expect([...byName.keys()].toSorted()).toEqual(['PUT rest', 'event', 'publish', 'publisher', 'write']);
    for (const name of ['PUT rest', 'publish', 'write', 'event'])
      expect(byName.get(name)).toMatchObject({ traceId });
    expect(byName.get('publish')?.parentSpanId).toBe(byName.get('PUT rest')?.spanId);
    expect(byName.get('write')?.parentSpanId).toBe(byName.get('publish')?.spanId);
    expect(byName.get('event')).toMatchObject({ links: [{ spanId: byName.get('publisher')?.spanId }] });
    expect(BigInt(String(byName.get('write')?.endTimeUnixNano))).toBeGreaterThanOrEqual(
      BigInt(String(byName.get('write')?.startTimeUnixNano)),
    );
  });

  it('say what failed, without texts', async () => {
    await open(true);
    const fails = observed('media', observability.telemetry, () =>
      Promise.reject(new Error('Received: Harbour at dusk')),
    );

    await fails({}).catch(() => undefined);
    await observability.close();

    expect(spans()).toMatchObject([{ name: 'media', status: { code: 2, message: 'Received: [withheld]' } }]);
  });

  it('are not made where there is no collector', async () => {
    await open(false);

    expect(observability.telemetry.startSpan).toBeUndefined();
  });

  it('a collector that is away costs spans and nothing else', async () => {
    const url = await open(true);
    collector.close();

    const response = await fetch(`${url}/v1/projects/x`, { method: 'PUT' });

    expect(response.status).toBe(201);
    await expect(observability.close()).resolves.toBeUndefined();
    await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done));
  });

  it.each([
    ['1-5759e988-bd862e3fe1be46a994272793', '5759e988bd862e3fe1be46a994272793'],
    ['0af7651916cd43dd8448eb211c80319c', '0af7651916cd43dd8448eb211c80319c'],
    ['any-other-id', expect.stringMatching(/^[0-9a-f]{32}$/)],
  ])('the request %s has the trace %s', (requestId, traceId) => {
    expect(traceIdOf(requestId)).toEqual(traceId);
  });
});

it('a line outside of any request is kept as well', async () => {
  await open(false);

  observability.log('info', 'The search index is made anew.');
  log('info', 'nobody hears this');
  await observability.close();

  expect(kept()).toMatchObject([{ service: 'platform', message: 'The search index is made anew.' }]);
});
