/** A table and a media store whose calls can be made to fail, with drafts to publish: for tests of every step. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { ChangeEvent } from '#api/events.ts';
import { createPublish } from '#api/functions/publish/publish.ts';
import { createRefreshMedia } from '#api/functions/publish/refresh-media.ts';
import { createTidy } from '#api/functions/tidy/tidy.ts';
import { createLocalMediaStore } from '#api/ports/media-store/local.ts';
import type { MediaStore } from '#api/ports/media-store/port.ts';
import { createTable } from '#api/ports/table/aws.ts';
import type { Item, Table } from '#api/ports/table/port.ts';
import {
  assetSk,
  derivedSk,
  PROFILE,
  projectSk,
  publicKey,
  slugSk,
  tenantKey,
} from '#api/resolvers/_lib/keys.ts';
import { createDynamoClient } from '../local/dynamodb/client.ts';
import { ensureTable } from '../local/dynamodb/create-table.ts';
import { startEngine } from '../local/dynamodb/engine.ts';
import { inventory } from '../inventory.ts';

export interface Stores {
  table: Table;
  media: MediaStore;
}

/** Stores on a folder that goes away with them. */
export async function openStores(): Promise<Stores & { close(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'artissist-states-'));
  const engine = await startEngine({
    dataDir,
    endpoint: process.env.DYNAMODB_ENDPOINT || undefined,
    log: () => undefined,
  });
  const client = createDynamoClient(engine, () => undefined);
  await ensureTable(client, inventory.table);
  return {
    table: createTable({ client, tableName: inventory.table.name }),
    media: createLocalMediaStore({
      dir: join(dataDir, 'media'),
      origin: 'http://localhost:4321',
      secret: 'x'.repeat(32),
    }),
    async close() {
      client.destroy();
      await engine.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export class Fault extends Error {
  override name = 'Fault';
}

/** Where a call fails: before it has done anything, or after it has done everything and nobody hears of it. */
export type Moment = 'before' | 'after';

/** The stores, failing once at the call number `at`, counted from 1 over both. */
export function failing(
  { table, media }: Stores,
  at: number,
  moment: Moment,
): Stores & { calls(): string[]; beforeEachCall(look: () => Promise<void>): void } {
  const names: string[] = [];
  let look = (): Promise<void> => Promise.resolve();
  const wrap = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        const call = (...args: unknown[]): unknown => Reflect.apply(method, target, args);
        if (name === 'query' || name === 'list') {
          return async function* (...args: unknown[]) {
            const mine = names.push(name);
            await look();
            if (mine === at) throw new Fault();
            yield* call(...args) as AsyncIterable<unknown>;
          };
        }
        return async (...args: unknown[]) => {
          const mine = names.push(String(name));
          await look();
          if (mine === at && moment === 'before') throw new Fault();
          const result = await (call(...args) as Promise<unknown>);
          if (mine === at) throw new Fault();
          return result;
        };
      },
    });
  return {
    table: wrap(table),
    media: wrap(media),
    calls: () => names,
    beforeEachCall(next) {
      look = next;
    },
  };
}

/** What acts on drafts, over some stores. */
export function actors(stores: Stores, now: () => number = Date.now) {
  const ports = { ...stores, now, ulid: () => ulid() };
  const publish = createPublish(ports);
  const tidy = createTidy(stores);
  const refresh = createRefreshMedia(ports);
  const change = (tenantId: string, entity: ChangeEvent['entity'], entityId: string): ChangeEvent => ({
    id: `${entityId}#1`,
    type: `${entity}.published`,
    tenantId,
    entity,
    entityId,
    ...(entity === 'project' && { projectId: entityId }),
    version: 1,
    changed: [],
    at: new Date(0).toISOString(),
  });
  return {
    /** Answers the draft, or the name of the refusal. */
    async act(action: string, tenantId: string, id: string, expectedVersion: number): Promise<Item | string> {
      const reply = await publish({
        action,
        tenantId,
        id,
        expectedVersion,
        uid: tenantId,
        via: 'test',
        requestId: 'r',
      });
      return 'item' in reply ? reply.item : reply.error.type;
    },
    tidy: (tenantId: string, entity: ChangeEvent['entity'], id: string) => tidy(change(tenantId, entity, id)),
    refresh: (tenantId: string, projectId: string) => refresh(change(tenantId, 'project', projectId)),
  };
}

const COMMON = { version: 1, visibility: 'LISTED', card: {} };

