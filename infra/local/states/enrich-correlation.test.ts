/** The id of a request goes with a run through every step, by what states carry: on AWS steps share nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consume } from '#api/functions/consume.ts';
import { createChanges } from '#api/functions/enrich/changes.ts';
import { observed } from '#api/observability/observed.ts';
import { within, type SpanStart, type Telemetry } from '#api/observability/telemetry.ts';
import { keepTold } from '#api/observability/telemetry.testing.ts';
import { enrichMachines } from '#infra/inventory/enrichment.ts';
import { answerOf, fakeAnalysis, openWorld, type Bench, type World } from './enrich.testing.ts';

const REQUEST = 'request-from-the-edge-1';
const OTHER = 'request-of-somebody-else';
const STEPS = Object.values(enrichMachines[0]?.tasks ?? {}).sort();

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A bench whose steps tell what they do, in lines and spans. */
function telling(analysis = fakeAnalysis(() => Promise.resolve(answerOf({})))) {
  const { telemetry, said } = keepTold();
  const spans: SpanStart[] = [];
  const startSpan: Telemetry['startSpan'] = (start) => {
    spans.push(start);
    return { context: { traceId: 't', spanId: start.name }, end: () => undefined };
  };
  const bench = world.bench({ analysis }, {}, { ...telemetry, startSpan });
  return { bench, said, spans, telemetry };
}
const requested = async (bench: Bench) => {
  const entityId = await bench.project({ description: 'The harbour at dusk.' });
  await bench.picture(entityId);
  return bench.request({ subject: 'PROJECT', entityId });
};
const services = (lines: ReadonlyArray<{ service?: unknown }>) =>
  [...new Set(lines.map(({ service }) => String(service)))].sort();

describe('the id of the request that asked for a run', () => {
  it('stands in the line and the span of every step, whoever else starts it', async () => {
    const { bench, said, spans, telemetry } = telling();
    const id = await requested(bench);

    await within('another', telemetry, { requestId: OTHER }, () => bench.deliver(id, REQUEST));

    expect((await bench.run(id)).state).toBe('SUCCEEDED');
    expect(services(said())).toEqual(STEPS);
    expect(services(spans)).toEqual(STEPS);
    expect(new Set(said().map(({ requestId }) => requestId))).toEqual(new Set([REQUEST]));
    expect(new Set(spans.map(({ correlation }) => correlation.requestId))).toEqual(new Set([REQUEST]));
  });

  it('stands in those of a run that fails as well', async () => {
    const { bench, said } = telling(fakeAnalysis(() => Promise.reject(new Error('broken'))));
    const id = await requested(bench);

    await bench.deliver(id, REQUEST).catch(() => undefined);

    expect((await bench.run(id)).state).toBe('FAILED');
    expect(services(said())).toContain('enrich-finish');
    expect(new Set(said().map(({ requestId }) => requestId))).toEqual(new Set([REQUEST]));
  });

  it('is that of the change, where a change asks for the run', async () => {
    const { bench, telemetry } = telling();
    await bench.settings({ mode: 'AUTOMATIC' });
    const projectId = await bench.project({ description: 'Boats.' });
    const made: string[] = [];
    const ulid = (): string => {
      made.push(projectId.slice(0, -2) + '00');
      return made.at(-1) ?? '';
    };
    const { table, tenantId } = bench;
    const changes = observed(
      'enrich-changes',
      telemetry,
      consume(createChanges({ table, now: Date.now, ulid })),
    );
    const detail = {
      ...{ id: `${projectId}#1`, type: 'project.created', entity: 'project', at: new Date().toISOString() },
      ...{ tenantId, projectId, entityId: projectId, requestId: REQUEST },
    };

    await changes({ Records: [{ messageId: 'm', body: JSON.stringify({ detail }) }] } as never);

    expect(await bench.run(made[0] ?? '')).toMatchObject({ state: 'REQUESTED', requestId: REQUEST });
  });
});

it('steps of a run that nobody asked for are told of by the id of the run', async () => {
  const { bench, said } = telling();
  const id = await requested(bench);

  await bench.deliver(id);

  const parts = said().filter(({ service }) => service !== 'enrich-plan');
  expect(new Set(parts.map(({ requestId }) => requestId))).toEqual(new Set([id]));
});
