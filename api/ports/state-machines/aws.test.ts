import type { DescribeExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { createSfnStateMachines } from './aws.ts';

const ARN = 'arn:aws:states:eu-west-1:111122223333:stateMachine:artissist-enrich';
const EXECUTION = 'arn:aws:states:eu-west-1:111122223333:execution:artissist-enrich:run-1';
const metadata = { $metadata: {}, message: 'no' };

/** A client that answers as told, and a clock that goes on with every wait. */
function fake(answer: (command: unknown) => unknown) {
  const sent: unknown[] = [];
  const waits: number[] = [];
  const client = {
    send: (command: { input: unknown }) => {
      sent.push(command);
      return new Promise((resolve) => resolve(answer(command)));
    },
  } as unknown as Pick<SFNClient, 'send'>;
  const machines = createSfnStateMachines({
    client,
    arns: { enrich: ARN },
    now: () => waits.reduce((sum, ms) => sum + ms, 0),
    wait: (ms) => Promise.resolve(void waits.push(ms)),
  });
  return { machines, sent, waits };
}
const raise = (error: Error) => (): never => {
  throw error;
};

describe('Step Functions', () => {
  it('starts an execution of the machine by name', async () => {
    const { machines, sent } = fake(() => ({}));

    await machines.start('enrich', 'run-1', { tenantId: 't' });

    expect(sent[0]).toBeInstanceOf(StartExecutionCommand);
    expect((sent[0] as StartExecutionCommand).input).toEqual({
      stateMachineArn: ARN,
      name: 'run-1',
      input: '{"tenantId":"t"}',
    });
  });

  it('takes an execution of the same name for the same', async () => {
    const { machines } = fake(raise(new ExecutionAlreadyExists(metadata)));

    await expect(machines.start('enrich', 'run-1', {})).resolves.toBeUndefined();
  });

  it('says every other error', async () => {
    const { machines } = fake(raise(new Error('throttled')));

    await expect(machines.start('enrich', 'run-1', {})).rejects.toThrow('throttled');
    await expect(machines.start('other', 'run-1', {})).rejects.toThrow(
      'no state machine other. There is: enrich',
    );
  });

  it('looks until the execution has ended', async () => {
    const states = ['RUNNING', 'PENDING_REDRIVE', 'TIMED_OUT'];
    const { machines, sent, waits } = fake(() => ({ status: states.shift() }));

    expect(await machines.ended('enrich', 'run-1', 60_000)).toBe('TIMED_OUT');

    expect(waits).toHaveLength(2);
    expect((sent[0] as DescribeExecutionCommand).input).toEqual({ executionArn: EXECUTION });
  });

  it('gives up looking in time', async () => {
    const { machines, waits } = fake(() => ({ status: 'RUNNING' }));

    expect(await machines.ended('enrich', 'run-1', 5000)).toBe('RUNNING');
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(5000);
  });

  it('stops an execution, and takes one that there is not for stopped', async () => {
    const { machines, sent } = fake(raise(new ExecutionDoesNotExist(metadata)));

    await machines.stop('enrich', 'run-1', 'cancelled');

    expect((sent[0] as StopExecutionCommand).input).toEqual({ executionArn: EXECUTION, cause: 'cancelled' });
  });
});
