/** Standard workflows of Step Functions. */
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { StateMachines } from './port.ts';

/** Between two looks at an execution that runs, ms. */
const LOOK_EVERY_MS = 2000;

export interface SfnStateMachinesOptions {
  client: Pick<SFNClient, 'send'>;
  /** ARN of each machine, by name. */
  arns: Readonly<Record<string, string>>;
  /** Milliseconds of any clock that does not go back. */
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

export function createSfnStateMachines({ client, arns, now, wait }: SfnStateMachinesOptions): StateMachines {
  const arnOf = (machine: string): string => {
    const arn = arns[machine];
    if (arn) return arn;
    throw new Error(
      `There is no state machine ${machine}. There is: ${Object.keys(arns).join(', ') || 'none'}`,
    );
  };
  /** An execution's ARN is its machine's with another kind and the name behind it. */
  const executionArn = (machine: string, name: string): string =>
    `${arnOf(machine).replace(':stateMachine:', ':execution:')}:${name}`;

  return {
    async start(machine, name, input) {
      try {
        await client.send(
          new StartExecutionCommand({ stateMachineArn: arnOf(machine), name, input: JSON.stringify(input) }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
    async ended(machine, name, withinMs) {
      const until = now() + withinMs;
      for (;;) {
        const { status } = await client.send(
          new DescribeExecutionCommand({ executionArn: executionArn(machine, name) }),
        );
        // A redrive is for people; for whoever waits it runs again.
        const known = status === 'PENDING_REDRIVE' || status === undefined ? 'RUNNING' : status;
        if (known !== 'RUNNING' || now() + LOOK_EVERY_MS > until) return known;
        await wait(LOOK_EVERY_MS);
      }
    },
    async stop(machine, name, cause) {
      try {
        await client.send(new StopExecutionCommand({ executionArn: executionArn(machine, name), cause }));
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw error;
      }
    },
  };
}
