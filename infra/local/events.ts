/** The stream, the journal and the bus with the consumers of the inventory. */
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { toEvents } from '#api/functions/to-events/to-events.ts';
import { inventory } from '#infra/inventory.ts';
import { createBus, type Bus, type BusOptions } from './events/bus.ts';
import { deliverTo } from './events/envelope.ts';
import { openJournal } from './events/journal.ts';
import { createStreamPoller, type StreamPoller } from './events/stream-poller.ts';
import { createProgress } from './events-progress.ts';
import type { DynamoConnection } from './dynamodb/connection.ts';
import type { EnsuredTable } from './dynamodb/create-table.ts';
import type { LocalFunctions } from './functions.ts';
import type { Log } from './log.ts';

export interface EventPorts {
  connection: DynamoConnection;
  table: EnsuredTable;
  dataDir: string;
  functions: LocalFunctions;
  /** Makes up for events that were never read. */
  onGap: (reason: string) => Promise<void>;
  log: Log;
  shuffle?: BusOptions['shuffle'];
}

export interface Events {
  bus: Bus;
  poller: StreamPoller;
  /** Whether every consumer gets on with what it has to do, or one of them. */
  healthy(consumer?: string): boolean;
  close(): Promise<void>;
}

export function composeEvents(ports: EventPorts): Events {
  const { connection, table, functions, log } = ports;
  const journal = openJournal(ports.dataDir);
  const client = new DynamoDBStreamsClient({
    endpoint: connection.streamsEndpoint,
    region: connection.region,
    credentials: connection.credentials,
  });
  const poller = createStreamPoller({
    client,
    streamArn: table.streamArn,
    journal,
    toEvents,
    onGap: ports.onGap,
    log: (message) => log('warn', message),
    tableIsNew: table.created,
  });
  const bus = createBus({
    journal,
    source: poller,
    shuffle: ports.shuffle,
    log: (message) => log('warn', message),
    consumers: inventory.consumers.map((row) => {
      const handler = functions.consumers[row.function];
      if (!handler)
        throw new Error(`The inventory names a function that is not composed here: ${row.function}`);
      return { row, deliver: deliverTo(handler), timeoutMs: timeoutOf(row.function) };
    }),
  });
  const progress = createProgress(() => bus.status().consumers);
  return {
    bus,
    poller,
    healthy: progress,
    async close() {
      await bus.close();
      journal.close();
      client.destroy();
    },
  };
}

/** As long as its function may take; an event that takes longer comes again, as on AWS. */
function timeoutOf(name: string): number {
  const row = inventory.functions.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`The inventory has no function ${name}`);
  return row.timeoutSeconds * 1000;
}
