/** The definition that is deployed, run here over a true table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '#api/events.ts';
import { createStop } from '#api/functions/enrich/start.ts';
import { enrichmentSk, logSk, projectProposalSk, tenantKey } from '#api/resolvers/_lib/keys.ts';
import { answerOf, fakeAnalysis, openWorld, type Bench, type World } from './enrich.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const words = 'The harbour at dusk, painted in oil on canvas. Boats rest in Newlyn.';
const medium = { value: 'oil on canvas', confidence: 0.9, passage: 'painted in oil on canvas' };
const tag = { value: 'harbour', confidence: 0.8, passage: 'The harbour at dusk' };

/** A bench whose model finds medium and tag, and counts its calls. */
function finding(
  found: Parameters<typeof answerOf>[0] = { medium, tags: [tag] },
): Bench & { calls: string[] } {
  const calls: string[] = [];
  const bench = world.bench({
    analysis: fakeAnalysis(({ text }) => {
      calls.push(text);
      return Promise.resolve(answerOf(found));
    }),
  });
  return { ...bench, calls };
}
const valuesOf = async (bench: Bench, projectId: string) =>
  (await bench.proposals(`PROJECT#${projectId}`)).map(({ field, values, state }) => [field, values, state]);

describe('a project that is enriched', () => {
  it('gets proposals with receipts, and the run says what it took', async () => {
    const bench = finding();
    const projectId = await bench.project({ title: 'Dusk', description: words });

    const run = await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 2, tokens: 100, microUsd: 100 });
    expect(await valuesOf(bench, projectId)).toEqual([
      ['MEDIUM', ['oil on canvas'], 'PROPOSED'],
      ['TAGS', ['harbour'], 'PROPOSED'],
    ]);
    const [proposal] = await bench.proposals(`PROJECT#${projectId}`);
    expect(proposal?.receipt).toEqual({
      enrichmentId: run.id,
      model: 'fake-text@1',
      promptVersion: '1',
      sourceEntity: 'PROJECT',
      sourceId: projectId,
      passage: 'painted in oil on canvas',
      at: '2026-03-04T05:06:07.000Z',
      inputTokens: 100,
      outputTokens: 0,
      microUsd: 100,
      confidence: 0.9,
    });
    expect(await bench.used()).toEqual({ tokens: 100, microUsd: 100 });
  });

  it('a second time is not paid for twice, and proposes the same items', async () => {
    const bench = finding();
    const projectId = await bench.project({ description: words });
    await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    const again = await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    expect(again).toMatchObject({ state: 'SUCCEEDED', tokens: 0, microUsd: 0 });
    expect(bench.calls).toHaveLength(1);
    expect(await bench.proposals(`PROJECT#${projectId}`)).toHaveLength(2);
    expect(await bench.used()).toEqual({ tokens: 100, microUsd: 100 });
  });

  it('is read with its public log, and where a value stands is said', async () => {
    const bench = finding({ places: [{ value: 'Newlyn', confidence: 0.7, passage: 'moored at Newlyn' }] });
    const projectId = await bench.project({ description: 'Boats.' });
    const log = (id: string, body: string, audience: string) =>
      bench.table.put({
        ...tenantKey(bench.tenantId, logSk(projectId, id)),
        ...{ entity: 'log', id, tenantId: bench.tenantId, projectId, body, audience, version: 1 },
      });
    await log('l1', 'They were moored at Newlyn.', 'PUBLIC');
    await log('l2', 'A secret buyer.', 'PRIVATE');

    await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    expect(bench.calls).toEqual(['Boats.\n\nThey were moored at Newlyn.']);
    const [proposal] = await bench.proposals(`PROJECT#${projectId}`);
    expect(proposal?.receipt).toMatchObject({ sourceEntity: 'LOG', sourceId: 'l1' });
  });

  it('keeps what a person wrote: what stands there already is not proposed', async () => {
    const bench = finding();
    const projectId = await bench.project({
      description: words,
      tags: ['Harbour'],
      medium: 'oil on canvas',
    });

    const run = await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 0 });
    expect(await bench.proposals(`PROJECT#${projectId}`)).toEqual([]);
  });

  it('takes chosen fields over by itself where nothing stands, and marks them', async () => {
    const bench = finding();
    await bench.settings({ automaticFields: ['MEDIUM', 'TAGS'] });
    const projectId = await bench.project({ description: words, tags: ['sea'] });

    await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    const [first, second] = await bench.proposals(`PROJECT#${projectId}`);
    expect(first).toMatchObject({
      field: 'MEDIUM',
      state: 'ACCEPTED',
      automatic: true,
      previousValues: null,
    });
    expect(second).toMatchObject({ field: 'TAGS', state: 'PROPOSED' });
    expect(second).not.toHaveProperty('automatic');
  });

  it.each([
    ['ACCEPTED', { other: true }, ['ACCEPTED', ['old']]],
    ['REJECTED', { other: true }, ['PROPOSED', ['oil on canvas']]],
    ['REVERTED', { other: true }, ['PROPOSED', ['oil on canvas']]],
    ['REJECTED', { other: false }, ['REJECTED', ['oil on canvas']]],
  ])('leaves what a person has %s (other values: %j)', async (state, { other }, expected) => {
    const bench = finding({ medium });
    const projectId = await bench.project({ description: words });
    await bench.enrich({ subject: 'PROJECT', entityId: projectId });
    const [made] = await bench.proposals(`PROJECT#${projectId}`);
    const key = tenantKey(bench.tenantId, projectProposalSk(projectId, made?.id ?? ''));
    await bench.table.put({ ...made, ...key, state, values: other ? ['old'] : made?.values });

    await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    const [after] = await bench.proposals(`PROJECT#${projectId}`);
    expect([after?.state, after?.values]).toEqual(expected);
  });
});

