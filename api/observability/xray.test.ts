import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { traced, within } from './telemetry.ts';
import { keepTold } from './telemetry.testing.ts';
import { traceparent, xrayHeader } from './trace-header.ts';
import { createXraySpans } from './xray.ts';

const ROOT = '1-5759e988-bd862e3fe1be46a994272793';
const HEADER = `Root=${ROOT};Parent=53995c3f42cd8ad8;Sampled=1`;
let daemon: Socket;

beforeEach(async () => {
  daemon = createSocket('udp4');
  daemon.bind(0, '127.0.0.1');
  await once(daemon, 'listening');
});

afterEach(() => void daemon.close());

const failing = () => Promise.reject(new Error('Received: Harbour at dusk'));

async function sent(
  header: string,
  work: Parameters<typeof traced>[2] = failing,
): Promise<Record<string, unknown>> {
  const told = keepTold();
  const startSpan = createXraySpans({
    daemon: `127.0.0.1:${daemon.address().port}`,
    header: () => header,
    now: () => 1_500_000_000_500,
  });
  const message = once(daemon, 'message') as Promise<[Buffer]>;
  const correlation = { requestId: 'request-0001', tenantId: '01T' };
  await within('publisher', { ...told.telemetry, startSpan }, correlation, () =>
    traced('events', {}, work),
  ).catch(() => undefined);
  const [head, document] = (await message)[0].toString().split('\n');
  expect(head).toBe('{"format": "json", "version": 1}');
  return JSON.parse(document ?? '') as Record<string, unknown>;
}

describe('spans of X-Ray', () => {
  it("are subsegments of Lambda's segment, found by the request's id, without texts", async () => {
    const document = await sent(HEADER);

    expect(document).toMatchObject({
      name: 'events',
      trace_id: ROOT,
      parent_id: '53995c3f42cd8ad8',
      type: 'subsegment',
      start_time: 1_500_000_000.5,
      annotations: { requestId: 'request-0001', tenantId: '01T', service: 'publisher' },
      fault: true,
    });
    expect(JSON.stringify(document)).not.toContain('Harbour');
  });

  it('say what was found on the way, and of a call that was throttled that it was', async () => {
    const found = await sent(HEADER, (tell) => {
      tell({ inputTokens: 7 });
      return Promise.resolve();
    });
    const throttled = await sent(HEADER, (tell) => {
      tell({ throttled: 1 });
      return failing();
    });

    expect(found).toMatchObject({ annotations: { requestId: 'request-0001', inputTokens: 7 } });
    expect(found).not.toHaveProperty('fault');
    expect(throttled).toMatchObject({ throttle: true, error: true, annotations: { throttled: 1 } });
    expect(throttled).not.toHaveProperty('fault');
  });

  it.each(['1.2.3.4', 'localhost:2000', ''])('refuse the address %j', (address) => {
    expect(() => createXraySpans({ daemon: address, header: () => HEADER, now: Date.now })).toThrow(
      /<IPv4>:<port>/,
    );
  });
});

describe('headers of traces', () => {
  it.each([
    [HEADER, { root: ROOT, parent: '53995c3f42cd8ad8', sampled: true }],
    [`Self=1-2;Root=${ROOT}`, { root: ROOT, sampled: false }],
    ['Root=nonsense;Parent=1', { sampled: false }],
    [undefined, { sampled: false }],
  ])('X-Ray: %s', (header, read) => {
    expect(xrayHeader(header)).toEqual(read);
  });

  it.each([
    ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', true],
    ['00-00000000000000000000000000000000-b7ad6b7169203331-01', false],
    ['ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', false],
  ])('W3C: %s', (header, isOne) => {
    expect(traceparent(header) !== undefined).toBe(isOne);
  });
});
