import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine, type Engine } from '../local/dynamodb/engine.ts';
import { must } from './isolation-tenant.testing.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
let engine: Engine;
let proxy: Server;
let folder: string;
let token: string;
let projectId: string;
/** Operations that reached DynamoDB, streams aside. */
const calls: string[] = [];

/** Stands between the platform and its table, and notes what is called. */
async function counting(target: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const name = String(request.headers['x-amz-target'] ?? '');
      if (name.startsWith('DynamoDB_')) calls.push(name.split('.')[1] ?? '');
      const {
        host: _,
        connection: __,
        'content-length': ___,
        'transfer-encoding': ____,
        ...headers
      } = request.headers;
      fetch(target, {
        method: 'POST',
        headers: headers as Record<string, string>,
        body: Buffer.concat(chunks),
      })
        .then(async (answer) => {
          const type = answer.headers.get('content-type') ?? 'application/x-amz-json-1.0';
          response
            .writeHead(answer.status, { 'content-type': type })
            .end(Buffer.from(await answer.arrayBuffer()));
        })
        .catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'artissist-paging-'));
  engine = await startEngine({ dataDir: folder, log: () => undefined });
  const counted = await counting(engine.endpoint);
  proxy = counted.server;
  const before = process.env.DYNAMODB_ENDPOINT;
  process.env.DYNAMODB_ENDPOINT = counted.url;
  platform = await startTestPlatform();
  if (before === undefined) delete process.env.DYNAMODB_ENDPOINT;
  else process.env.DYNAMODB_ENDPOINT = before;
  token = await platform.signIn(DEMO);
  await publicProfile(platform, token, 'amsel');
  const make = async (field: string, type: string, input: object, rest = '', p?: string): Promise<string> => {
    const declared = p === undefined ? '' : '$p:ID!,';
    const answer = await must<{ made: { id?: string; asset?: { id: string } } }>(
      platform,
      token,
      `mutation(${declared}$input:${type}!){made:${field}(${rest}input:$input){${type === 'CreateAssetInput' ? 'asset{id}' : 'id'}}}`,
      { input, p },
    );
    return answer.made.id ?? answer.made.asset?.id ?? '';
  };
  const titles = ['Elster', 'amsel', 'Zaunkönig', 'Ärger', 'Buche', 'buche', 'Öl', '12', 'Drossel'];
  const ids: string[] = [];
  for (const title of titles) {
    ids.push(await make('createProject', 'CreateProjectInput', { title }));
    await make('createInspiration', 'CreateInspirationInput', { title });
    await make('createPage', 'CreatePageInput', { path: `p-${ids.length}`, title, body: 'x' });
  }
  projectId = ids[0]!;
  for (const at of [2, 0, 1])
    await must(
      platform,
      token,
      'mutation($id:ID!){updateProject(id:$id,expectedVersion:1,input:{medium:"x"}){id}}',
      { id: ids[at] },
    );
  for (let day = 1; day <= 25; day += 1) {
    const occurredAt = `2024-05-${String((day * 7) % 26 || 26).padStart(2, '0')}T10:00:00.000Z`;
    await make(
      'createLogEntry',
      'CreateLogEntryInput',
      { body: `day ${day}`, occurredAt },
      'projectId:$p,',
      projectId,
    );
  }
  for (const position of ['m', 'a', 'z', 'am', 'b']) {
    const input = { contentType: 'image/png', size: 1, sha256: `${'A'.repeat(43)}=`, position };
    await make('createAsset', 'CreateAssetInput', input, 'projectId:$p,', projectId);
  }
  await platform.settled();
}, 180_000);
afterAll(async () => {
  await platform.remove();
  proxy.close();
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

type Entry = Record<string, string>;

/** Every page of a list, `limit` at a time. */
async function pages(field: string, args: string, selection: string, limit: number): Promise<Entry[][]> {
  const all: Entry[][] = [];
  let cursor: string | null = null;
  do {
    const query = `query($cursor:String){list:${field}(limit:${limit},cursor:$cursor${args}){items{${selection}} next}}`;
    const answer: { list: { items: Entry[]; next: string | null } } = await must(platform, token, query, {
      cursor,
    });
    all.push(answer.list.items);
    cursor = answer.list.next;
  } while (cursor !== null);
  return all;
}

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const KEYS: Record<string, (entry: Entry) => string> = {
  CHANGED: ({ updatedAt, id }) => `${updatedAt}#${id}`,
  CREATED: ({ id }) => id!,
  TITLE: ({ title, id }) => `${fold(title!)}#${id}`,
  OCCURRED: ({ occurredAt, id }) => `${occurredAt}#${id}`,
};

const inOrder = (entries: Entry[], order: string): Entry[] => {
  const key = KEYS[order.split('_')[0]!]!;
  const sorted = entries.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return order.endsWith('DESC') ? sorted.toReversed() : sorted;
};

describe('a list over several pages', () => {
  const orders = ['CHANGED_DESC', 'CHANGED_ASC', 'CREATED_DESC', 'CREATED_ASC'];
  test.each([
    ...[...orders, 'TITLE_ASC', 'TITLE_DESC'].map((order) => ['projects', order, '', 9] as const),
    ...orders.map((order) => ['inspirations', order, '', 9] as const),
    ...orders.map((order) => ['pages', order, '', 9] as const),
    ...['OCCURRED_DESC', 'OCCURRED_ASC'].map((order) => ['logEntries', order, 'project', 25] as const),
  ])('of %s by %s is complete, without repeats and in order', async (field, order, of, total) => {
    const args = `${of === 'project' ? `,projectId:"${projectId}"` : ''},order:${order}`;
    const selection = field === 'logEntries' ? 'id occurredAt' : 'id title updatedAt';

    const read = await pages(field, args, selection, 4);

    const entries = read.flat();
    expect(new Set(entries.map(({ id }) => id)).size).toBe(total);
    expect(entries).toHaveLength(total);
    expect(entries).toEqual(inOrder(entries, order));
    expect(read.slice(0, -1).every(({ length }) => length === 4)).toBe(true);
    expect((await pages(field, args, selection, 100)).flat()).toEqual(entries);
  });

  test('of assets goes by position', async () => {
    const read = await pages('assets', `,projectId:"${projectId}"`, 'position', 2);

    expect(read.flat().map(({ position }) => position)).toEqual(['a', 'am', 'b', 'm', 'z']);
  });

  test('of members and tokens is complete', async () => {
    for (const name of ['one', 'two', 'three']) {
      await must(
        platform,
        token,
        'mutation($n:String!){createToken(input:{name:$n,scopes:[READ]}){secret}}',
        { n: name },
      );
    }

    const tokens = await pages('tokens', '', 'name', 1);

    expect(
      tokens
        .flat()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['one', 'three', 'two']);
    expect((await pages('members', '', 'uid role', 1)).flat()).toHaveLength(1);
  });

  test('over REST is followed by its links', async () => {
    const titles: string[] = [];
    let address: string | undefined = '/v1/projects?order=TITLE_ASC&limit=2';
    while (address) {
      const response: Response = await platform.rest(token, 'GET', address);
      const { items } = (await response.json()) as { items: Entry[] };
      titles.push(...items.map(({ title }) => title!));
      address = /<([^>]+)>; rel="next"/
        .exec(response.headers.get('link') ?? '')?.[1]
        ?.replace(platform.url, '');
    }

    expect(titles).toEqual([
      '12',
      'amsel',
      'Ärger',
      'Buche',
      'buche',
      'Drossel',
      'Elster',
      'Öl',
      'Zaunkönig',
    ]);
  });
});

describe('a project with its children', () => {
  test('shows the same as the lists of its children do', async () => {
    for (const [limit, order] of [
      [20, 'OCCURRED_DESC'],
      [100, 'OCCURRED_DESC'],
      [100, 'OCCURRED_ASC'],
      [3, 'OCCURRED_ASC'],
    ] as const) {
      const { project } = await must<{ project: { logs: unknown; assets: unknown } }>(
        platform,
        token,
        `{project(id:"${projectId}"){logs(limit:${limit},order:${order}){items{id body} next} assets(limit:${limit}){items{id position status} next}}}`,
      );
      const lists = await must(
        platform,
        token,
        `{logs:logEntries(projectId:"${projectId}",limit:${limit},order:${order}){items{id body} next}
          assets(projectId:"${projectId}",limit:${limit}){items{id position status} next}}`,
      );
      expect(project).toEqual(lists);
    }
  });

  test('goes on by its own cursors', async () => {
    const first = await must<{ project: { logs: { items: Entry[]; next: string } } }>(
      platform,
      token,
      `{project(id:"${projectId}"){logs(limit:10){items{id} next}}}`,
    );
    const second = await must<{ project: { logs: { items: Entry[]; next: string } } }>(
      platform,
      token,
      `query($c:String){project(id:"${projectId}"){logs(limit:20,cursor:$c){items{id} next}}}`,
      { c: first.project.logs.next },
    );

    const ids = [...first.project.logs.items, ...second.project.logs.items].map(({ id }) => id);
    expect([ids.length, new Set(ids).size, second.project.logs.next]).toEqual([25, 25, null]);
  });
});

describe('what a question costs at DynamoDB', () => {
  test.each<[string, () => string, string | null, string[]]>([
    ['a project alone', () => `{project(id:"${projectId}"){title}}`, 'own', ['GetItem']],
    [
      'a project with its children',
      () =>
        `{project(id:"${projectId}"){title logs(limit:100){items{body}} assets(limit:100){items{id status variants{url}}}}}`,
      'own',
      ['Query'],
    ],
    ['a list of projects', () => '{projects{items{title}}}', 'own', ['Query']],
    ['a list of inspirations', () => '{inspirations{items{title}}}', 'own', ['Query']],
    ['a log', () => `{logEntries(projectId:"${projectId}"){items{body}}}`, 'own', ['Query']],
    [
      'an asset',
      () => `{asset(projectId:"${projectId}",id:"01BX5ZZKBKACTAV9WEVGEMMVRZ"){id}}`,
      'own',
      ['Query'],
    ],
    ['who is asking', () => '{me{uid}}', 'own', []],
    [
      'a public work',
      () => '{publicProject(handle:"amsel",slug:"elster"){title logs{id} images{assetId}}}',
      null,
      ['GetItem', 'BatchGetItem'],
    ],
  ])('%s', async (_, query, who, expected) => {
    await must(platform, token, 'mutation($id:ID!,$v:Int!){publishProject(id:$id,expectedVersion:$v){id}}', {
      id: projectId,
      v: 2,
    });
    await platform.settled();
    calls.length = 0;

    await platform.graphql(who === null ? null : token, query());

    expect(calls).toEqual(expected);
  });
});
