import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importCatalogue, type ImportOptions } from './catalogue.ts';
import { UnreachableError } from './client.ts';
import { parseMapping } from './mapping.ts';
import { fakePlatform, rowsOf, seeded, type FakePlatform } from './testing.ts';

const mapping = parseMapping(
  JSON.parse(readFileSync(new URL('mappings/museum.json', import.meta.url), 'utf8')),
);
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);

const artists = [
  { id: 'm:1', handle: 'ada', name: 'Ada', birth_year: 1900 },
  { id: 'm:2', name: 'Łukasz Øst', party_type: 'Collaboration' },
  { id: 'm:3', handle: 'docs', name: '酒井鶯蒲' },
];
const works = [
  {
    id: 'w:1',
    source: 's',
    artist_ids: ['m:1'],
    artist_names: ['Ada'],
    title: 'One',
    images: [{ file: 'a/one.png' }],
  },
  {
    id: 'w:2',
    source: 's',
    artist_ids: ['m:2', 'm:1', 'm:9'],
    artist_names: ['L. Øst', 'Ada', 'Nobody Known'],
    artist_roles: ['painter', null, 'printer'],
    title: '',
  },
  { id: 'w:3', source: 'museum of x', title: 'Found' },
];
const logs = [
  { id: 'l:1', work_id: 'w:1', date: '2011-01-30 09:00:00-05', title: 'A day', html: '<p>x</p>' },
  { id: 'l:2', artist_ids: ['m:9', 'm:2'], date: '2011-01-30', html: '<p>y</p>', media_type: 'audio' },
  { id: 'l:3', date: 'yesterday' },
];

function options(platform: FakePlatform, more: Partial<ImportOptions> = {}): ImportOptions {
  return {
    api: platform.api,
    upload: platform.upload,
    artists: rowsOf(...artists),
    works: rowsOf(...works),
    logs: rowsOf(...logs),
    images: async (name) => (name === 'a/one.png' ? { bytes: PNG, fileName: 'one.png' } : undefined),
    mapping,
    publish: true,
    sleep: async () => undefined,
    ...more,
  };
}

/** Everything that is kept, by reference, without what differs from run to run. */
function state(platform: FakePlatform): unknown {
  const all = [platform.tenants, platform.projects, platform.logs, platform.assets].flatMap((items) => [
    ...items.values(),
  ]);
  const kept = all.map(({ id: _, tenantId: __, projectId: ___, ...item }) => item);
  for (const item of kept) {
    // An asset whose bytes never came is replaced under the next reference.
    item.externalRef = String(item.externalRef).replace(/~\d$/, '');
  }
  return kept.sort((a, b) => String(a.externalRef).localeCompare(String(b.externalRef)));
}

