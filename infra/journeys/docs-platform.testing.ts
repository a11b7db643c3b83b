/** A platform with its documentation loaded, for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createLocalSiteStore } from '#api/ports/site-store/local.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { PLATFORM_TENANT } from '#api/resolvers/_lib/keys.ts';
import type { DocsApi, Loaded } from '../docs/load.ts';
import { prepareDocs } from '../docs/prepare.ts';
import { createDocsSearch, type DocsSearch } from '../docs/search-index.ts';
import { inventory } from '../inventory.ts';
import { call, OPERATOR, prepareDemo, type Demo } from '../local/demo.ts';
import { createDynamoClient } from '../local/dynamodb/client.ts';
import { startEngine } from '../local/dynamodb/engine.ts';
import { logTo } from '../local/log.ts';
import { startPlatform, type Platform } from '../local/platform.ts';

export interface DocsPlatform extends Platform {
  demo: Demo;
  docs: DocsApi;
  search: DocsSearch;
  /** What the first load did. */
  loaded: Loaded;
  logged: string[];
  settled(): Promise<void>;
  remove(): Promise<void>;
}

export async function startDocsPlatform(): Promise<DocsPlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'artissist-docs-'));
  const logged: string[] = [];
  const engine = await startEngine({ dataDir, log: () => undefined, onExit: () => undefined });
  const settings = { port: 0, dataDir, dynamodbEndpoint: engine.endpoint, samples: false };
  const platform = await startPlatform({ settings, log: logTo((line) => logged.push(line)) });
  const client = createDynamoClient(engine, () => platform.events.poller.poke());
  const table = createTable({ client, tableName: inventory.table.name });
  const demo = await prepareDemo(platform, settings, () => undefined);
  const headers = { 'x-tenant': PLATFORM_TENANT };
  const docs: DocsApi = {
    call: (query, variables) => call(platform, demo.operatorToken, query, variables, headers),
  };
  const { uid } = await platform.issuer.verify(await platform.issuer.mint(OPERATOR));
  const loaded = await prepareDocs({ table, uid, api: docs, origin: platform.url, dataDir });
  const search = createDocsSearch({
    content: createPublicContent(table),
    store: createLocalSiteStore({ dir: join(dataDir, 'site') }),
    docsTenantId: PLATFORM_TENANT,
    log: (message, detail) => logged.push(`${message} ${JSON.stringify(detail)}`),
  });
  return {
    ...platform,
    demo,
    docs,
    search,
    loaded,
    logged,
    async settled() {
      await platform.events.bus.idle({ withConsequences: true });
      await platform.publisher.flush();
    },
    async remove() {
      search.stop();
      client.destroy();
      await platform.close();
      await engine.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
