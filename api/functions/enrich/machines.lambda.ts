import { SFNClient } from '@aws-sdk/client-sfn';
import { createSfnStateMachines } from '../../ports/state-machines/aws.ts';
import type { StateMachines } from '../../ports/state-machines/port.ts';
import { environment } from '../environment.ts';
import { MACHINE } from './start.ts';

/** The machine that enriches, on AWS. */
export function stateMachines(wait: (ms: number) => Promise<void>): StateMachines {
  const { STATE_MACHINE_ARN } = environment(['STATE_MACHINE_ARN']);
  return createSfnStateMachines({
    client: new SFNClient(),
    arns: { [MACHINE]: STATE_MACHINE_ARN },
    now: () => performance.now(),
    wait,
  });
}
