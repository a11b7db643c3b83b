/** What every twin of the port does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StateMachines } from './port.ts';

export interface Twin {
  /** With `quick`, which ends at once, and `slow`, which does nothing for longer than a test takes. */
  machines: StateMachines;
  end(): Promise<void>;
}

const WITHIN_MS = 20_000;

export function stateMachinesContract(open: () => Promise<Twin>): void {
  describe('a state machine', () => {
    let twin: Twin;
    beforeAll(async () => {
      twin = await open();
    });
    afterAll(() => twin.end());

    it('runs an execution to its end', async () => {
      await twin.machines.start('quick', 'run-1', { tenantId: 't' });

      expect(await twin.machines.ended('quick', 'run-1', WITHIN_MS)).toBe('SUCCEEDED');
    });

    it('takes an execution of the same name for the same, also after it has ended', async () => {
      await twin.machines.start('quick', 'run-2', {});
      await twin.machines.ended('quick', 'run-2', WITHIN_MS);

      await expect(twin.machines.start('quick', 'run-2', {})).resolves.toBeUndefined();
    });

    it('says that one runs that has not ended in time, and stops it', async () => {
      await twin.machines.start('slow', 'run-3', {});

      expect(await twin.machines.ended('slow', 'run-3', 100)).toBe('RUNNING');

      await twin.machines.stop('slow', 'run-3', 'cancelled');
      expect(await twin.machines.ended('slow', 'run-3', WITHIN_MS)).toBe('ABORTED');
    });

    it('stops what there is not without a word', async () => {
      await expect(twin.machines.stop('slow', 'never-started', 'cancelled')).resolves.toBeUndefined();
    });

    it('names the machines that there are where one is asked for that is not', async () => {
      await expect(twin.machines.start('other', 'run-4', {})).rejects.toThrow('no state machine other');
    });
  });
}
