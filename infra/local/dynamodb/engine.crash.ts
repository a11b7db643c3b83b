/** A process for the crash test: writes without end and prints each acknowledged write, until it is killed. */
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { table } from '#infra/table.ts';
import { ensureTable } from './create-table.ts';
import { startEngine } from './engine.ts';

const [dataDir, round] = process.argv.slice(2) as [string, string];
const engine = await startEngine({ dataDir, log: () => undefined });
const client = new DynamoDBClient(engine);
await ensureTable(client, table);
for (let n = 0; ; n += 1) {
  const id = `${round}-${n}`;
  await client.send(new PutItemCommand({ TableName: table.name, Item: { PK: { S: id }, SK: { S: 'x' } } }));
  process.stdout.write(`ok ${id}\n`);
}
