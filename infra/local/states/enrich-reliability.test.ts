/** Models that fail, dawdle and talk nonsense; budgets; and runs that are taken up again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Analysis, TextAnalysis } from '#api/ports/analysis/port.ts';
import { ModelRefusal, ModelUnavailable } from '#api/ports/embeddings/port.ts';
import { projectSk, tenantKey } from '#api/resolvers/_lib/keys.ts';
import { answerOf, fakeAnalysis, openWorld, type Bench, type World } from './enrich.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A generator of numbers from 0 to 1 that follow from a seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What no model should answer. */
const NONSENSE: unknown[] = [
  undefined,
  null,
  'tags: harbour',
  [],
  { medium: 'oil' },
  { medium: { value: ['oil'], confidence: 0.9 }, tags: 'harbour', people: [null, 7, {}] },
  { medium: { value: 'oil', confidence: 7 }, language: { value: 'not a language!', confidence: 1 } },
  { medium: { value: 'bronze', confidence: 0.9, passage: 'cast in bronze' } },
  { summary: { value: 'x'.repeat(100_000), confidence: 0.9 } },
  { tags: [{ value: '  \u0000 ', confidence: 0.5 }] },
];

const words = (at: number) => `Picture ${at} of the harbour, painted in oil on canvas.`;
const right = {
  medium: { value: 'oil on canvas', confidence: 0.9, passage: 'painted in oil on canvas' },
};
const TOKENS = 100;

/** Fails half of its calls, answers nonsense in a fifth of the others, and is slow. */
function erratic(next: () => number): { analyse: Analysis['analyseText']; answered: () => number } {
  let answered = 0;
  return {
    answered: () => answered,
    async analyse() {
      await new Promise((resolve) => setTimeout(resolve, next() * 4));
      if (next() < 0.5) throw new ModelUnavailable('throttled');
      answered += 1;
      if (next() >= 0.2) return answerOf(right, TOKENS);
      const result = NONSENSE[Math.floor(next() * NONSENSE.length)] as TextAnalysis;
      return { ...answerOf({}, TOKENS), result };
    },
  };
}

/** Delivers a run as the queue does, until it is taken or given up. */
async function deliverAll(bench: Bench, id: string, attempts = 8): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const taken = await bench.deliver(id).then(
      () => true,
      () => false,
    );
    if (taken) return true;
  }
  return false;
}

