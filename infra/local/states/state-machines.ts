/**
 * Step Functions in this process: runs the very definitions that are deployed, with the functions of the inventory.
 *
 * What it does as AWS does: standard executions with names that start once; Task, Map, Choice, Pass, Wait, Parallel,
 * Succeed and Fail with Retry (jitter and all), Catch and time limits, in JSONPath; states over 262,144 bytes fail
 * with `States.DataLimitExceeded`, which nothing catches; errors have Lambda's names and causes; stopping an
 * execution leaves a Task that runs to its end, and starts no other.
 *
 * What it does not do: JSONata, variables, distributed maps, callbacks and activities, services other than Lambda
 * (refused when a definition is read); express workflows, versions and redrives; and executions do not outlive the
 * process. Names are kept for as long as it runs, not 90 days. An event whose execution did not end is delivered again
 * at the next start, and so starts it anew.
 */
import { ExecutionAbortedError, ExecutionTimeoutError, StateMachine } from 'aws-local-stepfunctions';
import { EXECUTION_NAME, type ExecutionStatus, type StateMachines } from '#api/ports/state-machines/port.ts';
import type { StateMachineRow } from '#infra/inventory.types.ts';
import type { Log } from '../log.ts';
import { readDefinition } from './definition.ts';
import { asTask, carried, DataLimitExceeded, type TaskFunction } from './task.ts';

export interface LocalStateMachinesOptions {
  machines: ReadonlyArray<{ row: StateMachineRow; text: string }>;
  /** By the name of the inventory. */
  functions: Readonly<Record<string, TaskFunction>>;
  log: Log;
  /** Pause before every retry, ms, instead of what the definition says. */
  retryAfterMs?: number;
}

/** One line of an execution's history. */
export interface HistoryEvent {
  type: string;
  at: string;
  state?: string;
  /** Of a Map: which item. */
  index?: number;
  error?: string;
}

export interface LocalStateMachines extends StateMachines {
  /** What an execution went through so far, oldest first; empty for one that is not known. */
  history(machine: string, name: string): readonly HistoryEvent[];
  /** Stops what runs and waits for its Tasks, at most `graceMs` (5 s). */
  close(graceMs?: number): Promise<void>;
}

interface Execution {
  history: HistoryEvent[];
  status: ExecutionStatus;
  ended: Promise<ExecutionStatus>;
  abort: () => void;
}

/** Executions that are remembered after their end, and events of each: AWS keeps 25,000. */
const KEPT = 1000;
const MAX_EVENTS = 25_000;
const GRACE_MS = 5000;

