import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { observed } from './observed.ts';
import { correlated, log, measure, note, traced, within, type SpanStart } from './telemetry.ts';
import { keepTold } from './telemetry.testing.ts';

const request = (headers: Record<string, string>): APIGatewayProxyEventV2 =>
  ({
    headers,
    rawPath: '/v1/portfolios/ada',
    requestContext: { requestId: 'gateway-id-1', http: { method: 'GET' } },
  }) as never;

describe('a function that is observed', () => {
  it('answers as before, with a line of status and time, and a figure', async () => {
    const { telemetry, said, measured } = keepTold();
    const rest = observed('rest', telemetry, () => {
      note({ route: '/v1/portfolios/{handle}' });
      return Promise.resolve({ statusCode: 404 });
    });

    const answer = await rest(request({ 'x-request-id': 'from-the-edge-1' }));

    expect(answer).toEqual({ statusCode: 404 });
    expect(said()).toMatchObject([
      {
        level: 'INFO',
        service: 'rest',
        message: 'call',
        requestId: 'from-the-edge-1',
        method: 'GET',
        route: '/v1/portfolios/{handle}',
        status: 404,
        durationMs: expect.any(Number),
      },
    ]);
    expect(measured).toMatchObject([{ name: 'RequestDuration' }]);
  });

  it('counts a call for no tenant that only its headers name', async () => {
    const { telemetry, said } = keepTold();
    const headers = { 'x-tenant': '01J0000000000000000000000A', authorization: 'e30.eyJ1aWQiOiIwMSJ9.c' };

    await observed('rest', telemetry, () => Promise.resolve({ statusCode: 200 }))(request(headers));

    expect(said()[0]).not.toHaveProperty('tenantId');
  });

  it('counts a fault when it throws or answers 5xx, and throws the same error', async () => {
    const { telemetry, said, measured } = keepTold();
    const boom = new Error('boom');

    const answered = await observed('rest', telemetry, () => Promise.resolve({ statusCode: 503 }))(
      request({}),
    );
    const thrown = await observed('media', telemetry, () => Promise.reject(boom))({}).catch(
      (error: unknown) => error,
    );

    expect(answered).toEqual({ statusCode: 503 });
    expect(thrown).toBe(boom);
    expect(measured.filter(({ name }) => name === 'RequestFault')).toHaveLength(2);
    expect(
      said().map(({ level, service, message }) => `${String(level)} ${String(service)} ${String(message)}`),
    ).toEqual(['ERROR rest call', 'ERROR media call', 'ERROR media call failed']);
  });

  it.each([
    [499, 0],
    [500, 1],
    [599, 1],
  ])('counts of an answer of %i %i faults', async (statusCode, faults) => {
    const { telemetry, measured } = keepTold();

    await observed('rest', telemetry, () => Promise.resolve({ statusCode }))(request({}));

    expect(measured.filter(({ name }) => name === 'RequestFault')).toHaveLength(faults);
  });

  it.each([
    ['the id that a caller gave', request({ 'x-request-id': 'caller-0001' }), 'caller-0001'],
    [
      "the trace of X-Ray's header",
      request({ 'x-amzn-trace-id': 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1' }),
      '1-5759e988-bd862e3fe1be46a994272793',
    ],
    [
      "the trace of the W3C's header",
      request({ traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }),
      '0af7651916cd43dd8448eb211c80319c',
    ],
    ["the gateway's id where a caller's is no id", request({ 'x-request-id': 'a b"c' }), 'gateway-id-1'],
    ['the id in a payload', { requestId: 'payload-0001', tenantId: '01HTENANT0' }, 'payload-0001'],
    ['the trace of the call itself', { action: 'sign' }, '1-aaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbb'],
  ])('takes %s', async (_, event, requestId) => {
    const { telemetry, said } = keepTold();
    const traceId = () => '1-aaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbb';

    await observed<unknown, object>('any', telemetry, () => Promise.resolve({}), { traceId })(event);

    expect(said()[0]).toMatchObject({ requestId });
  });

  it('keeps calls side by side apart', async () => {
    const { telemetry, said } = keepTold();
    const fn = observed('any', telemetry, async ({ requestId }: { requestId: string }) => {
      await new Promise((done) => setTimeout(done, requestId === 'first-000' ? 5 : 1));
      correlated({ tenantId: requestId }, () => log('info', 'inside'));
    });

    await Promise.all([fn({ requestId: 'first-000' }), fn({ requestId: 'second-00' })]);

    for (const line of said().filter(({ message }) => message === 'inside'))
      expect(line.tenantId).toBe(line.requestId);
  });
});

describe('spans', () => {
  it('stand in each other and end with what failed', async () => {
    const told = keepTold();
    const ended: Array<{ start: SpanStart; error: unknown }> = [];
    const startSpan = (start: SpanStart) => ({
      context: { traceId: 't', spanId: start.name },
      end: (error?: unknown) => void ended.push({ start, error }),
    });
    const failing = () => traced('inner', { kind: 'client' }, () => Promise.reject(new Error('no')));

    await within('svc', { ...told.telemetry, startSpan }, { requestId: 'r' }, () =>
      traced('outer', {}, failing),
    ).catch(() => undefined);

    expect(ended).toMatchObject([
      { start: { name: 'inner', service: 'svc', parent: { spanId: 'outer' } }, error: { message: 'no' } },
      {
        start: { name: 'outer', parent: undefined, correlation: { requestId: 'r' } },
        error: { message: 'no' },
      },
    ]);
  });
});

describe('figures', () => {
  it('are lines in the embedded metric format, with ids beside them that are no dimensions', () => {
    const { telemetry, lines } = keepTold();

    within('embed', telemetry, { tenantId: '01T' }, () =>
      measure({ name: 'ModelCost', value: 12 }, { name: 'ModelTokens', value: 3 }),
    );

    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      {
        _aws: {
          CloudWatchMetrics: [
            {
              Namespace: 'Artissist',
              Dimensions: [['service']],
              Metrics: [
                { Name: 'ModelCost', Unit: 'Count' },
                { Name: 'ModelTokens', Unit: 'Count' },
              ],
            },
          ],
        },
        service: 'embed',
        ModelCost: 12,
        ModelTokens: 3,
        tenantId: '01T',
      },
    ]);
  });
});
