import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inventory } from '#infra/inventory.ts';
import type { StateMachineRow } from '#infra/inventory.types.ts';
import { readDefinition } from './definition.ts';

const ROOT = join(import.meta.dirname, '../../..');
const validate = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  isValid: boolean;
  errorsText(separator: string): string;
};

const row: StateMachineRow = { name: 'm', definition: 'm.asl.json', tasks: { F: 'f' }, purpose: '' };
const task = { Type: 'Task', Resource: '${F}', TimeoutSeconds: 1, End: true };
const read = (definition: object) => readDefinition(row, JSON.stringify(definition));

describe.each(inventory.stateMachines)('the state machine $name', (machine) => {
  const text = readFileSync(join(ROOT, machine.definition), 'utf8');

  it('is valid in the Amazon States Language', () => {
    const { definition } = readDefinition(machine, text);
    const arns = JSON.stringify(definition).replaceAll(
      'arn:aws:lambda:local:',
      'arn:aws:lambda:eu-central-1:',
    );

    const result = validate(JSON.parse(arns));

    expect(result.errorsText('\n')).toBe('');
    expect(result.isValid).toBe(true);
  });

  it('has Tasks for exactly the functions of its row, which the inventory has', () => {
    const { tasks } = readDefinition(machine, text);
    const used = new Set(tasks.map((each) => each.function));

    expect([...used].toSorted()).toEqual(Object.values(machine.tasks).toSorted());
    const names = inventory.functions.map(({ name }) => name);
    expect([...used].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('waits no longer for a Task than its function may take, and tries each again with jitter', () => {
    const { definition, tasks } = readDefinition(machine, text);
    const all = JSON.parse(JSON.stringify(definition)) as { States: Record<string, never> };
    const states = statesOf(all);
    for (const each of tasks) {
      const state = states.get(each.state);
      const { timeoutSeconds } = inventory.functions.find(({ name }) => name === each.function) ?? {};
      expect([each.state, state?.TimeoutSeconds]).toEqual([each.state, timeoutSeconds]);
      expect([each.state, state?.Retry?.at(-1)]).toEqual([
        each.state,
        expect.objectContaining({ ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL' }),
      ]);
    }
  });
});

interface State {
  TimeoutSeconds?: number;
  Retry?: object[];
  ItemProcessor?: { States: Record<string, State> };
}
const statesOf = (machine: { States: Record<string, State> }): Map<string, State> =>
  new Map(
    Object.entries(machine.States).flatMap(([name, state]) => [
      [name, state] as const,
      ...(state.ItemProcessor ? statesOf(state.ItemProcessor) : []),
    ]),
  );

describe('a definition is refused', () => {
  const map = (inner: object) => ({
    StartAt: 'M',
    States: { M: { Type: 'Map', End: true, ItemProcessor: { StartAt: 'A', States: { A: inner } } } },
  });

  it.each<[string, object, RegExp]>([
    ['in JSONata', { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: task } }, /asks for JSONata/],
    ['with a state in JSONata', map({ ...task, QueryLanguage: 'JSONata' }), /"A" asks for JSONata/],
    ['with arguments', map({ ...task, Arguments: {} }), /"A" has Arguments, which belongs to JSONata/],
    ['with variables', map({ ...task, Assign: {} }), /"A" has Assign/],
    ['with a placeholder of its own', map({ ...task, Resource: '${Other}' }), /names \$\{Other\}/],
    [
      'with another service',
      map({ ...task, Resource: 'arn:aws:states:::sqs:sendMessage' }),
      /"A" has a Resource that the inventory does not name: arn:aws:states:::sqs/,
    ],
    [
      'with a function that is not in its row',
      map({ ...task, Resource: 'arn:aws:lambda:local:000000000000:function:g' }),
      /does not name: .*function:g/,
    ],
    ['without a time limit', map({ ...task, TimeoutSeconds: undefined }), /"A" needs TimeoutSeconds/],
    [
      'with two states of one name',
      { StartAt: 'A', States: { ...map(task).States, A: task } },
      /two states named "A"/,
    ],
  ])('%s', (_name, definition, problem) => {
    expect(() => read(definition)).toThrow(problem);
    expect(() => read(definition)).toThrow('State machine m (m.asl.json)');
  });
});
