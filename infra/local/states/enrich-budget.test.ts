/** What calls cost is counted once, whether they answered or failed, and limits hold whatever goes on side by side. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalAnalysis } from '#api/ports/analysis/local.ts';
import type { Analysis } from '#api/ports/analysis/port.ts';
import { ModelRefusal, ModelUnavailable } from '#api/ports/embeddings/port.ts';
import type { Table } from '#api/ports/table/port.ts';
import { createAnalyse } from '#api/functions/enrich/analyse.ts';
import type { Run } from '#api/functions/enrich/run.ts';
import {
  answerOf,
  fakeAnalysis,
  fakeEmbeddings,
  NO_USAGE,
  openWorld,
  type Bench,
  type World,
} from './enrich.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const words = (at: number) => `Picture ${at} of the harbour, painted in oil on canvas.`;
const right = { medium: { value: 'oil on canvas', confidence: 0.9, passage: 'painted in oil on canvas' } };
const COST = 70;
const usage = { ...NO_USAGE, inputTokens: COST, microUsd: COST };

/** An error of a call that was paid for. */
const failure = (Kind: typeof ModelRefusal | typeof ModelUnavailable): Error =>
  Object.assign(new Kind('It did not go well.'), { usage });

/** A tenant whose model does what a test says, call by call; afterwards it answers. */
function billed(...calls: Array<() => Promise<Awaited<ReturnType<Analysis['analyseText']>>>>) {
  let asked = 0;
  const bench = world.bench({
    analysis: fakeAnalysis(() => {
      const call = calls[asked];
      asked += 1;
      return call ? call() : Promise.resolve(answerOf(right));
    }),
  });
  return { bench, asked: () => asked };
}

const once = async (bench: Bench): Promise<Run> =>
  bench.enrich({ subject: 'PROJECT', entityId: await bench.project({ description: words(1) }) });

describe('a call that failed', () => {
  it('counts what it cost, once, and the attempt after it as well', async () => {
    const { bench, asked } = billed(() => Promise.reject(failure(ModelUnavailable)));

    const run = await once(bench);

    expect(asked()).toBe(2);
    expect(run).toMatchObject({ state: 'SUCCEEDED', tokens: COST + 100, microUsd: COST + 100 });
    expect(await bench.used()).toEqual({ tokens: COST + 100, microUsd: COST + 100 });
  });

  it('because the model refused counts what the refusal cost', async () => {
    const { bench } = billed(() => Promise.reject(failure(ModelRefusal)));

    const run = await once(bench);

    expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 0, tokens: COST });
    expect(await bench.used()).toEqual({ tokens: COST, microUsd: COST });
  });

  it('without a cost counts nothing', async () => {
    const { bench } = billed(() => Promise.reject(new ModelUnavailable('throttled')));

    await once(bench);

    expect(await bench.used()).toEqual({ tokens: 100, microUsd: 100 });
  });

  it('again and again ends at the limit, and what it cost is not passed', async () => {
    const { bench, asked } = billed(
      ...Array.from({ length: 50 }, () => () => {
        const error = new ModelUnavailable('cut');
        error.usage = { ...NO_USAGE, inputTokens: 10_000, microUsd: 10_000 };
        return Promise.reject(error);
      }),
    );
    await bench.settings({ monthlyTokens: 50_000 });

    const run = await once(bench);

    expect(run).toMatchObject({ state: 'FAILED', again: false });
    expect(run.problem).toContain('limits of 2026-03');
    expect(asked()).toBeGreaterThan(1);
    expect(await bench.used()).toEqual({ tokens: asked() * 10_000, microUsd: asked() * 10_000 });
    expect((await bench.used()).tokens).toBeLessThanOrEqual(50_000);
  });
});

