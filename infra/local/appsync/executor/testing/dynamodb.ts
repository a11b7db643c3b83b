import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface TestTable {
  client: DynamoDBClient;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function enginePath(): string {
  const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
  return join(dirname(manifest), 'dynoxide');
}

/** An embedded engine in memory that holds one table. */
export async function startTable(table: CreateTableCommandInput): Promise<TestTable> {
  const port = await freePort();
  const child = spawn(enginePath(), ['serve', '--host', '127.0.0.1', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for await (const line of createInterface(child.stderr)) if (/listening/i.test(line)) break;
  child.stderr.resume();
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await client.send(new CreateTableCommand(table));
  return {
    client,
    async stop() {
      client.destroy();
      child.kill();
      await once(child, 'exit');
    },
  };
}
