/** What `npm run reindex` works on: a table, and the index that follows it. */
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createResults } from '#api/ports/results/media-store.ts';
import { openLocalHome } from '#infra/local/home.ts';
import { logTo } from '#infra/local/log.ts';
import { openLocalSearch, searchFolder } from '#infra/local/search.ts';
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
  const home = await openLocalHome(process.env);
  const { dataDir, table } = home;
  const media = home.media();
  const search = openLocalSearch(
    dataDir,
    logTo((line) => void process.stderr.write(`${line}\n`)),
    looksAlone ? 'looks' : 'tells',
  );
  return {
    ports: { ...search, table, media, content: createPublicContent(table), results: createResults(media) },
    onItsWayMs: home.running ? ON_ITS_WAY_MS : 0,
    beginning: () => removeNote(searchFolder(dataDir)),
    whole: async () => writeNote(searchFolder(dataDir), noteFor(await search.embeddings())),
    async close() {
      await search.close();
      await home.close();
    },
  };
}