describe('a model that fails half of its calls, is slow and answers nonsense', () => {
  it.each([1, 2, 3])(
    'leaves projects usable, proposals right or absent, budgets kept (seed %i)',
    async (seed) => {
      const { analyse, answered } = erratic(numbers(seed));
      const bench = world.bench({ analysis: fakeAnalysis(analyse) });
      const limit = 1_000_000;
      await bench.settings({ monthlyTokens: limit });
      const projects = await Promise.all(
        Array.from({ length: 12 }, (_, at) => bench.project({ title: `P${at}`, description: words(at) })),
      );
      const ids = await Promise.all(
        projects.map((entityId) => bench.request({ subject: 'PROJECT', entityId })),
      );

      await Promise.all(ids.map((id) => deliverAll(bench, id)));

      for (const [at, projectId] of projects.entries()) {
        const project = await bench.table.get(tenantKey(bench.tenantId, projectSk(projectId)));
        expect(project).toMatchObject({ title: `P${at}`, description: words(at), version: 1 });
        const proposals = await bench.proposals(`PROJECT#${projectId}`);
        expect(proposals.map(({ field, values }) => [field, values])).toEqual(
          proposals.length === 0 ? [] : [['MEDIUM', expect.toSatisfy(isRight)]],
        );
      }
      const runs = await Promise.all(ids.map((id) => bench.run(id)));
      expect(runs.filter(({ state }) => state === 'SUCCEEDED').length).toBeGreaterThan(6);
      expect(runs.filter(({ state }) => state !== 'SUCCEEDED' && state !== 'FAILED')).toEqual([]);
      const used = await bench.used();
      expect(used).toEqual({ tokens: answered() * TOKENS, microUsd: answered() * TOKENS });
      expect(runs.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(used.tokens);
    },
  );

  /** Nonsense with a passage that does not stand in the text, or a confidence over 1, never gets here. */
  const isRight = ([value]: string[]) => value === 'oil on canvas';
});

describe('a budget', () => {
  const frugal = (tokens: number) => {
    let calls = 0;
    const bench = world.bench({
      analysis: fakeAnalysis(() => {
        calls += 1;
        return Promise.resolve(answerOf(right, tokens));
      }),
    });
    return { bench, calls: () => calls };
  };

  it('that a call could go over ends the run before it is paid for, and no attempt follows', async () => {
    const { bench, calls } = frugal(100);
    await bench.settings({ monthlyTokens: 5000 });
    const entityId = await bench.project({ description: words(1) });

    const run = await bench.enrich({ subject: 'PROJECT', entityId });

    expect(run).toMatchObject({ state: 'FAILED', again: false, tokens: 0 });
    expect(run.problem).toContain('limits of 2026-03: 5000 tokens');
    expect(calls()).toBe(0);
    expect(await bench.used()).toEqual({ tokens: 0, microUsd: 0 });
  });

  it('of money holds as the one of tokens does', async () => {
    const { bench, calls } = frugal(100);
    await bench.settings({ monthlyMicroUsd: 5000 });
    const entityId = await bench.project({ description: words(1) });

    expect(await bench.enrich({ subject: 'PROJECT', entityId })).toMatchObject({ state: 'FAILED' });
    expect(calls()).toBe(0);
  });

  it('is kept by calls side by side', async () => {
    const { bench, calls } = frugal(6000);
    const limit = 20_000;
    await bench.settings({ monthlyTokens: limit });
    const projects = await Promise.all(
      Array.from({ length: 10 }, (_, at) => bench.project({ description: words(at) })),
    );
    const ids = await Promise.all(
      projects.map((entityId) => bench.request({ subject: 'PROJECT', entityId })),
    );

    await Promise.all(ids.map((id) => bench.deliver(id)));

    expect(calls()).toBeGreaterThan(0);
    expect((await bench.used()).tokens).toBe(calls() * 6000);
    expect((await bench.used()).tokens).toBeLessThanOrEqual(limit);
  });
});

describe('a run that failed', () => {
  it('is begun again by its event, pays only for what it has not, and says so no more', async () => {
    let away = true;
    const bench = world.bench({
      analysis: fakeAnalysis(() =>
        away ? Promise.reject(new ModelUnavailable('away')) : Promise.resolve(answerOf(right)),
      ),
    });
    const entityId = await bench.project({ description: words(1) });
    const id = await bench.request({ subject: 'PROJECT', entityId });
    await expect(bench.deliver(id)).rejects.toThrow('asked again later');
    expect(await bench.run(id)).toMatchObject({ state: 'FAILED', again: true });
    const first = (await bench.run(id)).execution;
    away = false;

    await bench.deliver(id);

    const run = await bench.run(id);
    expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 1 });
    expect(run.execution).not.toBe(first);
    expect(run).not.toHaveProperty('problem');
    expect(run).not.toHaveProperty('again');
  });

  it('because its process ended is done by the next one', async () => {
    const bench = world.bench({ analysis: fakeAnalysis(() => Promise.resolve(answerOf(right))) });
    const entityId = await bench.project({ description: words(1) });
    const id = await bench.request({ subject: 'PROJECT', entityId });
    const execution = `${id}-1`;
    const { PK, SK } = tenantKey(bench.tenantId, `ENRICHMENT#${id}`);
    await bench.table.update(
      { PK, SK },
      {
        expression: 'SET #state = :state, execution = :execution',
        names: { '#state': 'state' },
        values: { ':state': 'RUNNING', ':execution': execution },
      },
    );

    await bench.deliver(id);

    expect(await bench.run(id)).toMatchObject({ state: 'SUCCEEDED', execution });
  });

  it('without a word, as when its execution was stopped, is said to have been interrupted', async () => {
    const bench = world.bench({ analysis: fakeAnalysis(() => Promise.resolve(answerOf(right))) });
    const entityId = await bench.project({ description: words(1) });
    const id = await bench.request({ subject: 'PROJECT', entityId });
    bench.before('enrich-analyse', () => bench.machines.stop('enrich', `${id}-1`, 'test'));

    await expect(bench.deliver(id)).rejects.toThrow('without a word');

    expect(await bench.run(id)).toMatchObject({ state: 'FAILED', again: true });
    expect((await bench.run(id)).problem).toContain('interrupted');
  });

  it('once delivered twice is done once', async () => {
    let calls = 0;
    const bench = world.bench({
      analysis: fakeAnalysis(() => {
        calls += 1;
        return Promise.resolve(answerOf(right));
      }),
    });
    const entityId = await bench.project({ description: words(1) });
    const id = await bench.request({ subject: 'PROJECT', entityId });

    await Promise.allSettled([bench.deliver(id), bench.deliver(id)]);
    await bench.deliver(id);

    expect(calls).toBe(1);
    expect(await bench.run(id)).toMatchObject({ state: 'SUCCEEDED' });
  });
});

it('what a model refuses is left out, and said', async () => {
  const bench = world.bench({
    analysis: fakeAnalysis(() => Promise.reject(new ModelRefusal('Not for this model.'))),
  });
  const entityId = await bench.project({ description: words(1) });

  const run = await bench.enrich({ subject: 'PROJECT', entityId });

  expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 0, problem: 'Not for this model.', tokens: 0 });
});

it('what was to be enriched and is gone ends the run for good', async () => {
  const bench = world.bench();

  const run = await bench.enrich({ subject: 'PROJECT', entityId: 'gone' });

  expect(run).toMatchObject({ state: 'FAILED', again: false });
  expect(run.problem).toContain('not there any more');
});
