/**
 * A process for the crash test: writes projects, reads their stream, and prints each id that was acknowledged (`ok`)
 * and each that a consumer was given (`got`), until it is killed. With `rest` it only reads what is left, and ends.
 */
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { toEvents } from '#api/functions/to-events/to-events.ts';
import { ensureTable } from '#infra/local/dynamodb/create-table.ts';
import { startEngine } from '#infra/local/dynamodb/engine.ts';
import { table } from '#infra/table.ts';
import { createBus } from './bus.ts';
import { openJournal } from './journal.ts';
import { createStreamPoller } from './stream-poller.ts';

const [dataDir, round] = process.argv.slice(2) as [string, string];
const log = (): void => undefined;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const engine = await startEngine({ dataDir, log });
const client = new DynamoDBClient(engine);
const { streamArn, created } = await ensureTable(client, table);
const journal = openJournal(dataDir);
const source = createStreamPoller({
  client: new DynamoDBStreamsClient({ ...engine, endpoint: engine.streamsEndpoint }),
  streamArn,
  journal,
  toEvents,
  onGap: (reason) => Promise.resolve(say(`gap ${reason}`)),
  log,
  tableIsNew: created,
});
const bus = createBus({
  journal,
  source,
  log,
  consumers: ['one', 'two'].map((name, index) => ({
    row: {
      name,
      function: name,
      pattern: { 'detail-type': ['project.created'] },
      concurrency: 1 + index,
      batchSize: 3,
      attempts: 5,
      purpose: 'Counts.',
    },
    deliver: async (events) => {
      await new Promise((settle) => setTimeout(settle, 1));
      for (const event of events) say(`got ${name} ${event.entityId}`);
    },
  })),
});
bus.start();
if (round === 'rest') {
  await bus.idle();
  await bus.close();
  journal.close();
  await engine.close();
} else {
  for (let n = 0; ; n += 1) {
    const id = `${round}-${n}`;
    const Item = {
      PK: { S: 'TENANT#t' },
      SK: { S: `PROJECT#${id}` },
      entity: { S: 'project' },
      id: { S: id },
      tenantId: { S: 't' },
      version: { N: '1' },
    };
    await client.send(new PutItemCommand({ TableName: table.name, Item }));
    source.poke();
    say(`ok ${id}`);
  }
}
