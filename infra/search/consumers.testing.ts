/** The consumers behind search over a table that runs elsewhere, with a model that computes vectors at once. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { consumeTogether } from '#api/functions/consume.ts';
import { createEmbed } from '#api/functions/embed/embed.ts';
import { createIndexContent } from '#api/functions/index-content/index-content.ts';
import { toEvents } from '#api/functions/to-events/to-events.ts';
import type { Embeddings, EmbeddingModel } from '#api/ports/embeddings/port.ts';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createLocalSearchIndex } from '#api/ports/search-index/local.ts';
import type { SearchIndex } from '#api/ports/search-index/port.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { inventory } from '#infra/inventory.ts';
import { createDynamoClient } from '#infra/local/dynamodb/client.ts';
import { connectionTo } from '#infra/local/dynamodb/connection.ts';
import { ensureTable } from '#infra/local/dynamodb/create-table.ts';
import { createBus, type Bus, type BusOptions } from '#infra/local/events/bus.ts';
import { deliverTo } from '#infra/local/events/envelope.ts';
import { openJournal } from '#infra/local/events/journal.ts';
import { createStreamPoller } from '#infra/local/events/stream-poller.ts';
import type { DriftPorts } from './drift.ts';
import type { RebuildPorts } from './rebuild.ts';

const model = (id: string): EmbeddingModel => ({ id, dimensions: 8, languages: ['en'], maxCharacters: 2000 });

/** Vectors that follow from the text alone. */
export function quickEmbeddings(id = 'quick@1'): Embeddings {
  const vector = (input: string | Uint8Array): Float32Array => {
    const bytes = createHash('sha256').update(input).digest();
    const values = Float32Array.from(bytes.subarray(0, 8), (byte) => byte - 127.5);
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  const embedded = (inputs: ReadonlyArray<string | Uint8Array>) =>
    Promise.resolve({
      vectors: inputs.map(vector),
      usage: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
    });
  return {
    text: model(id),
    image: model(id),
    embedTexts: embedded,
    embedImages: embedded,
    close: () => Promise.resolve(),
  };
}

export interface SearchConsumers {
  ports: DriftPorts & RebuildPorts;
  index: SearchIndex;
  bus: Bus;
  close(): Promise<void>;
}

export interface SearchConsumersOptions {
  /** Address of the engine. */
  endpoint: string;
  /** Folder of the journal, the media and the index. */
  dataDir: string;
  shuffle?: BusOptions['shuffle'];
  embeddings?: Embeddings;
  log: (message: string) => void;
}

/** The consumers `index-content` and `embed` of the inventory, on a journal of their own. */
export async function openSearchConsumers(options: SearchConsumersOptions): Promise<SearchConsumers> {
  const { endpoint, dataDir, log, embeddings = quickEmbeddings() } = options;
  const connection = connectionTo(endpoint);
  const client = createDynamoClient(connection, () => undefined);
  const { streamArn } = await ensureTable(client, inventory.table);
  const streams = new DynamoDBStreamsClient({
    endpoint: connection.streamsEndpoint,
    region: connection.region,
    credentials: connection.credentials,
  });
  const table = createTable({ client, tableName: inventory.table.name });
  const index = await createLocalSearchIndex({ dir: join(dataDir, 'search') });
  const ports = {
    table,
    index,
    content: createPublicContent(table),
    media: createLocalMediaStore({
      dir: join(dataDir, 'media'),
      origin: 'http://localhost',
      secret: 'x'.repeat(32),
    }),
    embeddings: () => Promise.resolve(embeddings),
  };
  const handlers: Record<string, ReturnType<typeof consumeTogether>> = {
    'index-content': consumeTogether(createIndexContent(ports)),
    embed: consumeTogether(createEmbed(ports)),
  };
  const journal = openJournal(dataDir);
  const source = createStreamPoller({
    client: streams,
    streamArn,
    journal,
    toEvents,
    onGap: (reason) => Promise.reject(new Error(reason)),
    log,
    tableIsNew: true,
  });
  const bus = createBus({
    journal,
    source,
    log,
    shuffle: options.shuffle,
    consumers: inventory.consumers.flatMap((row) => {
      const handler = handlers[row.name];
      return handler ? [{ row, deliver: deliverTo(handler) }] : [];
    }),
  });
  return {
    ports,
    index,
    bus,
    async close() {
      await bus.close();
      journal.close();
      await index.close();
      streams.destroy();
      client.destroy();
    },
  };
}
