/** Publishing, taking down and tidying with a failure at every call: the end is the same, and readers see old or new. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ulid } from 'ulid';
import { createPublicContent } from '#api/ports/public-content/table.ts';
import type { Table } from '#api/ports/table/port.ts';
import {
  derivedSk,
  projectSk,
  publicKey,
  publicProjectSk,
  slugSk,
  tenantKey,
} from '#api/resolvers/_lib/keys.ts';
import {
  actors,
  draftProject,
  edit,
  failing,
  Fault,
  openStores,
  picture,
  processPicture,
  publicTenant,
  stateOf,
  type Moment,
  type Stores,
} from './publish-states.testing.ts';

let stores: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  stores = await openStores();
});
afterAll(() => stores.close());

/** Text of several pieces, with characters of two, three and four bytes where it is cut. */
const long = (seed: string): string => `${seed}${'é€😀ab'.repeat(20_000)}`;

/** Runs a step until no fault stops it, as a bus or a person who asks again does. */
async function insist<T>(step: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
  }
}

interface Scene {
  tenantId: string;
  id: string;
  pictures: string[];
}

/** A work of several pieces with a picture of sizes and one that waits for them. */
async function prepare(ids: { tenantId: string; id: string }): Promise<Scene> {
  const tenantId = await publicTenant(stores.table, ids.tenantId);
  const id = await draftProject(stores.table, tenantId, {
    id: ids.id,
    slug: 'one',
    title: 'v1',
    body: long('v1'),
  });
  const pictures = [
    await picture(stores, tenantId, id, 'a'),
    await picture(stores, tenantId, id, 'b', false),
  ];
  return { tenantId, id, pictures };
}

/** What each scene does with the work. Faults are in `through`; what people edit meanwhile is not part of it. */
const SCENES: Array<[string, (scene: Scene, through: Stores) => Promise<void>]> = [
  [
    'publishing anew under another slug',
    async ({ tenantId, id }, through) => {
      const { act, tidy } = actors(through, () => 0);
      await insist(() => act('publishProject', tenantId, id, 1));
      await insist(() => tidy(tenantId, 'project', id));
      const version = await edit(stores.table, tenantId, id, { title: 'v2', body: long('v2'), slug: 'two' });
      await insist(() => act('publishProject', tenantId, id, version));
      await insist(() => tidy(tenantId, 'project', id));
    },
  ],
  [
    'sizes that arrive after publishing',
    async ({ tenantId, id, pictures }, through) => {
      const { act, refresh, tidy } = actors(through, () => 0);
      await insist(() => act('publishProject', tenantId, id, 1));
      await processPicture(stores, tenantId, id, pictures[1]!);
      await insist(() => refresh(tenantId, id));
      await insist(() => tidy(tenantId, 'project', id));
    },
  ],
  [
    'taking down',
    async ({ tenantId, id }, through) => {
      const { act, tidy } = actors(through, () => 0);
      await insist(() => act('publishProject', tenantId, id, 1));
      await insist(() => act('unpublishProject', tenantId, id, 1));
      await insist(() => tidy(tenantId, 'project', id));
    },
  ],
  [
    'deleting',
    async ({ tenantId, id }, through) => {
      const { act, tidy } = actors(through, () => 0);
      await insist(() => act('publishProject', tenantId, id, 1));
      await insist(() => act('deleteProject', tenantId, id, 1));
      await insist(() => tidy(tenantId, 'project', id));
    },
  ],
  [
    'taking the profile down',
    async ({ tenantId, id }, through) => {
      const { act, tidy } = actors(through, () => 0);
      await insist(() => act('publishProject', tenantId, id, 1));
      await insist(() => act('unpublishProfile', tenantId, tenantId, 1));
      await insist(() => tidy(tenantId, 'profile', tenantId));
      await insist(() => tidy(tenantId, 'project', id));
    },
  ],
  [
    'deleting the tenant',
    async ({ tenantId, id }, through) => {
      const { act, tidy } = actors(through, () => 0);
      await insist(() => act('publishProject', tenantId, id, 1));
      await insist(() => act('deleteTenant', tenantId, tenantId, 1));
      await insist(() => tidy(tenantId, 'profile', tenantId));
      await insist(() => tidy(tenantId, 'project', id));
    },
  ],
];

