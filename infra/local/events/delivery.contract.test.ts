/** The contract on the bus of the local cloud. On EventBridge and SQS it runs in infra/aws/emulator. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBus } from './bus.ts';
import { deliveryContract } from './delivery.contract.ts';
import { openJournal } from './journal.ts';

deliveryContract(async (rows, handle) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'delivery-'));
  const journal = openJournal(dataDir);
  const bus = createBus({
    journal,
    consumers: rows.map((row) => ({
      row,
      async deliver(events) {
        const failed: string[] = [];
        for (const event of events) await handle(row.name, event).catch(() => failed.push(event.id));
        return { failed };
      },
    })),
    log: () => undefined,
    backoff: { baseMs: 1, capMs: 2 },
  });
  bus.start();
  let sequence = 0;
  return {
    async put(events) {
      sequence += 1;
      journal.append([...events], { shardId: 's', sequenceNumber: String(sequence), finished: false });
    },
    settled: () => bus.idle(),
    deadLetters: async (consumer) => bus.deadLetters(consumer).map(({ event }) => event),
    async end() {
      await bus.close();
      journal.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
});
