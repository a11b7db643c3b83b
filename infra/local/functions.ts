/** The functions of the inventory, with the local twins of what they need: the same code that is deployed. */
import { join } from 'node:path';
import { ulid } from 'ulid';
import { createAnnounce } from '#api/functions/announce/announce.ts';
import { createSignedCall } from '#api/functions/announce/signed-call.ts';
import { createAuthorizer } from '#api/functions/authorizer/authorize.ts';
import { consume, consumeTogether, type Consumer } from '#api/functions/consume.ts';
import { createMedia } from '#api/functions/media/media.ts';
import { mintToken } from '#api/functions/mint-token/mint-token.ts';
import { createAssetRecords } from '#api/functions/process-asset/asset-records.ts';
import { createDrawing } from '#api/functions/process-asset/drawing-process.ts';
import { onAssetUploaded } from '#api/functions/process-asset/on-asset-uploaded.ts';
import { createProcessAsset } from '#api/functions/process-asset/process-asset.ts';
import { createPublicLists } from '#api/functions/public-lists/public-lists.ts';
import { createPublish } from '#api/functions/publish/publish.ts';
import { createRefreshMedia } from '#api/functions/publish/refresh-media.ts';
import { createTidy } from '#api/functions/tidy/tidy.ts';
import type { MediaStore } from '#api/ports/media-store/port.ts';
import type { Table } from '#api/ports/table/port.ts';
import type { DocsSearch } from '#infra/docs/search-index.ts';
import type { Publisher } from '#site/publisher/publisher.ts';
import type { LocalSecrets } from './local-secrets.ts';

export interface FunctionPorts {
  table: Table;
  media: MediaStore;
  publisher: Publisher;
  search: Pick<DocsSearch, 'handle'>;
  secrets: LocalSecrets;
  origin: string;
  region: string;
  /** Calls the local AppSync in process. */
  callApi: (request: Request) => Promise<Response>;
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
  const { table, media, publisher, search, secrets, origin, region, callApi } = ports;
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
    authorizer: createAuthorizer({ table }),
    invoked: {
      'mint-token': async () => mintToken(),
      media: createMedia({ store: media }),
      publish: createPublish(publication),
      'public-lists': createPublicLists({ table, mediaOrigin: origin }),
    },
    consumers: {
      publisher: consumeTogether(async (events) => {
        const failed = await publisher.handle(events);
        search.handle(events);
        return failed;
      }),
      announce: consume(createAnnounce({ table, call })),
      'process-asset': consume(onAssetUploaded(createProcessAsset({ media, assets, draw: drawing.draw }))),
      tidy: consume(createTidy({ table, media })),
      'refresh-media': consume(createRefreshMedia(publication)),
    },
    close: () => drawing.close(),
  };
}