describe('states', () => {
  it('carry names of what is kept, never words, and little of it', async () => {
    const bench = finding();
    const projectId = await bench.project({ title: 'Dusk', description: words.repeat(500) });

    await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    const all = bench.carried.map(({ text }) => text).join('\n');
    expect(all).not.toMatch(/harbour|canvas|Dusk|Newlyn/);
    expect(new Set(bench.carried.map((each) => each.function))).toEqual(new Set(Object.keys(bench.steps)));
    expect(Math.max(...bench.carried.map(({ bytes }) => bytes))).toBeLessThan(2000);
  });

  it('stay small for a project of more assets than a run reads, which is said', async () => {
    const bench = finding();
    const projectId = await bench.project({ description: words });
    for (let at = 0; at < 60; at += 1) await bench.picture(projectId);

    const run = await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    expect(run).toMatchObject({ state: 'SUCCEEDED' });
    expect(run.problem).toContain('11 assets were left out');
    expect(Math.max(...bench.carried.map(({ bytes }) => bytes))).toBeLessThan(24_000);
  });
});

describe('a tenant that has enrichment off', () => {
  it('sends nothing to a model', async () => {
    const bench = world.bench();
    await bench.settings({ mode: 'OFF' });
    const projectId = await bench.project({ description: words });

    const run = await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    expect(run).toMatchObject({ state: 'FAILED', again: false });
    expect(run.problem).toContain('switched off');
    expect(bench.carried.map((each) => each.function)).toEqual(['enrich-plan', 'enrich-finish']);
  });

  it.each(['enrich-plan', 'enrich-extract', 'enrich-analyse', 'enrich-embed', 'enrich-propose'])(
    'switches it off before %s: that step does nothing',
    async (step) => {
      const bench = finding();
      const projectId = await bench.project({ description: words });
      bench.before(step, () => bench.settings({ mode: 'OFF' }));

      const run = await bench.enrich({ subject: 'PROJECT', entityId: projectId });

      expect(run).toMatchObject({ state: 'FAILED' });
      expect(bench.calls).toHaveLength(['enrich-embed', 'enrich-propose'].includes(step) ? 1 : 0);
      expect(await bench.proposals(`PROJECT#${projectId}`)).toEqual([]);
    },
  );
});

describe('a run that is cancelled', () => {
  const cancel = (bench: Bench, id: string) =>
    bench.table.update(tenantKey(bench.tenantId, enrichmentSk(id)), {
      expression: 'SET #state = :state',
      names: { '#state': 'state' },
      values: { ':state': 'CANCELLED' },
    });

  it('before it begins does nothing', async () => {
    const bench = finding();
    const projectId = await bench.project({ description: words });
    const id = await bench.request({ subject: 'PROJECT', entityId: projectId });
    await cancel(bench, id);

    await bench.deliver(id);

    expect(bench.carried).toEqual([]);
    expect(await bench.run(id)).toMatchObject({ state: 'CANCELLED' });
  });

  it.each(['enrich-extract', 'enrich-analyse', 'enrich-propose'])(
    'before %s takes no further step and stays cancelled',
    async (step) => {
      const bench = finding();
      const projectId = await bench.project({ description: words });
      const id = await bench.request({ subject: 'PROJECT', entityId: projectId });
      bench.before(step, () => cancel(bench, id));

      await bench.deliver(id);

      expect(await bench.run(id)).toMatchObject({ state: 'CANCELLED' });
      expect(await bench.proposals(`PROJECT#${projectId}`)).toEqual([]);
    },
  );

  it('while a model is asked ends at once, and its event is done with', async () => {
    const asked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const bench = world.bench({
      analysis: fakeAnalysis(async () => {
        asked.resolve();
        await release.promise;
        return answerOf({ medium });
      }),
    });
    const projectId = await bench.project({ description: words });
    const id = await bench.request({ subject: 'PROJECT', entityId: projectId });
    const stop = createStop(bench);
    const delivered = bench.deliver(id);
    await asked.promise;
    await stop({ tenantId: bench.tenantId, entityId: id } as ChangeEvent);
    expect(await bench.machines.ended('enrich', `${id}-1`, 0)).toBe('RUNNING');

    await cancel(bench, id);
    await stop({ tenantId: bench.tenantId, entityId: id } as ChangeEvent);
    await delivered;

    expect(await bench.machines.ended('enrich', `${id}-1`, 5000)).toBe('ABORTED');
    release.resolve();
    expect(await bench.run(id)).toMatchObject({ state: 'CANCELLED' });
    expect(await bench.proposals(`PROJECT#${projectId}`)).toEqual([]);
  });
});