describe('rules of this machine', () => {
  const description = words(1);
  const needed = `Untitled ${description}`.split(' ').length;
  const free = { usage: { ...NO_USAGE, inputTokens: needed } };
  const embed = (inputs: readonly unknown[]) =>
    Promise.resolve({ vectors: inputs.map(() => new Float32Array([1, 0])), ...free });
  const ruled = async (monthlyTokens: number) => {
    const embeddings = { ...(await fakeEmbeddings()), embedTexts: embed, embedImages: embed };
    const analysis = createLocalAnalysis({ embeddings });
    const bench = world.bench({
      analysis: () => Promise.resolve(analysis),
      embeddings: () => Promise.resolve(embeddings),
      maximumMicroUsdPerToken: 0,
    });
    await bench.settings({ monthlyTokens });
    return bench;
  };
  const read = async (bench: Bench): Promise<Run> => {
    const entityId = await bench.project({ title: 'Untitled', description });
    return bench.enrich({ subject: 'PROJECT', entityId });
  };

  it('take what they read and nothing beyond it, so that a small rest is used up', async () => {
    const bench = await ruled(needed);

    expect(await read(bench)).toMatchObject({ state: 'SUCCEEDED', tokens: needed });
    expect(await bench.used()).toEqual({ tokens: needed, microUsd: 0 });
  });

  it('say what is needed and what is left where that is less', async () => {
    const bench = await ruled(needed + 3);
    await read(bench);

    const entityId = await bench.project({ title: 'Untitled', description: `${description} Again.` });
    const run = await bench.enrich({ subject: 'PROJECT', entityId });

    expect(run).toMatchObject({ state: 'FAILED', again: false });
    expect(run.problem).toContain(`needs up to ${needed + 1} tokens`);
    expect(run.problem).toContain('3 tokens');
    expect(run.problem).toContain('are left');
  });

  it('say so where a whole month would not do', async () => {
    const run = await read(await ruled(2));

    expect(run.problem).toContain(`needs up to ${needed} tokens`);
    expect(run.problem).toContain('limits of 2026-03: 2 tokens');
  });
});

it('a model that fails half of its calls side by side, and is paid for them, stays within the limit', async () => {
  let [asked, cost] = [0, 0];
  const limit = 120_000;
  const bench = world.bench({
    analysis: fakeAnalysis(async () => {
      asked += 1;
      const tokens = 1000 + ((asked * 977) % 4000);
      cost += tokens;
      const fails = asked % 2 === 1;
      await new Promise((resolve) => setTimeout(resolve, asked % 7));
      if (!fails) return answerOf(right, tokens);
      const error = asked % 3 === 0 ? new ModelRefusal('no') : new ModelUnavailable('no');
      error.usage = { ...NO_USAGE, outputTokens: tokens, microUsd: tokens };
      throw error;
    }),
  });
  await bench.settings({ monthlyTokens: limit });
  const projects = await Promise.all(
    Array.from({ length: 40 }, (_, at) => bench.project({ description: words(at) })),
  );
  const ids = await Promise.all(projects.map((entityId) => bench.request({ subject: 'PROJECT', entityId })));

  await Promise.all(ids.map((id) => bench.deliver(id).catch(() => undefined)));

  const runs = await Promise.all(ids.map((id) => bench.run(id)));
  expect(runs.filter(({ problem = '' }) => problem.includes('limits of'))).not.toEqual([]);
  expect(await bench.used()).toEqual({ tokens: cost, microUsd: cost });
  expect(cost).toBeLessThanOrEqual(limit);
  expect(runs.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(cost);
});

describe('a step that is taken again', () => {
  /** The step of a run that goes on, over a table that a test spoils. */
  async function step(spoil: (table: Table) => Table) {
    const { bench, asked } = billed();
    const entityId = await bench.project({ description: words(1) });
    const id = await bench.request({ subject: 'PROJECT', entityId });
    const from = { tenantId: bench.tenantId, enrichmentId: id };
    const reads: unknown[] = [];
    bench.before('enrich-analyse', async () => {
      const { text } = bench.carried.findLast(({ function: name }) => name === 'enrich-extract') ?? {};
      const { part } = JSON.parse(text ?? '{}') as { part: { entity: 'PROJECT'; id: string } };
      const source = await bench.steps['enrich-extract']?.({ ...from, part } as never);
      const analyse = createAnalyse({ ...bench.ports, table: spoil(bench.ports.table) });
      reads.push(await analyse(source as never), await analyse(source as never));
    });
    await bench.deliver(id);
    return { used: await bench.used(), asked: asked(), reads, run: await bench.run(id) };
  }

  it('after its answer was kept is not paid for again', async () => {
    const { used, asked, reads } = await step((table) => table);

    expect(asked).toBe(1);
    expect(reads[0]).toEqual(reads[1]);
    expect(used).toEqual({ tokens: 100, microUsd: 100 });
  });

  it('keeps its answer where the sum could not be settled, and counts rather too much', async () => {
    let writes = 0;
    const { used, asked, run } = await step((table) => ({
      ...table,
      transact: (list) => {
        writes += 1;
        return writes === 2 ? Promise.reject(new Error('DynamoDB is away')) : table.transact(list);
      },
    }));

    expect(asked).toBe(1);
    expect(run).toMatchObject({ state: 'SUCCEEDED', proposals: 1 });
    expect(used.tokens).toBeGreaterThan(100);
  });
});