describe('an import', () => {
  it('makes a tenant of every artist, a project of every work, and publishes them', async () => {
    const platform = fakePlatform();

    const report = await importCatalogue(options(platform));

    expect(report.artists).toEqual({ created: 4, updated: 0, unchanged: 0, refused: 0, published: 4 });
    expect(report.works).toMatchObject({ created: 4, published: 4, refused: 0 });
    expect(report.logs).toMatchObject({ created: 2, refused: 1 });
    expect([...platform.tenants.values()].map(({ handle }) => handle)).toEqual([
      'ada',
      'lukasz-ost',
      expect.stringMatching(/^artist-[0-9a-f]{8}$/),
      'unknown-artist-museum-of-x',
    ]);
    expect(platform.headers['x-artissist-via']).toBe('import');
  });

  it.each([
    ['a list', { name: ['list'] }, '["list"]'],
    ['an empty text', { name: '' }, '""'],
    ['nothing', {}, 'nothing'],
  ])(
    'refuses an artist whose name is %s, by field, without asking the platform',
    async (_name, more, received) => {
      const platform = fakePlatform();
      const odd = { id: 'm:4', handle: 'odd', ...more };

      const report = await importCatalogue(
        options(platform, { artists: rowsOf(odd), works: [], logs: [], images: async () => undefined }),
      );

      expect(report.rows).toEqual([
        {
          file: 'artists',
          line: 1,
          id: 'm:4',
          outcome: 'refused',
          reason: `The name must be a text of 1 to 1000 characters. Received: ${received}. Put one into name, and run the import again.`,
          field: 'input.name',
          received,
        },
      ]);
      expect(report.artists).toMatchObject({ created: 0, refused: 1 });
      expect(platform.headers).toEqual({});
    },
  );

  it('gives a work to its first artist and credits the others, with role and handle as far as they are known', async () => {
    const platform = fakePlatform();

    const report = await importCatalogue(options(platform));

    const work = [...platform.projects.values()].find(({ externalRef }) => externalRef === 'w:2');
    const owner = [...platform.tenants.values()].find(({ id }) => id === work?.tenantId);
    expect(owner).toMatchObject({ name: 'Łukasz Øst', kind: 'ORGANISATION' });
    expect(work).toMatchObject({
      title: 'Untitled',
      credits: [
        { name: 'Ada', role: null, handle: 'ada' },
        { name: 'Nobody Known', role: 'printer', handle: null },
      ],
    });
    expect(work?.facts).toContainEqual({ key: 'artist_names', label: 'Artist as named', value: 'L. Øst' });
    expect(work?.facts).toContainEqual({
      key: 'artist_roles',
      label: 'Part of the artist',
      value: 'painter',
    });
    expect(report.rows).toContainEqual({
      file: 'works',
      line: 2,
      id: 'w:2',
      outcome: 'noted',
      reason: 'No artist has the id m:9: credited by name, without a portfolio.',
    });
  });

  it('puts logs on their work, else on the process log of their artist, and keeps what has no field', async () => {
    const platform = fakePlatform();

    await importCatalogue(options(platform));

    const [first, second] = [...platform.logs.values()].sort((a, b) =>
      String(a.externalRef).localeCompare(String(b.externalRef)),
    );
    expect(first).toMatchObject({
      title: 'A day',
      body: '<p>x</p>',
      occurredAt: '2011-01-30T09:00:00-05:00',
    });
    const gathered = platform.projects.get(second?.projectId as string);
    expect(gathered).toMatchObject({ title: 'Process log', externalRef: 'log:m:2' });
    const [fact] = gathered?.facts as Array<{ value: string }>;
    expect(JSON.parse(fact?.value ?? '')).toEqual({
      id: 'l:2',
      artist_ids: ['m:9', 'm:2'],
      media_type: 'audio',
    });
  });

  it('waits for its images to be ready before it publishes', async () => {
    const platform = fakePlatform();

    const report = await importCatalogue(options(platform));

    expect(report.images.created).toBe(1);
    expect([...platform.assets.values()]).toMatchObject([
      { fileName: 'one.png', contentType: 'image/png', size: PNG.byteLength, status: 'READY' },
    ]);
  });

  it('leaves out a file name that the contract does not take', async () => {
    const platform = fakePlatform();

    await importCatalogue(
      options(platform, { images: async () => ({ bytes: PNG, fileName: 'one\u202Egnp.exe' }) }),
    );

    expect([...platform.assets.values()][0]).toMatchObject({ status: 'READY' });
    expect([...platform.assets.values()][0]).not.toHaveProperty('fileName', expect.anything());
  });

  it('changes nothing when it is run again', async () => {
    const platform = fakePlatform();
    await importCatalogue(options(platform));
    const before = state(platform);
    platform.done.length = 0;

    const report = await importCatalogue(options(platform));

    expect(state(platform)).toEqual(before);
    expect(report.works).toEqual({ created: 0, updated: 0, unchanged: 4, refused: 0, published: 0 });
    expect(
      platform.done.filter((name) => !['profile', 'project', 'logEntry', 'asset'].includes(name)),
    ).toEqual([]);
  });

  it('changes only what differs, and publishes that', async () => {
    const platform = fakePlatform();
    await importCatalogue(options(platform));
    platform.done.length = 0;
    const [first, ...others] = works;

    const changed = { ...first, id: 'w:1', title: 'One, revised' };
    const report = await importCatalogue(options(platform, { works: rowsOf(changed, ...others) }));

    expect(report.works).toMatchObject({ updated: 1, unchanged: 3, published: 1 });
    expect([...platform.projects.values()].find(({ externalRef }) => externalRef === 'w:1')).toMatchObject({
      title: 'One, revised',
      version: 2,
      publishedVersion: 2,
    });
  });

  it('gives the next handle when another tenant has it, and finds it again', async () => {
    const platform = fakePlatform({ takenHandles: ['ada', 'ada-2'] });
    await importCatalogue(options(platform));

    const report = await importCatalogue(options(platform));

    const ada = [...platform.tenants.values()].find(({ name }) => name === 'Ada');
    expect(ada?.handle).toBe('ada-3');
    expect(ada?.facts).toContainEqual({ key: 'handle', label: 'Handle in the source', value: 'ada' });
    expect(report.artists.unchanged).toBe(4);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('survives failures and lost answers, by seed %i', async (seed) => {
    const calm = fakePlatform();
    await importCatalogue(options(calm));
    const platform = fakePlatform({ random: seeded(seed), failures: 0.3 });

    const report = await importCatalogue(options(platform));

    expect(state(platform)).toEqual(state(calm));
    expect(report.retries).toBeGreaterThan(0);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('goes on where it was interrupted, by seed %i', async (seed) => {
    const calm = fakePlatform();
    await importCatalogue(options(calm));
    const platform = fakePlatform();
    const random = seeded(seed);
    let left = 0;
    const interrupted: ImportOptions['api'] = async (...call) => {
      left -= 1;
      if (left < 0) throw new UnreachableError('stopped');
      return platform.api(...call);
    };
    for (let runs = 0; runs < 200; runs += 1) {
      left = 3 + Math.floor(random() * 20);
      await importCatalogue(options(platform, { api: interrupted, concurrency: 1 })).catch(() => undefined);
    }

    await importCatalogue(options(platform));

    expect(state(platform)).toEqual(state(calm));
  });
});

describe('the report of an import', () => {
  it('names the line of what cannot be taken', async () => {
    const platform = fakePlatform({
      refuse: (name, input) =>
        name === 'createTenant' && input.name === 'D' ? 'give it another name' : undefined,
    });

    const report = await importCatalogue(
      options(platform, {
        artists: [
          { line: 1, record: { id: 'a', name: 'A Man' } },
          { line: 2, problem: 'The line is not JSON.' },
          { line: 3, record: { id: 'a', name: 'B Woman' } },
          { line: 4, record: { name: 'C' } },
          { line: 5, record: { id: 'd', name: 'D' } },
        ],
        works: rowsOf(
          { id: '1', artist_ids: ['a'], title: 't' },
          { id: '2', artist_ids: ['zz'], title: 't' },
          { id: '3', artist_ids: ['d'], title: 't' },
          { id: '1', artist_ids: ['a'], title: 't' },
        ),
        logs: rowsOf({ id: 'l', work_id: 'none', date: '2020-01-01' }),
      }),
    );

    expect(report.rows.map(({ file, line, id, outcome }) => [file, line, id, outcome])).toEqual([
      ['artists', 2, null, 'refused'],
      ['artists', 3, 'a', 'refused'],
      ['artists', 4, null, 'refused'],
      ['artists', 5, 'd', 'refused'],
      ['works', 2, '2', 'refused'],
      ['works', 3, '3', 'refused'],
      ['works', 4, '1', 'refused'],
      ['logs', 1, 'l', 'refused'],
    ]);
    expect(report.rows[3]).toMatchObject({ errorType: 'BadInput', field: 'input' });
    expect(report.works).toMatchObject({ created: 1, refused: 3 });
  });

  it('ends the import when the platform cannot be reached', async () => {
    const api = async () => Promise.reject(new Error('connection refused'));

    const ended = importCatalogue(options(fakePlatform(), { api }));

    await expect(ended).rejects.toThrow(/did not answer createTenant in 8 tries: connection refused/);
  });
});
