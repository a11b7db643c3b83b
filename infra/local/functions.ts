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
import { observed } from '#api/observability/observed.ts';
import type { Telemetry } from '#api/observability/telemetry.ts';
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
  telemetry: Telemetry;
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
    telemetry,
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
  return {
    authorizer: observed('authorizer', telemetry, createAuthorizer({ table })),
    invoked: eachObserved<Invoke>(telemetry, {
      'mint-token': async () => mintToken(),
      media: createMedia({ store: media }),
      publish: createPublish(publication),
      proposals: createProposals({ table, now: Date.now, ulid: () => ulid() }),
      'public-lists': createPublicLists({ table, mediaOrigin: origin }),
      search: createSearch({ ...search, table, media, mediaOrigin: origin, onError }),
    }),
    consumers: eachObserved<Consumer>(telemetry, {
      publisher: consumeTogether(async (events) => {
        const failed = await publisher.handle(events);
        docsSearch.handle(events);
        return failed;
      }),
      announce: consume(createAnnounce({ table, call })),
      'process-asset': consume(onAssetUploaded(createProcessAsset({ media, assets, draw: drawing.draw }))),
      tidy: consume(createTidy({ table, media })),
      'refresh-media': consume(createRefreshMedia(publication)),
      'refresh-generated': consume(createRefreshGenerated(publication)),
      'index-content': consumeTogether(createIndexContent({ table, content, index: search.index })),
      embed: consumeTogether(
        createEmbed({ ...search, table, content, media, results: createResults(media) }),
      ),
      ...enrichment.consumers,
    }),
    close: () => drawing.close(),
  };
}

/** Functions as they are on AWS, each observed under its name. */
const eachObserved = <Made extends (event: never) => Promise<unknown>>(
  telemetry: Telemetry,
  made: Record<string, Made>,
): Record<string, Made> =>
  Object.fromEntries(Object.entries(made).map(([name, fn]) => [name, observed(name, telemetry, fn) as Made]));
