/**
 * The contract on Step Functions. It runs where SFN_ENDPOINT is set, with credentials in the environment, and makes and
 * removes two state machines. The local twin passes the same suite in infra/local/states.
 */
import { CreateStateMachineCommand, DeleteStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { setTimeout as wait } from 'node:timers/promises';
import { ulid } from 'ulid';
import { describe } from 'vitest';
import { createSfnStateMachines } from './aws.ts';
import { stateMachinesContract, type Twin } from './state-machines.contract.ts';

const STATES = { quick: { Type: 'Pass', End: true }, slow: { Type: 'Wait', Seconds: 300, End: true } };

async function openStepFunctions(endpoint: string): Promise<Twin> {
  const client = new SFNClient({ endpoint, region: process.env['AWS_REGION'] ?? 'us-east-1' });
  const roleArn = process.env['SFN_ROLE_ARN'] ?? 'arn:aws:iam::000000000000:role/states';
  const made = await Promise.all(
    Object.entries(STATES).map(async ([name, state]): Promise<[string, string]> => {
      const definition = JSON.stringify({ StartAt: 'A', States: { A: state } });
      const command = new CreateStateMachineCommand({
        name: `contract-${name}-${ulid()}`,
        definition,
        roleArn,
      });
      return [name, (await client.send(command)).stateMachineArn ?? ''];
    }),
  );
  return {
    machines: createSfnStateMachines({
      client,
      arns: Object.fromEntries(made),
      now: () => performance.now(),
      wait: (ms) => wait(ms),
    }),
    async end() {
      for (const [, stateMachineArn] of made)
        await client.send(new DeleteStateMachineCommand({ stateMachineArn }));
      client.destroy();
    },
  };
}

const endpoint = process.env['SFN_ENDPOINT'] ?? '';
if (!endpoint) console.warn('NOT RUN: state machines on Step Functions (set SFN_ENDPOINT)');
describe.skipIf(!endpoint)('Step Functions (NOT RUN unless SFN_ENDPOINT is set)', () =>
  stateMachinesContract(() => openStepFunctions(endpoint)),
);
