/** Things as large as they may be stored: publishing them is refused in words, taking them down never. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
let token: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.signIn(DEMO);
  await publicProfile(platform, token, 'amsel');
});
afterAll(() => platform.remove());

/** Nine facts of 40,000 characters: 360 KB. */
const FACTS = Array.from({ length: 9 }, (_, at) => ({
  key: `k${at}`,
  label: 'Text',
  value: 'x'.repeat(40_000),
}));

interface Reply {
  status: number;
  body: { id: string; version: number; state: string; title: string; detail: string; errors?: unknown };
}

async function send(method: string, path: string, body?: object): Promise<Reply> {
  const response = await platform.rest(token, method, path, { body });
  return { status: response.status, body: (await response.json()) as Reply['body'] };
}

/** Makes the description as long as is taken, to the character. Answers the version after that. */
async function fill(path: string, from: number): Promise<number> {
  let version = from;
  let [fits, over] = [1, 60_000];
  while (over - fits > 1) {
    const length = Math.floor((fits + over) / 2);
    const { status } = await send('PATCH', path, {
      description: 'y'.repeat(length),
      expectedVersion: version,
    });
    expect([200, 413]).toContain(status);
    if (status === 200) [fits, version] = [length, version + 1];
    else over = length;
  }
  return version;
}

test('a project as large as is taken is not published, in words, and can be shortened, published and taken down', async () => {
  const created = await send('POST', '/v1/projects', { title: 'Full', facts: FACTS });
  const path = `/v1/projects/${created.body.id}`;
  const full = await fill(path, 1);

  const published = await send('POST', `${path}/publish`, { expectedVersion: full });
  const down = await send('POST', `${path}/unpublish`, { expectedVersion: full });

  expect([published.status, down.status]).toEqual([413, 200]);
  expect(published.body.detail).toMatch(/project nearly fills one entry.*Shorten the longest texts/);
  expect(down.body).toMatchObject({ state: 'DRAFT', version: full });

  await send('PATCH', path, { description: null, expectedVersion: full });
  const again = await send('POST', `${path}/publish`, { expectedVersion: full + 1 });
  expect([again.status, again.body.state]).toEqual([200, 'PUBLISHED']);

  const grown = await fill(path, full + 1);
  const refused = await send('POST', `${path}/publish`, { expectedVersion: grown });
  const gone = await send('POST', `${path}/unpublish`, { expectedVersion: grown });
  expect([200, 413]).toContain(refused.status);
  expect([gone.status, gone.body.state]).toEqual([200, 'DRAFT']);
}, 120_000);

test('a profile whose public form is too large says so, and not that a body is', async () => {
  const profile = await send('PATCH', '/v1/me/profile', {
    facts: FACTS,
    statement: 'z'.repeat(40_000),
    expectedVersion: 1,
  });
  expect(profile.status).toBe(200);

  const { status, body } = await send('POST', '/v1/me/profile/publish', { expectedVersion: 2 });

  expect([status, body.errors]).toEqual([413, undefined]);
  expect(body.detail).toMatch(/profile nearly fills one entry.*Shorten the longest texts/);
  expect(`${body.title} ${body.detail}`).not.toMatch(/body|input/i);
});
