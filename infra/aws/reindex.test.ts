/**
 * Making the deployed index anew, on the table's local engine and a real OpenSearch:
 * `node infra/testing/opensearch/run.mjs -- npx vitest run infra/aws/reindex.test.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createOpenSearchClient, sender } from '#api/ports/search-index/aws-client.ts';
import { createTable } from '#api/ports/table/aws.ts';
import { PLATFORM_TENANT, projectSk, tenantCollection, tenantKey } from '#api/resolvers/_lib/keys.ts';
import { inventory } from '../inventory.ts';
import { createDynamoClient } from '../local/dynamodb/client.ts';
import { ensureTable } from '../local/dynamodb/create-table.ts';
import { startEngine, type Engine } from '../local/dynamodb/engine.ts';
import { compareIndex, isEqual } from '../search/drift.ts';
import { rebuildAll } from '../search/rebuild.ts';
import type { ReindexHome } from '../search/reindex-home.ts';
import { awsHome } from './reindex-home.ts';

const endpoint = process.env['OPENSEARCH_ENDPOINT'] ?? '';
const TENANT = '01JZ5XH5J6K7M8N9P0Q1R2S3T4';
const WITHOUT = { withoutVectors: true };
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

if (!endpoint) console.warn('NOT RUN: the deployed index made anew (set OPENSEARCH_ENDPOINT)');
describe.skipIf(!endpoint)('the deployed index', () => {
  let dataDir: string;
  let engine: Engine;
  let home: ReindexHome;
  const send = endpoint ? sender(createOpenSearchClient({ endpoint })) : undefined;
  /** What is written is seen after a refresh. */
  const equal = async (): Promise<boolean> => {
    await sleep(1500);
    return (await compareIndex(home.ports, WITHOUT)).every(isEqual);
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'reindex-'));
    engine = await startEngine({ dataDir, log: () => undefined });
    const client = createDynamoClient(engine, () => undefined);
    await ensureTable(client, inventory.table);
    const table = createTable({ client, tableName: inventory.table.name });
    const at = '2026-01-01T00:00:00.000Z';
    const listed = { collection: tenantCollection(PLATFORM_TENANT, 'TENANT'), createdId: TENANT };
    await table.put({ ...tenantKey(TENANT, 'PROFILE'), ...listed, entity: 'profile', id: TENANT });
    for (const id of ['A', 'B', 'C']) {
      const project = {
        entity: 'project',
        id,
        tenantId: TENANT,
        title: `Wave ${id}`,
        version: 1,
        updatedAt: at,
      };
      await table.put({ ...tenantKey(TENANT, projectSk(id)), ...project });
    }
    client.destroy();
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
    home = awsHome({
      AWS_REGION: engine.region,
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      SEARCH_ENDPOINT: endpoint,
      MEDIA_BUCKET: 'artissist-media-test',
    });
  });
  afterAll(async () => {
    await home.close();
    await engine.close();
    for (const path of ['/artissist-*', '/_index_template/artissist'])
      await send?.({ method: 'DELETE', path });
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is made anew beside the one in use, whose alias is switched at the end', async () => {
    await rebuildAll(home.ports, WITHOUT);
    const first = Object.keys(
      (await send?.<object>({ method: 'GET', path: '/_alias/artissist-tenant' })) ?? {},
    );

    const done = await rebuildAll(home.ports, WITHOUT);

    const second = Object.keys(
      (await send?.<object>({ method: 'GET', path: '/_alias/artissist-tenant' })) ?? {},
    );
    expect(done.map(({ scope, documents }) => [scope, documents])).toEqual([
      ['public', 0],
      ['tenant', 3],
    ]);
    expect(second).not.toEqual(first);
    expect(second).toHaveLength(1);
    expect(await equal()).toBe(true);
  });

  it('is compared with the table, and mended', async () => {
    const document = {
      docKey: 'project#Z',
      tenantId: TENANT,
      kind: 'project',
      entityId: 'Z',
      version: 1,
    } as const;
    await home.ports.index.apply('tenant', [
      { document: { ...document, title: 'Nowhere', at: '2026-01-01T00:00:00.000Z' } },
    ]);

    const before = await equal();
    await compareIndex(home.ports, { ...WITHOUT, repair: true });

    expect(before).toBe(false);
    expect(await equal()).toBe(true);
  });
});