/** A tenant whose profile is public. */
export async function publicTenant(table: Table, tenantId = ulid()): Promise<string> {
  await table.put({
    ...tenantKey(tenantId, PROFILE),
    ...COMMON,
    entity: 'profile',
    id: tenantId,
    tenantId,
    handle: `t-${tenantId.toLowerCase()}`,
    name: 'Tess',
    kind: 'ARTIST',
    publishedVersion: 1,
    publishedAt: new Date(0).toISOString(),
  });
  await table.put({
    ...publicKey(tenantId, PROFILE),
    tenantId,
    handle: `t-${tenantId.toLowerCase()}`,
    name: 'Tess',
    oldHandles: [],
    text: JSON.stringify({ name: 'Tess' }),
    parts: 1,
  });
  return tenantId;
}

/** A draft, with the claim of its slug. */
export async function draftProject(
  table: Table,
  tenantId: string,
  fields: { id?: string; slug: string; title: string; body?: string },
): Promise<string> {
  const id = fields.id ?? ulid();
  await table.put({ ...tenantKey(tenantId, slugSk(fields.slug)), projectId: id, holder: id });
  await table.put({
    ...tenantKey(tenantId, projectSk(id)),
    ...COMMON,
    entity: 'project',
    id,
    tenantId,
    ...fields,
  });
  return id;
}

/** Changes a draft as an edit does. Answers its version. */
export async function edit(
  table: Table,
  tenantId: string,
  id: string,
  fields: { slug?: string; title?: string; body?: string },
): Promise<number> {
  const names = Object.keys(fields);
  const { slug } = fields;
  if (slug) await table.put({ ...tenantKey(tenantId, slugSk(slug)), projectId: id, holder: id });
  const item = await table.update(tenantKey(tenantId, projectSk(id)), {
    expression: `SET #version = #version + :one${names.map((name) => `, #${name} = :${name}`).join('')}`,
    names: { '#version': 'version', ...Object.fromEntries(names.map((name) => [`#${name}`, name])) },
    values: { ':one': 1, ...Object.fromEntries(Object.entries(fields).map(([name, v]) => [`:${name}`, v])) },
  });
  return item?.version as number;
}

/** An uploaded picture of a project; with its sizes when `processed`. */
export async function picture(
  { table, media }: Stores,
  tenantId: string,
  projectId: string,
  order: string,
  processed = true,
): Promise<string> {
  const id = ulid();
  await table.put({
    ...tenantKey(tenantId, assetSk(projectId, id)),
    entity: 'asset',
    id,
    tenantId,
    projectId,
    order,
    audience: 'PUBLIC',
    uploadedAt: new Date(0).toISOString(),
    version: 1,
  });
  if (processed) await processPicture({ table, media }, tenantId, projectId, id);
  return id;
}

/** Makes the sizes of a picture. */
export async function processPicture(
  { table, media }: Stores,
  tenantId: string,
  projectId: string,
  id: string,
): Promise<void> {
  const key = `d/${tenantId}/${id}/0123456789abcdef-320.webp`;
  await media.write(key, Buffer.from(`picture ${id}`), {
    contentType: 'image/webp',
    cacheControl: 'private',
  });
  await table.put({
    ...tenantKey(tenantId, derivedSk(projectId, id)),
    entity: 'derived',
    id,
    tenantId,
    projectId,
    revision: 1,
    width: 320,
    height: 200,
    variants: [{ key, width: 320, height: 200, contentType: 'image/webp' }],
  });
}

/**
 * Everything of a tenant, without what differs from one attempt or one tenant to another: `names` are ids that are
 * written as their place in the list. Long texts are written as their hash.
 */
export async function stateOf(
  { table, media }: Stores,
  tenantId: string,
  names: readonly string[] = [],
): Promise<{ items: Record<string, unknown>; files: unknown[] }> {
  const plain = (value: unknown): unknown =>
    JSON.parse(
      names
        .reduce((text, name, at) => text.replaceAll(name, `<${at}>`), JSON.stringify(value))
        .replaceAll(/\.\d{10}\.[0-9A-Z]{26}/g, '.<attempt>')
        .replaceAll(/(PUBLIC#[A-Z]+#)\d/g, '$1<shard>'),
    );
  const items: Record<string, unknown> = {};
  for (const PK of [`TENANT#${tenantId}`, `PUBLIC#${tenantId}`]) {
    for await (const { publication: _, ...item } of table.query({
      condition: { expression: 'PK = :pk', values: { ':pk': PK } },
      consistent: true,
    })) {
      const kept = plain(item) as Record<string, unknown>;
      items[`${String(kept.PK)} ${String(kept.SK)}`] = Object.fromEntries(
        Object.entries(kept).map(([name, value]) => [
          name,
          typeof value === 'string' && value.length > 1000
            ? createHash('sha256').update(value).digest('hex')
            : value,
        ]),
      );
    }
  }
  const files = await Promise.all(
    ['d', 'p'].map(async (area) =>
      (await Array.fromAsync(media.list(`${area}/${tenantId}/`))).map(({ key, size }) => [plain(key), size]),
    ),
  );
  return { items, files: files.flat() };
}
