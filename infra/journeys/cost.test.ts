/** What the cost model says that actions take of the table is measured here, on the platform itself. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Action, ACTIONS, type ActionName } from '../cost/actions.ts';
import { must } from './isolation-tenant.testing.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';
import { startTableMeter, type TableMeter } from './table-meter.testing.ts';
import { uploaded } from './uploads-file.testing.ts';

/** Part of a figure that may be missed: sizes of items differ by a few bytes from run to run. */
const TOLERANCE = 0.15;
const WORDS =
  'Ink on paper, drawn at the harbour in winter light, with salt on the plate and a second state in brown. ';

let meter: TableMeter;
let platform: TestPlatform;
let token: string;

beforeAll(async () => {
  meter = await startTableMeter();
  const before = process.env.DYNAMODB_ENDPOINT;
  process.env.DYNAMODB_ENDPOINT = meter.endpoint;
  try {
    platform = await startTestPlatform();
  } finally {
    if (before === undefined) delete process.env.DYNAMODB_ENDPOINT;
    else process.env.DYNAMODB_ENDPOINT = before;
  }
  token = await platform.signIn(DEMO);
  await publicProfile(platform, token, 'meter');
});
afterAll(async () => {
  await platform?.remove();
  await meter?.close();
});

const files = (folder: string): Map<string, string> => {
  const dir = join(platform.dataDir, folder);
  const found = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    found.map(({ parentPath, name }) => {
      const { mtimeMs, size } = statSync(join(parentPath, name));
      return [join(parentPath, name), `${mtimeMs} ${size}`];
    }),
  );
};

const written = (before: ReadonlyMap<string, string>, folder: string): number =>
  [...files(folder)].filter(([name, state]) => before.get(name) !== state).length;

/** Done when the stream has nothing more to say. */
async function settled(): Promise<void> {
  await meter.quiet();
  await platform.settled();
  await meter.quiet();
}

async function measured(name: ActionName, act: () => Promise<unknown>): Promise<void> {
  const expected: Action = ACTIONS[name];
  await settled();
  meter.taken();
  const before = { media: files('media'), site: files('site/public') };

  await act();
  await settled();
  const taken = meter.taken();

  expect({ name, events: taken.events }).toEqual({ name, events: expected.events });
  for (const units of ['requests', 'readUnits', 'writeUnits', 'records'] as const) {
    const missed = Math.abs(taken[units] - expected[units]);
    expect(
      missed,
      `${name} took ${taken[units]} ${units}; infra/cost/actions.ts says ${expected[units]}`,
    ).toBeLessThanOrEqual(Math.max(1, expected[units] * TOLERANCE));
  }
  expect({
    name,
    mediaPuts: written(before.media, 'media'),
    sitePages: written(before.site, 'site/public'),
  }).toEqual({ name, mediaPuts: expected.mediaPuts, sitePages: expected.sitePages });
}

const change = (field: string, variables: Record<string, unknown>) =>
  must(
    platform,
    token,
    `mutation($id:ID!,$v:Int!){${field}(id:$id,expectedVersion:$v){id version}}`,
    variables,
  );

test('every action takes of the table what the cost model says', async () => {
  let id = '';
  await measured('createWork', async () => {
    const input = {
      title: 'Harbour at dusk',
      medium: 'etching',
      yearStart: 1905,
      description: WORDS.repeat(3),
      body: WORDS.repeat(20),
      tags: ['harbour', 'sea', 'winter'],
    };
    const { made } = await must(
      platform,
      token,
      'mutation($input:CreateProjectInput!){made:createProject(input:$input){id version}}',
      { input },
    );
    id = made!.id;
  });
  const picture = await sharp({
    create: {
      ...{ width: 2400, height: 1600, channels: 3, background: '#334455' },
      noise: { type: 'gaussian', mean: 100, sigma: 30 },
    },
  })
    .jpeg()
    .toBuffer();
  await measured('uploadPicture', () =>
    uploaded(platform, token, id, picture, { contentType: 'image/jpeg' }),
  );
  await measured('publishFirst', () => change('publishProject', { id, v: 1 }));
  await measured('editWork', () =>
    must(
      platform,
      token,
      'mutation($id:ID!){updateProject(id:$id,expectedVersion:1,input:{medium:"drypoint"}){id version}}',
      { id },
    ),
  );
  await measured('publishAgain', () => change('publishProject', { id, v: 2 }));
  await measured('readOwn', () => platform.rest(token, 'GET', `/v1/projects/${id}?expand=logs,assets`));
  await measured('listOwn', () => must(platform, token, '{projects{items{id title}}}'));
  await measured('readPublic', () =>
    platform.rest(null, 'GET', '/v1/portfolios/meter/projects/harbour-at-dusk'),
  );
  await measured('search', () => platform.page('/search/?q=harbour'));
  await measured('enrich', () => platform.rest(token, 'POST', `/v1/projects/${id}/enrich`));
});
