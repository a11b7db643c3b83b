/** What `npm run erase` works on: a table, and the files beside it. */
import { join } from 'node:path';
import { ulid } from 'ulid';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { inventory } from '#infra/inventory.ts';
import { createDynamoClient } from '#infra/local/dynamodb/client.ts';
import { ensureTable } from '#infra/local/dynamodb/create-table.ts';
import { startEngine } from '#infra/local/dynamodb/engine.ts';
import { readLocalSecrets } from '#infra/local/local-secrets.ts';
import { readSettings } from '#infra/local/settings.ts';
import { runningOn } from '#infra/local/single-instance.ts';
import type { ErasePorts } from './erase.ts';
import { noVersions } from './versions.ts';

export interface EraseHome {
  ports: ErasePorts;
  /** Whether a platform runs that removes what is marked. */
  reacts: boolean;
  close(): Promise<void>;
}

/** The platform of this machine, running or not. */
export async function localHome(env: Record<string, string | undefined>): Promise<EraseHome> {
  const settings = readSettings(env);
  const { dataDir } = settings;
  const running = runningOn(dataDir);
  const engine = await startEngine({
    dataDir,
    endpoint: running?.engine ?? settings.dynamodbEndpoint,
    log: () => undefined,
  });
  const client = createDynamoClient(engine, () => undefined);
  await ensureTable(client, inventory.table);
  return {
    ports: {
      table: createTable({ client, tableName: inventory.table.name }),
      media: createLocalMediaStore({
        dir: join(dataDir, 'media'),
        origin: running?.url ?? `http://localhost:${settings.port}`,
        secret: readLocalSecrets(dataDir).mediaSecret,
      }),
      versions: noVersions,
      now: Date.now,
      ulid: () => ulid(),
    },
    reacts: running !== null,
    async close() {
      client.destroy();
      await engine.close();
    },
  };
}
