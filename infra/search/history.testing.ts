/** Histories by seed, written to the table as people and machines do: for tests of what follows it. */
import { ulid } from 'ulid';
import { createPublish } from '#api/functions/publish/publish.ts';
import { createTidy } from '#api/functions/tidy/tidy.ts';
import type { ChangeEvent, Entity } from '#api/events.ts';
import type { MediaStore } from '#api/ports/media-store/port.ts';
import type { Item, Table } from '#api/ports/table/port.ts';
import {
  PLATFORM_TENANT,
  PROFILE,
  assetSk,
  derivedSk,
  inspirationSk,
  logSk,
  pageSk,
  projectSk,
  tenantCollection,
  tenantKey,
  type Key,
} from '#api/resolvers/_lib/keys.ts';

export interface Stores {
  table: Table;
  media: MediaStore;
}

const NOW = '2026-01-01T00:00:00.000Z';
const WORDS = 'amber brick canal dusk elm fern gorse heron iris jetty kelp lark moss night oak pond'.split(
  ' ',
);

/** A small generator of numbers from 0 to 1. */
function randomBy(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return { next, pick, words: (count: number) => Array.from({ length: count }, () => pick(WORDS)).join(' ') };
}

interface Thing {
  entity: 'project' | 'page' | 'log' | 'inspiration' | 'asset';
  id: string;
  projectId: string;
  version: number;
}

const skOf = ({ entity, id, projectId }: Thing): string =>
  ({
    project: projectSk(id),
    page: pageSk(id),
    log: logSk(projectId, id),
    asset: assetSk(projectId, id),
    inspiration: inspirationSk(id),
  })[entity];

/** One tenant's history. Each step is one change of a person or a machine. */
export interface History {
  tenantId: string;
  step(): Promise<void>;
  /** Ends the tenant as `deleteTenant` does. */
  remove(): Promise<void>;
}

/** A tenant with a public profile, whose history goes on by seed. */
export async function beginHistory({ table, media }: Stores, seed: number, name: string): Promise<History> {
  const { next, pick, words } = randomBy(seed);
  const tenantId = ulid();
  const publish = createPublish({ table, media, now: Date.now, ulid: () => ulid() });
  const tidy = createTidy({ table, media });
  const things: Thing[] = [];
  const profile: Thing = { entity: 'project', id: tenantId, projectId: '', version: 1 };
  const common = { tenantId, visibility: 'LISTED', audience: 'PUBLIC', updatedAt: NOW, card: {} };
  await table.put({
    ...tenantKey(tenantId, PROFILE),
    ...common,
    entity: 'profile',
    id: tenantId,
    handle: name,
    name,
    kind: 'PERSON',
    version: 1,
    collection: tenantCollection(PLATFORM_TENANT, 'TENANT'),
    createdId: tenantId,
    order: name,
  });

  async function act(action: string, id: string, version: number): Promise<void> {
    const request = {
      action,
      tenantId,
      id,
      expectedVersion: version,
      uid: tenantId,
      via: 'test',
      requestId: 'r',
    };
    const reply = await publish(request);
    if ('error' in reply && reply.error.type !== 'ProfileNotPublished')
      throw new Error(JSON.stringify(reply.error));
  }
  const tidied = (entity: Entity, id: string, projectId?: string): Promise<void> =>
    tidy({
      id: `${id}#1`,
      type: `${entity}.deleted`,
      tenantId,
      entity,
      entityId: id,
      ...(projectId !== undefined && { projectId }),
      version: 1,
      changed: [],
      at: NOW,
    } satisfies ChangeEvent);
  async function changed(key: Key, fields: Item): Promise<void> {
    const names = Object.keys(fields);
    await table.update(key, {
      expression: `SET #version = #version + :one${names.map((field) => `, #${field} = :${field}`).join('')}`,
      names: { '#version': 'version', ...Object.fromEntries(names.map((field) => [`#${field}`, field])) },
      values: { ':one': 1, ...Object.fromEntries(names.map((field) => [`:${field}`, fields[field]])) },
    });
  }

  async function create(): Promise<void> {
    const projects = things.filter(({ entity }) => entity === 'project');
    const entity =
      projects.length === 0
        ? 'project'
        : pick(['project', 'page', 'log', 'log', 'asset', 'inspiration'] as const);
    const thing: Thing = {
      entity,
      id: ulid(),
      projectId: projects.length > 0 ? pick(projects).id : '',
      version: 1,
    };
    await table.put({
      ...tenantKey(tenantId, skOf(thing)),
      ...common,
      entity,
      id: thing.id,
      ...((entity === 'log' || entity === 'asset') && { projectId: thing.projectId }),
      slug: thing.id.toLowerCase(),
      path: thing.id.toLowerCase(),
      title: words(2),
      body: words(6),
      occurredAt: NOW,
      visibility: next() < 0.9 ? 'LISTED' : 'UNLISTED',
      version: 1,
    });
    things.push(thing);
  }
  async function process({ id, projectId }: Thing): Promise<void> {
    const key = tenantKey(tenantId, derivedSk(projectId, id));
    const before = await table.get(key, { consistent: true });
    await table.put({
      ...key,
      ...{ entity: 'derived', id, tenantId, projectId, palette: [pick(['#c81e1e', '#1f4fb0', '#2e8b40'])] },
      revision: ((before?.revision as number | undefined) ?? 0) + 1,
    });
  }
  async function remove(thing: Thing): Promise<void> {
    things.splice(things.indexOf(thing), 1);
    const { entity, id, projectId, version } = thing;
    if (entity === 'project' || entity === 'page') {
      await act(entity === 'project' ? 'deleteProject' : 'deletePage', id, version);
      const below = things.filter(
        (other) => other.projectId === id && (other.entity === 'log' || other.entity === 'asset'),
      );
      for (const child of below) things.splice(things.indexOf(child), 1);
    } else {
      await changed(tenantKey(tenantId, skOf(thing)), { deletedAt: NOW });
    }
    await tidied(entity, id, projectId || undefined);
  }
  async function onPublic(thing: Thing): Promise<void> {
    const what = thing.entity === 'project' ? 'Project' : 'Page';
    await act(`${pick(['publish', 'publish', 'publish', 'unpublish'])}${what}`, thing.id, thing.version);
  }
  async function onProfile(): Promise<void> {
    const visibility = next() < 0.8 ? 'LISTED' : 'UNLISTED';
    await changed(tenantKey(tenantId, PROFILE), { name: `${name} ${words(1)}`, visibility });
    profile.version += 1;
    await act('publishProfile', tenantId, profile.version);
  }

  await act('publishProfile', tenantId, 1);
  return {
    tenantId,
    async step() {
      const chance = next();
      const thing = things.length > 0 ? pick(things) : undefined;
      if (!thing || chance < 0.25) return create();
      if (chance > 0.985) return onProfile();
      if (chance > 0.96) return remove(thing);
      const isPublic = thing.entity === 'project' || thing.entity === 'page';
      if (isPublic && chance > 0.55) return onPublic(thing);
      if (thing.entity === 'asset' && chance > 0.6) return process(thing);
      thing.version += 1;
      await changed(tenantKey(tenantId, skOf(thing)), { title: words(2), body: words(6) });
    },
    async remove() {
      await act('deleteTenant', tenantId, profile.version);
      await tidied('profile', tenantId);
    },
  };
}
