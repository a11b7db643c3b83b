/** State machines as Step Functions runs them: executions with names, started once each. */

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export interface StateMachines {
  /**
   * Starts an execution. Where one of that name runs or has ended, nothing is started: what happens twice is done once.
   * @param name 1 to 80 letters, digits, `-` and `_`
   * @throws Error when the machine is unknown, or the input is larger than 262,144 bytes
   */
  start(machine: string, name: string, input: Record<string, unknown>): Promise<void>;
  /** The status once the execution has ended, or `RUNNING` when it has not within that time. */
  ended(machine: string, name: string, withinMs: number): Promise<ExecutionStatus>;
  /** Ends an execution where it stands; of one that has ended, or that there is not, nothing. */
  stop(machine: string, name: string, cause: string): Promise<void>;
}

/** Names that Step Functions takes, without the letters that logs stumble over. */
export const EXECUTION_NAME = /^[A-Za-z0-9_-]{1,80}$/;
