/** The whole platform in this process, and the table's engine beside it. Start-up is this list, top to bottom. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { uploadKey } from '#api/ports/media-store/keys.ts';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createResults } from '#api/ports/results/media-store.ts';
import { sweepResults } from '#api/ports/results/sweep.ts';
import type { SearchIndex } from '#api/ports/search-index/port.ts';
import { createTable } from '#api/ports/table/aws.ts';
import type { Table } from '#api/ports/table/port.ts';
import { createRestMirror } from '#api/functions/rest/mirror.ts';
import { docsPolicy } from '#infra/docs/policy.ts';
import type { DocsSearch } from '#infra/docs/search-index.ts';
import { inventory } from '#infra/inventory.ts';
import { createIndexKeeper, type IndexKeeper } from '#infra/search/keeper.ts';
import type { Publisher } from '#site/publisher/publisher.ts';
import { createAccessLog } from './analytics/access-log.ts';
import { accessLogDir } from './analytics/directory.ts';
import type { AppSync } from './appsync/appsync.ts';
import { createDynamoClient } from './dynamodb/client.ts';
import { ensureTable } from './dynamodb/create-table.ts';
import { startEngine } from './dynamodb/engine.ts';
import { startTtlSweeper } from './dynamodb/ttl-sweeper.ts';
import { composeEnrichment, openReaders } from './enrichment.ts';
import { composeEvents, type EventPorts, type Events } from './events.ts';
import { composeFunctions, type LocalFunctions } from './functions.ts';
import { LOCAL, composeGraphql } from './graphql.ts';
import { LOOPBACK_URIS } from './identity/clients.ts';
import { createIssuer } from './identity/issuer.ts';
import type { Issuer } from './identity/types.ts';
import { readLocalSecrets, type LocalSecrets } from './local-secrets.ts';
import type { Log } from './log.ts';
import { createMediaHandler } from './media/serve.ts';
import { openLocalModels } from './models.ts';
import { composePublisher } from './publisher.ts';
import { createRestHandler } from './rest/serve.ts';
import { openLocalSearch, searchFolder } from './search.ts';
import { listen } from './server.ts';
import { openObservability } from './observability/observability.ts';
import type { Settings } from './settings.ts';
import { claimInstance } from './single-instance.ts';
import { createSearchHandler } from './site/search.ts';
import { createSiteHandler } from './site/serve.ts';

export interface Platform {
  /** The one origin, for example `http://localhost:4321`. */
  url: string;
  /** Whether the table was made by this start. */
  isNew: boolean;
  table: Table;
  api: AppSync;
  issuer: Issuer;
  secrets: LocalSecrets;
  events: Events;
  publisher: Publisher;
  search: DocsSearch;
  /** Keeps the search index whole. */
  keeper: IndexKeeper;
  /** Ends everything that was started, in the opposite order. Safe to call twice. */
  close(): Promise<void>;
}

export interface PlatformOptions {
  settings: Settings;
  log: Log;
  shuffle?: EventPorts['shuffle'];
  /** Told when the engine ends by itself: nothing works without it. */
  onEngineExit?: (detail: string) => void;
  /** Given every line of the log as it is kept. */
  onLine?: (line: string) => void;
}

/** A key that is asked for to see that media is read at all; there is no such file. */
const NO_MEDIA = uploadKey('0'.repeat(26), '0'.repeat(26));
/** Longest time that a look at one file may take. */
const LOOK_MS = 2000;

/** Time that requests under way have to be answered when the platform ends. */
const DRAIN_MS = 2000;

