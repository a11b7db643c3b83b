/** The functions of the inventory, with the local twins of what they need: the same code that is deployed. */
import { join } from 'node:path';
import { ulid } from 'ulid';
import { createAnnounce } from '#api/functions/announce/announce.ts';
import { createSignedCall } from '#api/functions/announce/signed-call.ts';
import { createAuthorizer } from '#api/functions/authorizer/authorize.ts';
import { consume, consumeTogether, type Consumer } from '#api/functions/consume.ts';
import { createEmbed } from '#api/functions/embed/embed.ts';
import { createIndexContent } from '#api/functions/index-content/index-content.ts';
import { createMedia } from '#api/functions/media/media.ts';
import { mintToken } from '#api/functions/mint-token/mint-token.ts';
import { createProposals } from '#api/functions/proposals/proposals.ts';
import { createAssetRecords } from '#api/functions/process-asset/asset-records.ts';
import { createDrawing } from '#api/functions/process-asset/drawing-process.ts';
import { onAssetUploaded } from '#api/functions/process-asset/on-asset-uploaded.ts';
import { createProcessAsset } from '#api/functions/process-asset/process-asset.ts';
import { createPublicLists } from '#api/functions/public-lists/public-lists.ts';
import { createPublish } from '#api/functions/publish/publish.ts';
import { createRefreshGenerated } from '#api/functions/publish/refresh-generated.ts';
import { createRefreshMedia } from '#api/functions/publish/refresh-media.ts';
import { createSearch } from '#api/functions/search/search.ts';
import { createTidy } from '#api/functions/tidy/tidy.ts';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import type { MediaStore } from '#api/ports/media-store/port.ts';
import { createResults } from '#api/ports/results/media-store.ts';
import type { Table } from '#api/ports/table/port.ts';
import type { DocsSearch } from '#infra/docs/search-index.ts';
import type { Publisher } from '#site/publisher/publisher.ts';
import type { LocalEnrichment } from './enrichment.ts';
import type { LocalSecrets } from './local-secrets.ts';
import type { LocalSearch } from './search.ts';

export interface FunctionPorts {
  table: Table;
  media: MediaStore;
  publisher: Publisher;
  docsSearch: Pick<DocsSearch, 'handle'>;
  search: Pick<LocalSearch, 'index' | 'embeddings'>;
  enrichment: Pick<LocalEnrichment, 'consumers'>;
  secrets: LocalSecrets;
  origin: string;
  region: string;
  /** Calls the local AppSync in process. */
  callApi: (request: Request) => Promise<Response>;
  onError: (error: unknown) => void;
}

/** A function behind a data source: one payload in, one answer out. */
export type Invoke = (payload: never) => Promise<unknown>;

export interface LocalFunctions {
  authorizer: ReturnType<typeof createAuthorizer>;
  /** By the name of the inventory. */
  invoked: Record<string, Invoke>;
  /** By the name of the inventory: functions behind queues. */
  consumers: Record<string, Consumer>;
  /** Ends the processes that draw pictures; what they drew fails. */
  close(): void;
}

/** What draws pictures, in a process of its own. */
const DRAWING = join(import.meta.dirname, '../../api/functions/process-asset/draw-image.child.ts');

export function composeFunctions(ports: FunctionPorts): LocalFunctions {
  const {
    table,
    media,
    publisher,
    docsSearch,
    search,
    enrichment,
    secrets,
    origin,
    region,
    callApi,
    onError,
  } = ports;
  const content = createPublicContent(table);
  const publication = { table, media, now: Date.now, ulid: () => ulid() };
  const drawing = createDrawing({ child: DRAWING });
  const assets = createAssetRecords({ table, now: Date.now });
  const call = createSignedCall({
    url: `${origin}/graphql`,
    region,
    credentials: () => secrets,
    fetch: callApi,
  });
  let closed = false;
  /** What is in hand at the end comes again; that what it needs was closed is nothing to tell. */
  const log = (line: string): void => {
    if (!closed) process.stderr.write(`${line}\n`);
  };
  return {
    authorizer: createAuthorizer({ table }),
    invoked: {
      'mint-token': async () => mintToken(),
      media: createMedia({ store: media }),
      publish: createPublish(publication),
      proposals: createProposals({ table, now: Date.now, ulid: () => ulid() }),
      'public-lists': createPublicLists({ table, mediaOrigin: origin }),
      search: createSearch({ ...search, table, media, mediaOrigin: origin, onError }),
    },
    consumers: {
      publisher: consumeTogether(async (events) => {
        const failed = await publisher.handle(events);
        docsSearch.handle(events);
        return failed;
      }, log),
      announce: consume(createAnnounce({ table, call }), log),
      'process-asset': consume(
        onAssetUploaded(createProcessAsset({ media, assets, draw: drawing.draw })),
        log,
      ),
      tidy: consume(createTidy({ table, media }), log),
      'refresh-media': consume(createRefreshMedia(publication), log),
      'refresh-generated': consume(createRefreshGenerated(publication), log),
      'index-content': consumeTogether(createIndexContent({ table, content, index: search.index }), log),
      embed: consumeTogether(
        createEmbed({ ...search, table, content, media, results: createResults(media) }),
        log,
      ),
      ...enrichment.consumers,
    },
    close() {
      closed = true;
      drawing.close();
    },
  };
}
