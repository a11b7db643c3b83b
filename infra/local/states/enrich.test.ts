/** The definition that is deployed, run here over a true table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, fakeAnalysis, openWorld, type World } from './enrich.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const words = 'The harbour at dusk, painted in oil on canvas. Boats rest in Newlyn.';

describe('a project that is enriched', () => {
  it('gets proposals with receipts, and the run says what it took', async () => {
    const bench = world.bench({
      analysis: fakeAnalysis(() =>
        Promise.resolve(
          answerOf({
            medium: { value: 'oil on canvas', confidence: 0.9, passage: 'painted in oil on canvas' },
            tags: [{ value: 'harbour', confidence: 0.8, passage: 'The harbour at dusk' }],
          }),
        ),
      ),
    });
    const projectId = await bench.project({ title: 'Dusk', description: words });

    const run = await bench.enrich({ subject: 'PROJECT', entityId: projectId });

    expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 2, tokens: 100, microUsd: 100 });
    const proposals = await bench.proposals(`PROJECT#${projectId}`);
    expect(proposals.map(({ field, values, state }) => [field, values, state])).toEqual([
      ['MEDIUM', ['oil on canvas'], 'PROPOSED'],
      ['TAGS', ['harbour'], 'PROPOSED'],
    ]);
    expect(proposals[0]?.receipt).toEqual({
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
});
