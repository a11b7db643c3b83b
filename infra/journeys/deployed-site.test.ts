/** What a deployment leaves in an empty table and an empty store: the code of its functions, over the local twins. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import { createLocalSiteStore, type LocalSiteStore } from '#api/ports/site-store/local.ts';
import { createTable } from '#api/ports/table/aws.ts';
import type { Table } from '#api/ports/table/port.ts';
import { PLATFORM_TENANT } from '#api/resolvers/_lib/keys.ts';
import { testRenderer } from '#site/publisher/fixtures/bundle.ts';
import { createPublisher } from '#site/publisher/publisher.ts';
import type { Renderer } from '#site/publisher/renderer.ts';
import { BEGINNING, createPublishSite, MACHINE, type PieceRequest } from '../aws/deployment/publish-site.ts';
import { loadOwnDocs } from '../docs/own-docs.ts';
import { docsAddress } from '../docs/page.ts';
import { docsPages } from '../docs/pages.ts';
import { writeSearch } from '../docs/write-search.ts';
import { inventory } from '../inventory.ts';
import { createDynamoClient } from '../local/dynamodb/client.ts';
import { ensureTable } from '../local/dynamodb/create-table.ts';
import { type Engine, startEngine } from '../local/dynamodb/engine.ts';
import { createLocalStateMachines } from '../local/states/state-machines.ts';

const ORIGIN = 'https://artissist.example';
const pages = docsPages(ORIGIN);
const NOTHING = { created: 0, updated: 0, published: 0, deleted: 0 };
const machine = inventory.stateMachines.find(({ name }) => name === MACHINE)!;
const definition = readFileSync(join(import.meta.dirname, '../..', machine.definition), 'utf8');
const rowOf = (name: string) => inventory.functions.find((row) => row.name === name)!;

let dataDir: string;
let engine: Engine;
let table: Table;
let store: LocalSiteStore;
let renderer: Renderer;
let end: () => void;
/** Partitions that loading the documentation touched. */
const partitions = new Set<string>();

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'artissist-deployed-'));
  engine = await startEngine({ dataDir, endpoint: undefined, log: () => undefined });
  const client = createDynamoClient(engine, () => undefined);
  await ensureTable(client, inventory.table);
  table = createTable({ client, tableName: inventory.table.name });
  store = createLocalSiteStore({ dir: join(dataDir, 'site') });
  renderer = await testRenderer();
  end = () => client.destroy();
}, 120_000);
afterAll(async () => {
  end();
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The table, with each call noted, that ends after some transactions. */
function watched(transactions = Infinity): Table {
  return new Proxy(table, {
    get:
      (_, name: keyof Table) =>
      (...given: unknown[]) => {
        for (const [, key = ''] of JSON.stringify(given).matchAll(/":?(?:PK|pk)":"([^"]+)"/g))
          partitions.add(key);
        expect(JSON.stringify(given)).not.toContain('"index":');
        if (name === 'transact' && --transactions < 0) throw new Error('ended');
        return (table[name] as (...given: unknown[]) => unknown)(...given);
      },
  });
}

/** What the function of the site does in a deployment, and all that its state machine does afterwards. */
async function deploy(rendering = renderer): Promise<{ executions: number; pieces: PieceRequest[] }> {
  const publisher = createPublisher({
    content: createPublicContent(table),
    store,
    renderer: rendering,
    log: (message, detail) => {
      throw new Error(message, { cause: detail });
    },
    docsTenantId: PLATFORM_TENANT,
  });
  const pieces: PieceRequest[] = [];
  const machines = createLocalStateMachines({
    machines: [{ row: machine, text: definition.replace('"SecondsPath": "$.waitSeconds"', '"Seconds": 0') }],
    functions: {
      [MACHINE]: (request: PieceRequest) => {
        pieces.push(request);
        return site.piece(request);
      },
    },
    log: () => undefined,
    retryAfterMs: 0,
  });
  const started: string[] = [];
  const site = createPublishSite({
    publisher,
    writeSearch: () => writeSearch(store, [{ path: 'pagefind.js', content: Buffer.from('search') }]),
    machines: {
      async start(name, execution, input) {
        started.push(execution);
        await machines.start(name, execution, input);
      },
    },
    ulid: () => ulid(),
    now: () => performance.now(),
  });
  await site.deployed();
  for (const execution of started) expect(await machines.ended(MACHINE, execution, 60_000)).toBe('SUCCEEDED');
  await machines.close();
  await publisher.end();
  return { executions: started.length, pieces };
}

const stands = async (path: string): Promise<boolean> => (await store.read(path)) !== null;
const pathOf = (page: { path: string }): string => docsAddress(page.path).slice(1);

it('leaves the documentation in the table, also after it ended in the middle', async () => {
  await expect(loadOwnDocs(watched(20), pages)).rejects.toThrow('ended');

  const rest = await loadOwnDocs(watched(), pages);
  const again = await loadOwnDocs(watched(), pages);

  expect(rest.created).toBeGreaterThan(0);
  expect(rest.created).toBeLessThan(pages.length);
  expect(again).toEqual(NOTHING);
});

it('touches the partitions of the platform alone, as its role may', () => {
  expect([...partitions].toSorted()).toEqual(rowOf('load-docs').table?.leadingKeys.toSorted());
});

it('leaves home, portfolios, the documentation with the pages of problems, its search, the 404 page and styles', async () => {
  const { executions, pieces } = await deploy();

  const missing = [];
  for (const path of ['', 'portfolios/', '404.html', 'docs/pagefind/pagefind.js', ...pages.map(pathOf)])
    if (!(await stands(path))) missing.push(path);
  expect(missing).toEqual([]);
  expect(await stands('docs/problems/internal/')).toBe(true);
  const styles = (await Array.fromAsync(store.list('_astro/'))).filter((path) => path.endsWith('.css'));
  expect(styles).not.toEqual([]);
  expect([executions, pieces[0]]).toEqual([1, { step: 'tenants', after: '', failed: 0 }]);
});

it('writes nothing, and starts nothing, when it comes again', async () => {
  const { write } = store;
  const changed: string[] = [];
  store.write = async (path, file) => {
    const isNew = await write(path, file);
    if (isNew) changed.push(path);
    return isNew;
  };

  const { executions } = await deploy();

  store.write = write;
  expect([executions, changed]).toEqual([0, []]);
});

it('writes every page anew with another bundle, and takes what is gone from the documentation', async () => {
  const renewed: Renderer = {
    ...renderer,
    buildId: 'renewed',
    async render(path, view) {
      const { status, html } = await renderer.render(path, view);
      return { status, html, bytes: Buffer.from(`${html}<!-- renewed -->`) };
    },
  };
  const gone = pages.find(({ path }) => path === 'problems/internal')!;
  await loadOwnDocs(
    table,
    pages.filter((page) => page !== gone),
  );

  const { executions } = await deploy(renewed);

  expect([executions, await stands(pathOf(gone))]).toEqual([1, false]);
  const old: string[] = [];
  for await (const path of store.list('')) {
    const file = await store.read(path);
    if (file?.contentType.startsWith('text/html') && !String(file.bytes).includes('<!-- renewed -->'))
      old.push(path);
  }
  expect(old).toEqual([]);
});

it('lets what the former publisher writes end before everything is written', () => {
  expect(BEGINNING.waitSeconds).toBeGreaterThan(rowOf('publisher').timeoutSeconds);
});