/** Opens the machines. @throws Error when a definition cannot run here, or a function of it is not composed */
export function createLocalStateMachines(options: LocalStateMachinesOptions): LocalStateMachines {
  const { log, retryAfterMs } = options;
  const executions = new Map<string, Execution>();
  const working = new Set<Promise<unknown>>();
  const machines = new Map(options.machines.map((machine) => [machine.row.name, open(machine)]));
  let closed = false;

  function open({ row, text }: { row: StateMachineRow; text: string }) {
    const { definition, tasks } = readDefinition(row, text);
    const handlers = tasks.map(({ state, function: name }) => {
      const invoke = options.functions[name];
      if (!invoke) throw new Error(`The inventory names a function that is not composed here: ${name}`);
      return [state, tracked(asTask(state, invoke))] as const;
    });
    return { machine: new StateMachine(definition), handlers: Object.fromEntries(handlers) };
  }

  /** Tasks that run are waited for at the end. */
  function tracked(task: (input: unknown) => Promise<unknown>) {
    return async (input: unknown) => {
      const work = task(input);
      working.add(work);
      try {
        return (await work) as never;
      } finally {
        working.delete(work);
      }
    };
  }

  function run(machineName: string, name: string, input: Record<string, unknown>): Execution {
    const { machine, handlers } = known(machineName);
    const retries = Object.fromEntries(Object.keys(handlers).map((state) => [state, retryAfterMs ?? 0]));
    const started = machine.run(JSON.parse(carried('the execution', 'input', input)) as never, {
      overrides: {
        taskResourceLocalHandlers: handlers,
        ...(retryAfterMs !== undefined && { retryIntervalOverrides: retries }),
      },
      context: {
        Execution: { Id: `arn:aws:states:local:000000000000:execution:${machineName}:${name}`, Name: name },
        StateMachine: { Name: machineName },
      },
    });
    let tooLarge: DataLimitExceeded | undefined;
    const history: HistoryEvent[] = [];
    const watched = watch(started.eventLogs, history, (error) => {
      tooLarge = error;
      started.abort();
    });
    const execution: Execution = {
      history,
      status: 'RUNNING',
      abort: started.abort,
      ended: started.result
        .then(
          () => 'SUCCEEDED' as const,
          (error: unknown) => statusOf(error),
        )
        .then(async (ended) => {
          await watched;
          // The engine may be ahead of whoever watches it.
          const status = tooLarge ? 'FAILED' : ended;
          execution.status = status;
          log(status === 'SUCCEEDED' ? 'info' : 'warn', `execution ${status}`, {
            machine: machineName,
            name,
            events: history.length,
            problems: tooLarge ? [tooLarge.message] : history.flatMap(({ error }) => error ?? []).slice(-5),
          });
          return status;
        }),
    };
    return execution;
  }

  function known(machine: string) {
    const found = machines.get(machine);
    if (found) return found;
    throw new Error(`There is no state machine ${machine}. There is: ${[...machines.keys()].join(', ')}`);
  }

  const keyOf = (machine: string, name: string): string => `${machine}:${name}`;

  return {
    start: async (machine, name, input) => {
      if (closed) throw new Error('The state machines are closed.');
      if (!EXECUTION_NAME.test(name))
        throw new Error(`An execution's name must be 1 to 80 letters, digits, - and _. Received: ${name}`);
      const key = keyOf(machine, name);
      if (executions.has(key)) return;
      executions.set(key, run(machine, name, input));
      for (const [old, { status }] of executions) {
        if (executions.size <= KEPT) break;
        if (status !== 'RUNNING') executions.delete(old);
      }
    },
    async ended(machine, name, withinMs) {
      const execution = executions.get(keyOf(machine, name));
      if (!execution) throw new Error(`There is no execution ${name} of ${machine}.`);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<ExecutionStatus>((resolve) => {
        timer = setTimeout(() => resolve(execution.status), withinMs);
      });
      return Promise.race([execution.ended, late]).finally(() => clearTimeout(timer));
    },
    stop: async (machine, name, cause) => {
      const execution = executions.get(keyOf(machine, name));
      if (execution?.status !== 'RUNNING') return;
      log('info', 'execution stopped', { machine, name, cause });
      execution.abort();
    },
    history: (machine, name) => executions.get(keyOf(machine, name))?.history ?? [],
    async close(graceMs = GRACE_MS) {
      closed = true;
      for (const execution of executions.values()) if (execution.status === 'RUNNING') execution.abort();
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.allSettled(working), grace]).finally(() => clearTimeout(timer));
    },
  };
}

/** Writes the history down, and tells of a state that carries too much. */
async function watch(
  events: AsyncIterable<EngineEvent>,
  history: HistoryEvent[],
  onTooLarge: (error: DataLimitExceeded) => void,
): Promise<void> {
  for await (const event of events) {
    const { type, timestamp, state, index, Error: error, Cause: cause } = event;
    if (history.length < MAX_EVENTS)
      history.push({
        type,
        at: new Date(timestamp).toISOString(),
        ...(state && { state: state.name }),
        ...(index !== undefined && { index }),
        ...(error !== undefined && { error: `${error}: ${String(cause).slice(0, 500)}` }),
      });
    if (!state) continue;
    try {
      carried(state.name, 'input', state.input);
      carried(state.name, 'output', state.output);
    } catch (tooLarge) {
      if (tooLarge instanceof DataLimitExceeded) onTooLarge(tooLarge);
    }
  }
}

/** What is read of the engine's events. */
interface EngineEvent {
  type: string;
  timestamp: number;
  state?: { name: string; input: unknown; output?: unknown };
  index?: number;
  Error?: string;
  Cause?: unknown;
}

function statusOf(error: unknown): ExecutionStatus {
  if (error instanceof ExecutionAbortedError) return 'ABORTED';
  return error instanceof ExecutionTimeoutError ? 'TIMED_OUT' : 'FAILED';
}
