/**
 * The queue in front of the models: starts the execution of a run that was asked for and waits for its end, so that no
 * more runs go on at once than the consumer has deliveries in flight. A run that failed for a reason that may pass
 * fails its event, which comes again, and at last waits among the dead letters to be replayed.
 */
import type { ChangeEvent } from '../../events.ts';
import type { StateMachines } from '../../ports/state-machines/port.ts';
import type { Table } from '../../ports/table/port.ts';
import { changeRun, readRun } from './run.ts';

/** Name of the state machine. */
export const MACHINE = 'enrich';

export interface StartPorts {
  table: Pick<Table, 'get' | 'update'>;
  machines: Pick<StateMachines, 'start' | 'ended'>;
  now: () => number;
  /** How long an execution is waited for, ms: less than the function may take. */
  waitMs: number;
}

/** The run did not end well and may the next time, or has not ended yet. */
export class RunToRepeat extends Error {
  override name = 'RunToRepeat';
}

export const createStart =
  ({ table, machines, now, waitMs }: StartPorts) =>
  async ({ tenantId, entityId: enrichmentId, requestId }: ChangeEvent): Promise<void> => {
    const input = { tenantId, enrichmentId, ...(requestId !== undefined && { requestId }) };
    const run = await readRun(table, input);
    if (!run) return;
    let { execution } = run;
    if (run.state === 'REQUESTED' || (run.state === 'FAILED' && run.again)) {
      execution = `${enrichmentId}-${run.revision}`;
      const startedAt = new Date(now()).toISOString();
      const set = { state: 'RUNNING', execution, startedAt } as const;
      if (!(await changeRun(table, input, [run.state], set, ['problem', 'again', 'endedAt'])))
        throw new RunToRepeat(`The run ${enrichmentId} has changed meanwhile.`);
    } else if (run.state !== 'RUNNING') return;
    if (!execution) throw new Error(`The run ${enrichmentId} is RUNNING without an execution.`);

    await machines.start(MACHINE, execution, input);
    const status = await machines.ended(MACHINE, execution, waitMs);
    if (status === 'RUNNING')
      throw new RunToRepeat(`The run ${enrichmentId} goes on; it is looked at again.`);
    const after = await readRun(table, input);
    if (after?.state === 'RUNNING') {
      const problem = 'The run was interrupted. It is tried again later.';
      const endedAt = new Date(now()).toISOString();
      await changeRun(table, input, ['RUNNING'], { state: 'FAILED', problem, endedAt, again: true });
      throw new RunToRepeat(`The execution ${execution} ended as ${status} without a word.`);
    }
    if (after?.state === 'FAILED' && after.again) throw new RunToRepeat(after.problem ?? 'The run failed.');
  };

/** Ends the execution of a run that a person has cancelled. Steps look for themselves as well. */
export const createStop =
  ({ table, machines }: { table: Pick<Table, 'get'>; machines: Pick<StateMachines, 'stop'> }) =>
  async ({ tenantId, entityId: enrichmentId }: ChangeEvent): Promise<void> => {
    const run = await readRun(table, { tenantId, enrichmentId });
    if (run?.state === 'CANCELLED' && run.execution)
      await machines.stop(MACHINE, run.execution, 'A person has cancelled the run.');
  };
