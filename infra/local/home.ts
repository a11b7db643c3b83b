/** The platform of this machine as a command opens it, running or not. */
import { join } from 'node:path';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import type { MediaStore } from '#api/ports/media-store/port.ts';
import { createTable } from '#api/ports/table/aws.ts';
import type { Table } from '#api/ports/table/port.ts';
import { inventory } from '#infra/inventory.ts';
import { createDynamoClient } from './dynamodb/client.ts';
import { ensureTable } from './dynamodb/create-table.ts';
import { startEngine } from './dynamodb/engine.ts';
import { readLocalSecrets } from './local-secrets.ts';
import { readSettings } from './settings.ts';
import { runningOn } from './single-instance.ts';

export interface LocalHome {
  dataDir: string;
  /** Whether a platform runs on the folder; its engine is then the one that is asked. */
  running: boolean;
  /** Where the platform answers, or would. */
  url: string;
  table: Table;
  media(): MediaStore;
  close(): Promise<void>;
}

/** Opens the table of the data folder that the settings name, and makes it where it is missing. */
export async function openLocalHome(env: Record<string, string | undefined>): Promise<LocalHome> {
  const { dataDir, dynamodbEndpoint, port } = readSettings(env);
  const running = runningOn(dataDir);
  const url = running?.url ?? `http://localhost:${port}`;
  const engine = await startEngine({
    dataDir,
    endpoint: running?.engine ?? dynamodbEndpoint,
    log: () => undefined,
  });
  const client = createDynamoClient(engine, () => undefined);
  await ensureTable(client, inventory.table);
  return {
    dataDir,
    running: running !== null,
    url,
    table: createTable({ client, tableName: inventory.table.name }),
    media: () =>
      createLocalMediaStore({
        dir: join(dataDir, 'media'),
        origin: url,
        secret: readLocalSecrets(dataDir).mediaSecret,
      }),
    async close() {
      client.destroy();
      await engine.close();
    },
  };
}
