import type { Api, GraphqlAnswer } from './client.ts';
import type { Row } from './rows.ts';
import type { SendUpload } from './run.ts';

type Item = Record<string, unknown> & { id: string; version: number };

/** A platform in memory, as far as an import sees it. */
export interface FakePlatform {
  api: Api;
  upload: SendUpload;
  tenants: Map<string, Item>;
  projects: Map<string, Item>;
  logs: Map<string, Item>;
  assets: Map<string, Item>;
  /** Names of the operations that were done, in order. */
  done: string[];
  /** Headers of the last call. */
  headers: Record<string, string>;
}

/** Numbers from 0 to 1, the same for the same seed: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Rows of records, with the lines that a file would give them. */
export const rowsOf = (...records: Array<Record<string, unknown>>): Row[] =>
  records.map((record, at) => ({ line: at + 1, record }));

class Refusal extends Error {
  readonly type: string;
  readonly info: Record<string, unknown>;
  constructor(type: string, info: Record<string, unknown> = {}) {
    super(`${type}: ${JSON.stringify(info)}`);
    this.type = type;
    this.info = info;
  }
}

/**
 * @param options `random` and `failures`: the share of calls that fail, half of them after they were done.
 * `takenHandles`: handles that others have. `refuse`: what the platform refuses beside the usual.
 */
export function fakePlatform(
  options: {
    random?: () => number;
    failures?: number;
    takenHandles?: string[];
    refuse?: (operation: string, input: Record<string, unknown>) => string | undefined;
  } = {},
): FakePlatform {
  const { random = () => 1, failures = 0, takenHandles = [], refuse } = options;
  const refs = new Map<string, string>();
  const handles = new Set(takenHandles);
  const bytes = new Map<string, Uint8Array>();
  let ids = 0;
  const platform: FakePlatform = {
    tenants: new Map(),
    projects: new Map(),
    logs: new Map(),
    assets: new Map(),
    done: [],
    headers: {},
    api: call,
    upload: async ({ url, bytes: sent }) => {
      if (random() < failures) throw new Error('connection reset');
      bytes.set(url, sent);
    },
  };

  async function call(
    query: string,
    variables: Record<string, unknown>,
    headers: Record<string, string>,
  ): Promise<GraphqlAnswer> {
    const name = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
    const failing = random() < failures;
    const before = failing && random() < 0.5;
    if (before) {
      return { data: null, errors: [{ message: 'too many', errorType: 'Throttled', errorInfo: null }] };
    }
    platform.headers = headers;
    let answer: GraphqlAnswer;
    try {
      answer = { data: { [name]: operate(name, variables, headers['x-tenant'] ?? '') } };
      platform.done.push(name);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer = {
        data: null,
        errors: [{ message: error.message, errorType: error.type, errorInfo: error.info }],
      };
    }
    if (failing) throw new Error('the answer was lost');
    return answer;
  }

  function operate(name: string, variables: Record<string, unknown>, tenantId: string): unknown {
    const input = (variables.input ?? {}) as Record<string, unknown>;
    const refused = refuse?.(name, input);
    if (refused !== undefined) throw new Refusal('BadInput', { field: 'input', received: '?', fix: refused });
    const projectId = variables.projectId as string;
    switch (name) {
      case 'createTenant': {
        const held = refs.get(`tenant:${String(input.externalRef)}`);
        if (held !== undefined) throw new Refusal('ExternalRefTaken', { id: held });
        if (handles.has(input.handle as string)) throw new Refusal('HandleTaken', { field: 'input.handle' });
        handles.add(input.handle as string);
        const item = create(platform.tenants, 'tenant:', input);
        return view(item);
      }
      case 'profile':
        return view(get(platform.tenants, tenantId));
      case 'updateProfile':
        return update(get(platform.tenants, tenantId), input, variables.expectedVersion);
      case 'publishProfile':
        return published(get(platform.tenants, tenantId), variables.expectedVersion);
      case 'createProject':
        get(platform.tenants, tenantId);
        return view(
          create(platform.projects, `project:${tenantId}:`, {
            ...input,
            title: String(input.title ?? '').trim() === '' ? 'Untitled' : input.title,
            tenantId,
          }),
        );
      case 'project':
        return view(get(platform.projects, projectId, tenantId));
      case 'updateProject':
        return update(get(platform.projects, projectId, tenantId), input, variables.expectedVersion);
      case 'publishProject':
        if (get(platform.tenants, tenantId).publishedVersion === undefined)
          throw new Refusal('ProfileNotPublished');
        return published(get(platform.projects, projectId, tenantId), variables.expectedVersion);
      case 'createLogEntry':
        get(platform.projects, projectId, tenantId);
        return view(create(platform.logs, `log:${tenantId}:`, { ...input, projectId, tenantId }));
      case 'logEntry':
        return view(get(platform.logs, variables.logId as string, tenantId));
      case 'updateLogEntry':
        return update(
          get(platform.logs, variables.logId as string, tenantId),
          input,
          variables.expectedVersion,
        );
      case 'createAsset': {
        const asset = create(platform.assets, `asset:${tenantId}:`, { ...input, projectId, tenantId });
        asset.status = 'AWAITING_UPLOAD';
        return { asset: view(asset), upload: { url: asset.id, method: 'PUT', headers: [] } };
      }
      case 'completeUpload': {
        const asset = get(platform.assets, variables.assetId as string, tenantId);
        if (!bytes.has(asset.id)) throw new Refusal('NotReady');
        asset.status = 'PROCESSING';
        return view(asset);
      }
      case 'asset': {
        const asset = get(platform.assets, variables.assetId as string, tenantId);
        const seen = view(asset);
        if (asset.status === 'PROCESSING') asset.status = 'READY';
        return seen;
      }
      case 'deleteAsset': {
        const asset = get(platform.assets, variables.assetId as string, tenantId);
        platform.assets.delete(asset.id);
        return { id: asset.id };
      }
      default:
        throw new Error(`The fake platform has no ${name}.`);
    }
  }

  function create(items: Map<string, Item>, prefix: string, input: Record<string, unknown>): Item {
    const ref = `${prefix}${String(input.externalRef)}`;
    const held = refs.get(ref);
    if (held !== undefined) throw new Refusal('ExternalRefTaken', { id: held });
    ids += 1;
    const item: Item = { ...input, id: `id-${ids}`, version: 1 };
    refs.set(ref, item.id);
    items.set(item.id, item);
    return item;
  }

  return platform;
}

function get(items: Map<string, Item>, id: string, tenantId?: string): Item {
  const item = items.get(id);
  if (item === undefined || (tenantId !== undefined && item.tenantId !== tenantId))
    throw new Refusal('NotFound');
  return item;
}

function stateOf({ version, publishedVersion }: Item): string {
  if (publishedVersion === undefined) return 'DRAFT';
  return version === publishedVersion ? 'PUBLISHED' : 'CHANGED';
}

const view = (item: Item): Item => ({ ...structuredClone(item), state: stateOf(item) });

function update(item: Item, input: Record<string, unknown>, expectedVersion: unknown): Item {
  if (item.version !== expectedVersion) throw new Refusal('VersionConflict');
  Object.assign(item, structuredClone(input), { version: item.version + 1 });
  return view(item);
}

function published(item: Item, expectedVersion: unknown): Item {
  if (item.version !== expectedVersion) throw new Refusal('VersionConflict');
  item.publishedVersion = item.version;
  return view(item);
}