/** What is public, or the failure of a reader. */
async function seen({ table }: { table: Table }, tenantId: string): Promise<string> {
  const content = createPublicContent(table);
  const found = await Promise.all(['one', 'two'].map((slug) => content.project(tenantId, slug)));
  return found
    .map((document) => {
      if (!document) return '-';
      expect(document.body).toBe(long(document.title));
      return document.title;
    })
    .join(' ');
}

/** What changes nothing fails the same before and after. */
const READS = ['get', 'batchGet', 'page', 'query', 'head', 'list', 'read'];

describe.each(SCENES)('%s', (_, run) => {
  const state = (scene: Scene) =>
    stateOf(stores, scene.tenantId, [
      scene.tenantId,
      scene.tenantId.toLowerCase(),
      scene.id,
      ...scene.pictures,
    ]);

  test('ends the same whichever call fails, and a reader always sees the old or the new', async () => {
    const plain = await prepare({ tenantId: ulid(), id: ulid() });
    const counted = failing(stores, Infinity, 'before');
    const views = new Set<string>();
    counted.beforeEachCall(async () => void views.add(await seen(stores, plain.tenantId)));
    await run(plain, counted);
    const expected = await state(plain);

    for (const [index, name] of counted.calls().entries()) {
      for (const moment of (READS.includes(name) ? ['before'] : ['before', 'after']) satisfies Moment[]) {
        const scene = await prepare({ tenantId: ulid(), id: ulid() });
        const through = failing(stores, index + 1, moment);
        through.beforeEachCall(async () => {
          if (through.calls().length === index + 2) views.add(await seen(stores, scene.tenantId));
        });
        await run(scene, through);
        expect(await state(scene), `${name}, call ${index + 1}, ${moment}`).toEqual(expected);
      }
    }
    expect([...views].filter((view) => !['- -', 'v1 -', '- v2'].includes(view))).toEqual([]);
  }, 240_000);
});