export async function startPlatform({
  settings,
  log: told,
  shuffle,
  onEngineExit,
  onLine,
}: PlatformOptions): Promise<Platform> {
  const { dataDir } = settings;
  const ends: Array<() => Promise<void> | void> = [];
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= (async () => {
      for (const end of ends.toReversed()) await end();
    })());
  try {
    const instance = claimInstance(dataDir);
    ends.push(instance.release);
    const observability = openObservability({
      dataDir,
      log: told,
      onLine,
      collector: settings.collector,
    });
    ends.push(observability.close);
    const { telemetry, log } = observability;
    const say = (message: string) => log('info', message);
    const front = await listen(settings.port, log, observability.observe);
    ends.push(front.close);
    const url = `http://localhost:${front.port}`;
    instance.note({ url });

    const secrets = readLocalSecrets(dataDir);
    const starting = startEngine({
      dataDir,
      endpoint: settings.dynamodbEndpoint,
      log: say,
      onExit: onEngineExit,
    });
    ends.push(() =>
      starting.then(
        (started) => started.close(),
        () => undefined,
      ),
    );
    const [engine, issuer] = await Promise.all([starting, createIssuer({ origin: url, dataDir, log: say })]);
    ends.push(() => issuer.close());
    instance.note({ url, engine: engine.endpoint });

    // What is made further down and is asked for from above.
    const later: { events?: Events; functions?: LocalFunctions } = {};
    const client = createDynamoClient(engine, () => later.events?.poller.poke());
    ends.push(() => client.destroy());
    const made = await ensureTable(client, inventory.table);
    if (engine.pid !== undefined) {
      ends.push(startTtlSweeper({ client, table: inventory.table, log: say }).close);
    }

    const table = createTable({ client, tableName: inventory.table.name });
    const media = createLocalMediaStore({
      dir: join(dataDir, 'media'),
      origin: url,
      secret: secrets.mediaSecret,
    });
    const { publisher, store, renderer, bundle, search } = await composePublisher({
      table,
      dataDir,
      url,
      log,
    });
    ends.push(() => publisher.end(), search.stop);
    const found = openLocalSearch(dataDir, log);
    ends.push(found.close);
    const keeper = createIndexKeeper({
      ports: { ...found, table, media, content: createPublicContent(table), results: createResults(media) },
      dir: searchFolder(dataDir),
      log,
    });
    ends.push(keeper.close);

    const models = openLocalModels(found.embeddings, settings.languageModel);
    ends.push(models.close);
    const results = createResults(media);
    const enrichment = composeEnrichment(
      { table, media, results, models, readers: openReaders(), now: Date.now },
      log,
      telemetry,
    );

    const composed = (): LocalFunctions => {
      if (!later.functions) throw new Error('The functions are not composed yet.');
      return later.functions;
    };
    const api = await composeGraphql({ client, origin: url, issuer, secrets, functions: composed });
    ends.push(() => api.close());
    const functions = (later.functions = composeFunctions({
      table,
      media,
      publisher,
      docsSearch: search,
      search: found,
      enrichment,
      secrets,
      origin: url,
      region: LOCAL.region,
      callApi: (request) => api.fetch(request),
      telemetry,
      onError: (error) => log('error', 'search failed', error),
    }));
    ends.push(() => functions.close());

    const events = (later.events = composeEvents({
      connection: engine,
      table: made,
      dataDir,
      functions,
      log,
      shuffle,
      onGap: async (reason) => {
        log('warn', 'Events were missed: the site and the search index are compared with the table.', {
          reason,
        });
        await publisher.reconcile();
        await keeper.repair();
      },
    }));
    const { bus, healthy } = events;
    // Whoever waits for a run hears first that it has ended.
    ends.push(events.close, enrichment.close);
    observability.queues(() =>
      bus.status().consumers.map((state) => ({ ...state, dead: state.deadLetters })),
    );

    const accessLog = createAccessLog({ dir: accessLogDir(dataDir), log });
    ends.push(accessLog.close);
    const problemBase = `${url}/docs/problems`;
    const mediaHandler = createMediaHandler(media, {
      problemBase,
      onError: (error, requestId) => log('error', `media failed (${requestId})`, error),
    });
    front.serve({
      observe: accessLog.observe,
      graphql: (request, response) => api.handle(request, response),
      realtime: (request, socket, head) => api.upgrade(request, socket, head),
      rest: createRestHandler(
        createRestMirror({
          fetch: (request, init) => api.fetch(new Request(request, init)),
          graphqlUrl: `${url}/graphql`,
          apiKey: secrets.apiKey,
          origin: url,
          log: { error: (message, detail) => log('error', message, detail) },
          problemBase,
        }),
      ),
      media: (request, response) => mediaHandler.handle(request, response),
      identity: (request, response) => issuer.handle(request, response),
      search: createSearchHandler({
        renderer,
        callApi: (request) => api.fetch(request),
        graphqlUrl: `${url}/graphql`,
        apiKey: secrets.apiKey,
        onError: (error) => log('error', 'search page failed', error),
      }),
      site: createSiteHandler({
        store,
        config: clientConfig(url, secrets),
        policies: { '/docs/': await docsPolicy(renderer, bundle) },
        onError: (error) => log('error', 'site failed', error),
      }).handle,
      metrics: observability.metrics,
      health: async () => ({
        table: await client.send(new DescribeTableCommand({ TableName: inventory.table.name })).then(
          () => true,
          () => false,
        ),
        events: healthy(),
        publisher: healthy('publisher'),
        index: await answers(readsIndex(found.index)),
        media: await answers(media.head(NO_MEDIA)),
        site: (await store.read('')) !== null,
      }),
    });
    ends.push(() => front.drain(DRAIN_MS));
    ends.push(observability.hush);
    bus.start();
    keeper.start();
    const sweeping = new AbortController();
    ends.push(() => sweeping.abort());
    sweepResults(media, Date.now(), sweeping.signal).catch((error: unknown) =>
      log('warn', 'Old answers of models could not be removed.', error),
    );
    await publisher.resume();
    if (!(await publisher.current())) await publisher.publishAll({ workers: availableParallelism() });
    return {
      url,
      isNew: made.created,
      table,
      api,
      issuer,
      secrets,
      events,
      publisher,
      search,
      keeper,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A look at the first document of the search index. */
async function readsIndex(index: SearchIndex): Promise<void> {
  for await (const _ of index.standing('public')) break;
}

/** Whether something comes to a good end in time. */
const answers = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    sleep(LOOK_MS, false, { ref: false }),
  ]);

/** `/config.json`: the addresses that clients need. */
function clientConfig(url: string, { apiKey }: LocalSecrets) {
  return {
    site: url,
    graphql: `${url}/graphql`,
    realtime: `${url.replace('http', 'ws')}/graphql/realtime`,
    rest: `${url}/v1`,
    media: url,
    apiKey,
    region: LOCAL.region,
    auth: {
      issuer: `${url}/auth`,
      clientId: 'studio',
      scope: 'openid email profile',
      cli: { clientId: 'demo-cli', redirectUris: LOOPBACK_URIS },
    },
  };
}
