import { describe, expect, test, vi } from 'vitest';
import type { DataSourceCall, Json } from '../../types.ts';
import { lambdaDataSource } from './lambda.ts';

const call = {
  context: { info: { parentTypeName: 'Post', fieldName: 'author' } },
  signal: new AbortController().signal,
} as DataSourceCall;

describe('Invoke', () => {
  test('answers what the function returned', async () => {
    const source = lambdaDataSource({ invoke: async (payload) => ({ got: payload, none: undefined }) });

    const outcome = await source.invoke({ operation: 'Invoke', payload: { a: 1 } }, call);

    expect(outcome).toEqual({ result: { got: { a: 1 } }, error: null });
  });

  test('a failed function is Lambda:Unhandled with its message', async () => {
    const source = lambdaDataSource({ invoke: async () => Promise.reject(new Error('no disk')) });

    const outcome = await source.invoke({ operation: 'Invoke', payload: null }, call);

    expect(outcome).toEqual({
      result: null,
      error: { message: 'no disk', type: 'Lambda:Unhandled' },
    });
  });

  test('an event is answered before the function has ended', async () => {
    const invoke = vi.fn(() => new Promise<never>(() => undefined));
    const source = lambdaDataSource({ invoke });

    const outcome = await source.invoke({ operation: 'Invoke', invocationType: 'Event', payload: 1 }, call);

    expect(outcome).toEqual({ result: null, error: null });
    await expect.poll(() => invoke).toHaveBeenCalledWith(1, call);
  });

  test.each([[{ operation: 'Nope' }], [{ operation: 'Invoke', invocationType: 'DryRun' }]])(
    '%j is refused by name',
    async (request) => {
      const source = lambdaDataSource({ invoke: async () => null });

      await expect(source.invoke(request, call)).rejects.toThrow(/Received/);
    },
  );
});

describe('BatchInvoke', () => {
  const batch = (source: ReturnType<typeof lambdaDataSource>, payloads: Json[]) =>
    Promise.all(payloads.map((payload) => source.invoke({ operation: 'BatchInvoke', payload }, call)));

  test('the calls of one list leave together, cut at maxBatchSize', async () => {
    const calls: Json[] = [];
    const source = lambdaDataSource({
      maxBatchSize: 2,
      invoke: async (payload) => {
        calls.push(payload);
        return (payload as number[]).map((n) => n * 10);
      },
    });

    const outcomes = await batch(source, [1, 2, 3]);

    expect(outcomes.map(({ result }) => result)).toEqual([10, 20, 30]);
    expect(calls).toEqual([[1, 2], [3]]);
  });

  test('one of a batch may fail alone', async () => {
    const source = lambdaDataSource({
      maxBatchSize: 10,
      invoke: async () => [{ data: 1 }, { data: null, errorMessage: 'gone', errorType: 'NotFound' }],
    });

    expect(await batch(source, [1, 2])).toEqual([
      { result: 1, error: null },
      { result: null, error: { message: 'gone', type: 'NotFound' } },
    ]);
  });

  test('an answer of another length fails them all', async () => {
    const source = lambdaDataSource({ maxBatchSize: 10, invoke: async () => [1] });

    const outcomes = await batch(source, [1, 2]);

    expect(outcomes.map(({ error }) => error?.type)).toEqual(['Lambda:Unhandled', 'Lambda:Unhandled']);
  });
});
