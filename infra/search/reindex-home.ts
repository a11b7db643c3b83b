/** What `npm run reindex` works on: a table, and the index that follows it. */
import { join } from 'node:path';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createResults } from '#api/ports/results/media-store.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { inventory } from '#infra/inventory.ts';
import { createDynamoClient } from '#infra/local/dynamodb/client.ts';
import { ensureTable } from '#infra/local/dynamodb/create-table.ts';
import { startEngine } from '#infra/local/dynamodb/engine.ts';
import { readLocalSecrets } from '#infra/local/local-secrets.ts';
import { logTo } from '#infra/local/log.ts';
import { openLocalSearch, searchFolder } from '#infra/local/search.ts';
import { readSettings } from '#infra/local/settings.ts';
import { runningOn } from '#infra/local/single-instance.ts';
import type { DriftPorts } from './drift.ts';
import { noteFor, removeNote, writeNote } from './note.ts';
import type { RebuildPorts } from './rebuild.ts';

export interface ReindexHome {
  ports: DriftPorts & RebuildPorts;
  /** How long a change may be on its way to the index, ms; 0 where nothing runs that could bring it. */
  onItsWayMs: number;
  /** Says that the index is not known to be whole, and that it is. */
  beginning(): void;
  whole(): Promise<void>;
  close(): Promise<void>;
}

/** A running platform takes this long for a change at most. */
const ON_ITS_WAY_MS = 2000;

/** The platform of this machine, running or not. `looksAlone`: nothing of the index is written. */
export async function localHome({ looksAlone }: { looksAlone: boolean }): Promise<ReindexHome> {
  const settings = readSettings(process.env);
  const { dataDir } = settings;
  const running = runningOn(dataDir);
  const engine = await startEngine({
    dataDir,
    endpoint: running?.engine ?? settings.dynamodbEndpoint,
    log: () => undefined,
  });
  const client = createDynamoClient(engine, () => undefined);
  await ensureTable(client, inventory.table);
  const table = createTable({ client, tableName: inventory.table.name });
  const media = createLocalMediaStore({
    dir: join(dataDir, 'media'),
    origin: running?.url ?? `http://localhost:${settings.port}`,
    secret: readLocalSecrets(dataDir).mediaSecret,
  });
  const search = openLocalSearch(
    dataDir,
    logTo((line) => void process.stderr.write(`${line}\n`)),
    looksAlone ? 'looks' : 'tells',
  );
  return {
    ports: { ...search, table, media, content: createPublicContent(table), results: createResults(media) },
    onItsWayMs: running ? ON_ITS_WAY_MS : 0,
    beginning: () => removeNote(searchFolder(dataDir)),
    whole: async () => writeNote(searchFolder(dataDir), noteFor(await search.embeddings())),
    async close() {
      await search.close();
      client.destroy();
      await engine.close();
    },
  };
}
