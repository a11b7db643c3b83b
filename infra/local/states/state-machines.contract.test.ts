import { stateMachinesContract } from '#api/ports/state-machines/state-machines.contract.ts';
import { createLocalStateMachines } from './state-machines.ts';

const MINUTES = 300;

const tasksOf = (name: string): Record<string, string> => (name === 'quick' ? { a: 'a' } : {});

stateMachinesContract(async () => {
  const states = {
    quick: { Type: 'Task', Resource: '${a}', TimeoutSeconds: MINUTES, End: true },
    slow: { Type: 'Wait', Seconds: MINUTES, End: true },
  };
  const machines = createLocalStateMachines({
    machines: Object.entries(states).map(([name, state]) => ({
      row: { name, definition: `${name}.asl.json`, tasks: tasksOf(name), purpose: '' },
      text: JSON.stringify({ StartAt: 'A', States: { A: state } }),
    })),
    functions: { a: () => Promise.resolve({}) },
    log: () => undefined,
    retryAfterMs: 0,
  });
  return Promise.resolve({ machines, end: () => machines.close(100) });
});
