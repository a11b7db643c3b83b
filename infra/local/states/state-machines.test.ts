import { afterEach, describe, expect, it } from 'vitest';
import { createLocalStateMachines, type LocalStateMachines } from './state-machines.ts';
import { MAX_STATE_BYTES, type TaskFunction } from './task.ts';

const step = (name: string, next: object = { End: true }) => ({
  Type: 'Task',
  Resource: `\${${name}}`,
  TimeoutSeconds: 5,
  ...next,
});
const retried = (most: number) => ({
  Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: most, JitterStrategy: 'FULL' }],
});
const caught = { Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'B' }] };

const opened: LocalStateMachines[] = [];
afterEach(async () => {
  for (const machines of opened.splice(0)) await machines.close(100);
});

function open(states: object, functions: Record<string, TaskFunction>, startAt = 'A'): LocalStateMachines {
  const machines = createLocalStateMachines({
    machines: [
      {
        row: { name: 'm', definition: 'm.asl.json', tasks: { a: 'a', b: 'b' }, purpose: '' },
        text: JSON.stringify({ StartAt: startAt, States: states }),
      },
    ],
    functions,
    log: () => undefined,
    retryAfterMs: 0,
  });
  opened.push(machines);
  return machines;
}
const nothing: TaskFunction = () => Promise.resolve({});
const errorsIn = (machines: LocalStateMachines, name = 'one') =>
  machines.history('m', name).flatMap(({ type, error }) => (error ? [`${type} ${error}`] : []));

describe('an execution', () => {
  it('hands each Task what the one before answered, as JSON', async () => {
    const seen: unknown[] = [];
    const machines = open(
      { A: step('a', { Next: 'B' }), B: step('b') },
      {
        a: (input) => Promise.resolve({ given: input, at: new Date(0), not: undefined }),
        b: (input) => Promise.resolve(void seen.push(input)),
      },
    );

    await machines.start('m', 'one', { x: 1 });

    expect(await machines.ended('m', 'one', 5000)).toBe('SUCCEEDED');
    expect(seen).toEqual([{ given: { x: 1 }, at: '1970-01-01T00:00:00.000Z' }]);
    expect(machines.history('m', 'one').map(({ type, state }) => `${type} ${state ?? ''}`.trim())).toEqual([
      'ExecutionStarted',
      'StateEntered A',
      'StateExited A',
      'StateEntered B',
      'StateExited B',
      'ExecutionSucceeded',
    ]);
  });

  it('of one name starts once, also after it has ended', async () => {
    let runs = 0;
    const machines = open({ A: step('a') }, { a: () => Promise.resolve((runs += 1)), b: nothing });

    for (let at = 0; at < 3; at += 1) {
      await machines.start('m', 'one', {});
      await machines.ended('m', 'one', 5000);
    }

    expect(runs).toBe(1);
  });

  it('tries again as its definition says, and then fails', async () => {
    let tries = 0;
    const failing = () => {
      tries += 1;
      return Promise.reject(new RangeError('too far'));
    };
    const machines = open({ A: step('a', { ...retried(2), End: true }) }, { a: failing, b: nothing });

    await machines.start('m', 'one', {});

    expect(await machines.ended('m', 'one', 5000)).toBe('FAILED');
    expect(tries).toBe(3);
  });

  it('catches errors by the names of their classes, with the cause that Lambda gives', async () => {
    const seen: unknown[] = [];
    const machines = open(
      { A: step('a', { ...caught, End: true }), B: step('b') },
      {
        a: () => Promise.reject(new RangeError('too far')),
        b: (input) => Promise.resolve(void seen.push(input)),
      },
    );

    await machines.start('m', 'one', { x: 1 });
    await machines.ended('m', 'one', 5000);

    const Cause = JSON.stringify({ errorType: 'RangeError', errorMessage: 'too far', trace: [] });
    expect(seen).toEqual([{ x: 1, error: { Error: 'RangeError', Cause } }]);
  });

  it('that is stopped ends at once and takes no further step', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const steps: string[] = [];
    const machines = open(
      { A: step('a', { Next: 'B' }), B: step('b') },
      { a: () => held.then(() => steps.push('a')), b: () => Promise.resolve(steps.push('b')) },
    );
    await machines.start('m', 'one', {});

    await machines.stop('m', 'one', 'enough');

    expect(await machines.ended('m', 'one', 5000)).toBe('ABORTED');
    release();
    await machines.close();
    expect(steps).toEqual(['a']);
    await machines.stop('m', 'one', 'again');
    await machines.stop('m', 'unknown', 'never was');
  });

  it('is waited for no longer than told', async () => {
    const machines = open({ A: step('a') }, { a: () => new Promise(() => undefined), b: nothing });
    await machines.start('m', 'one', {});

    expect(await machines.ended('m', 'one', 1)).toBe('RUNNING');
  });

  it.each(['', 'a b', 'ä', 'x'.repeat(81), 'a/b'])('cannot be named %j', async (name) => {
    const machines = open({ A: step('a') }, { a: nothing, b: nothing });

    await expect(machines.start('m', name, {})).rejects.toThrow(`Received: ${name}`);
  });

  it('is refused of a machine that there is not, and after the end', async () => {
    const machines = open({ A: step('a') }, { a: nothing, b: nothing });

    await expect(machines.start('n', 'one', {})).rejects.toThrow('no state machine n. There is: m');
    await machines.close();
    await expect(machines.start('m', 'one', {})).rejects.toThrow('closed');
  });

  it('is not begun when a function is not composed', () => {
    expect(() => open({ A: step('a') }, { b: nothing })).toThrow('not composed here: a');
  });
});

describe('what states carry', () => {
  const large = 'x'.repeat(MAX_STATE_BYTES);
  const fits = 'x'.repeat(MAX_STATE_BYTES - 2);
  const limit = (machines: LocalStateMachines) => errorsIn(machines).join('\n');

  it('may be as large as AWS allows', async () => {
    const machines = open({ A: step('a') }, { a: () => Promise.resolve(fits), b: nothing });
    await machines.start('m', 'one', {});

    expect(await machines.ended('m', 'one', 5000)).toBe('SUCCEEDED');
  });

  it('fails the execution beyond that: neither Retry nor Catch takes it', async () => {
    let tries = 0;
    const machines = open(
      { A: step('a', { ...retried(3), ...caught, End: true }), B: step('b') },
      {
        a: () => {
          tries += 1;
          return Promise.resolve(large);
        },
        b: nothing,
      },
    );
    await machines.start('m', 'one', {});

    expect(await machines.ended('m', 'one', 5000)).toBe('FAILED');
    expect(tries).toBe(1);
    expect(limit(machines)).toContain('States.DataLimitExceeded');
  });

  it('is counted together after a Map', async () => {
    const piece = 'x'.repeat(90_000);
    const machines = open(
      {
        A: {
          Type: 'Map',
          ItemsPath: '$.items',
          ItemProcessor: { StartAt: 'P', States: { P: step('a') } },
          Next: 'B',
        },
        B: { Type: 'Pass', End: true },
      },
      { a: () => Promise.resolve(piece), b: nothing },
    );
    await machines.start('m', 'one', { items: [1, 2, 3] });

    expect(await machines.ended('m', 'one', 5000)).toBe('FAILED');
  });

  it('is counted in bytes, from the beginning', async () => {
    const machines = open({ A: step('a') }, { a: nothing, b: nothing });
    const text = 'é'.repeat(MAX_STATE_BYTES / 2);

    await expect(machines.start('m', 'one', { text })).rejects.toThrow('262155 bytes');
  });
});