describe('side by side', () => {
  test('a publication that was overtaken by others comes to stand whole', async () => {
    const scene = await prepare({ tenantId: ulid(), id: ulid() });
    const { act, tidy } = actors(stores);
    await act('publishProject', scene.tenantId, scene.id, 1);

    await Promise.all(
      Array.from({ length: 4 }, async (_, at) => {
        await act(at === 1 ? 'unpublishProject' : 'publishProject', scene.tenantId, scene.id, 1);
        await tidy(scene.tenantId, 'project', scene.id);
      }),
    );
    await act('publishProject', scene.tenantId, scene.id, 1);
    await tidy(scene.tenantId, 'project', scene.id);

    expect(await seen(stores, scene.tenantId)).toBe('v1 -');
    const pieces = Object.keys((await stateOf(stores, scene.tenantId)).items).filter((key) =>
      key.includes('<attempt>'),
    );
    expect(pieces).toHaveLength(1);
  });

  test('pieces of a publication under way are left alone by a tidy that comes late', async () => {
    const scene = await prepare({ tenantId: ulid(), id: ulid() });
    const { act, tidy } = actors(stores);
    await act('publishProject', scene.tenantId, scene.id, 1);
    await act('unpublishProject', scene.tenantId, scene.id, 1);
    const through = failing(stores, Infinity, 'before');
    let lateTidies = 0;
    through.beforeEachCall(async () => {
      lateTidies += 1;
      await tidy(scene.tenantId, 'project', scene.id);
    });

    await actors(through).act('publishProject', scene.tenantId, scene.id, 1);

    expect(lateTidies).toBeGreaterThan(3);
    expect(await seen(stores, scene.tenantId)).toBe('v1 -');
  });

  test('sizes that are made while a work is published come to be shown', async () => {
    const scene = await prepare({ tenantId: ulid(), id: ulid() });
    const { act, refresh } = actors(stores);
    const through = failing(stores, Infinity, 'before');
    let calls = 0;
    through.beforeEachCall(async () => {
      calls += 1;
      if (calls === 3) await processPicture(stores, scene.tenantId, scene.id, scene.pictures[1]!);
    });

    await actors(through).act('publishProject', scene.tenantId, scene.id, 1);
    await refresh(scene.tenantId, scene.id);

    const document = await createPublicContent(stores.table).project(scene.tenantId, 'one');
    expect(document!.images.map(({ assetId }) => assetId)).toEqual(scene.pictures);
    expect(await act('publishProject', scene.tenantId, scene.id, 1)).toMatchObject({ awaitedAssetIds: [] });
  });

  test('sizes that arrive publish nothing that was edited since', async () => {
    const scene = await prepare({ tenantId: ulid(), id: ulid() });
    const { act, refresh } = actors(stores);
    await act('publishProject', scene.tenantId, scene.id, 1);
    await edit(stores.table, scene.tenantId, scene.id, { title: 'v2', body: long('v2') });
    await stores.table.update(
      { PK: `TENANT#${scene.tenantId}`, SK: `PROJECT#${scene.id}#ASSET#${scene.pictures[0]!}` },
      { expression: 'SET altText = :text', values: { ':text': 'not published yet' } },
    );
    await processPicture(stores, scene.tenantId, scene.id, scene.pictures[1]!);

    await refresh(scene.tenantId, scene.id);

    const document = await createPublicContent(stores.table).project(scene.tenantId, 'one');
    expect(document).toMatchObject({ title: 'v1', images: [{ altText: null }, { altText: null }] });
  });

  test('a picture that is shown again keeps its public copy when an older tidy comes late', async () => {
    const scene = await prepare({ tenantId: ulid(), id: ulid() });
    const [first] = scene.pictures as [string];
    const { act, tidy } = actors(stores);
    const audience = (to: string) =>
      stores.table.update(
        { PK: `TENANT#${scene.tenantId}`, SK: `PROJECT#${scene.id}#ASSET#${first}` },
        { expression: 'SET audience = :to', values: { ':to': to } },
      );
    await act('publishProject', scene.tenantId, scene.id, 1);
    await audience('PRIVATE');
    await act('publishProject', scene.tenantId, scene.id, 1);
    const through = failing(stores, Infinity, 'before');
    let calls = 0;
    through.beforeEachCall(async () => {
      calls += 1;
      if (calls !== 4) return;
      await audience('PUBLIC');
      await act('publishProject', scene.tenantId, scene.id, 1);
    });

    await actors(through).tidy(scene.tenantId, 'project', scene.id);
    await tidy(scene.tenantId, 'project', scene.id);

    expect(await stores.media.head(`p/${scene.tenantId}/${first}/0123456789abcdef-320.webp`)).not.toBeNull();
  });
});

describe('names', () => {
  test('a slug that somebody else has taken since stays theirs when a deletion is tidied again', async () => {
    const tenantId = await publicTenant(stores.table);
    const first = await draftProject(stores.table, tenantId, { slug: 'shared', title: 'v1' });
    const { act, tidy } = actors(stores);
    await act('publishProject', tenantId, first, 1);
    await act('deleteProject', tenantId, first, 1);
    const tombstone = await stores.table.get(tenantKey(tenantId, projectSk(first)));
    await tidy(tenantId, 'project', first);
    const second = await draftProject(stores.table, tenantId, { slug: 'shared', title: 'v2' });
    await act('publishProject', tenantId, second, 1);
    await stores.table.put(tombstone as never);

    await tidy(tenantId, 'project', first);

    expect(await stores.table.get(tenantKey(tenantId, slugSk('shared')))).toMatchObject({ holder: second });
    expect(await stores.table.get(publicKey(tenantId, publicProjectSk('shared')))).toMatchObject({
      entityId: second,
    });
    expect(await stores.table.get(tenantKey(tenantId, projectSk(first)))).toBeNull();
  });

  test('an asset whose sizes cannot be made is not waited for', async () => {
    const scene = await prepare({ tenantId: ulid(), id: ulid() });
    const { act, refresh } = actors(stores);
    await act('publishProject', scene.tenantId, scene.id, 1);
    await stores.table.put({
      ...tenantKey(scene.tenantId, derivedSk(scene.id, scene.pictures[1]!)),
      entity: 'derived',
      id: scene.pictures[1],
      tenantId: scene.tenantId,
      projectId: scene.id,
      problem: 'It is no picture.',
    });

    await refresh(scene.tenantId, scene.id);

    expect(await stores.table.get(tenantKey(scene.tenantId, projectSk(scene.id)))).toMatchObject({
      awaitedAssetIds: [],
    });
  });
});
