/** What the platform tells of itself while it works: followed by the request's id, and free of what is somebody's. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logFolder } from '../local/observability/observability.ts';
import { enrichMachines } from '#infra/inventory/enrichment.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

const CANARY = 'Xylophonquarz';
const ADDRESS = 'canary.person@observed.example';
const REQUEST = 'journey-request-0001';
const ENRICHING = 'journey-request-0002';

let platform: TestPlatform;
let secrets: string[];
let projectId: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  const signedIn = await platform.signIn(DEMO);
  await publicProfile(platform, signedIn, 'amsel');
  const made = await platform.graphql<{ createToken: { secret: string } }>(
    signedIn,
    'mutation { createToken(input: {name: "observed", scopes: [READ]}) { secret } }',
  );
  const token = made.data?.createToken.secret ?? '';
  expect(token).toMatch(/^art_/);
  secrets = [signedIn, token];
  const headers = { 'x-request-id': REQUEST };
  const body = {
    title: `${CANARY} title`,
    description: `${CANARY} words, write to ${ADDRESS}`,
    medium: CANARY,
    tags: [CANARY],
  };
  const project = await platform.rest(signedIn, 'POST', '/v1/projects', { body, headers });
  ({ id: projectId } = (await project.json()) as { id: string });
  const publish = { body: { expectedVersion: 1 }, headers };
  expect(
    (await platform.rest(signedIn, 'POST', `/v1/projects/${projectId}/publish`, publish)).status,
  ).toBeLessThan(300);
  const enriching = { headers: { 'x-request-id': ENRICHING } };
  expect((await platform.rest(signedIn, 'POST', `/v1/projects/${projectId}/enrich`, enriching)).status).toBe(
    200,
  );
  // What goes wrong says what it was sent; the log may not.
  await platform.rest(`${CANARY}.not.a.token`, 'GET', '/v1/projects');
  await platform.rest(token, 'POST', '/v1/projects', { body: { title: 7, note: CANARY } });
  await platform.rest(signedIn, 'POST', '/v1/projects', { body: { title: CANARY.repeat(200) } });
  await platform.rest(signedIn, 'GET', `/v1/search?q=${CANARY}&after=${CANARY}`);
  await platform.graphql(signedIn, `query { ${CANARY} }`);
  await platform.graphql(signedIn, `{ project(id: "${CANARY}") { id } }`);
  await fetch(`${platform.url}/auth/sign-in?email=${ADDRESS}&password=${CANARY}`);
  await fetch(`${platform.url}/${CANARY}/`);
  await platform.settled();
}, 240_000);

afterAll(() => platform.remove());

const lines = () =>
  readdirSync(logFolder(platform.dataDir)).flatMap((name) =>
    readFileSync(join(logFolder(platform.dataDir), name), 'utf8')
      .trimEnd()
      .split('\n'),
  );
const told = () => lines().map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the log', () => {
  it('follows one request from the edge through the function to every consumer of its events', async () => {
    await expect
      .poll(
        () =>
          told()
            .filter(({ requestId }) => requestId === REQUEST)
            .map(({ service }) => service),
        {
          timeout: 20_000,
        },
      )
      .toEqual(
        expect.arrayContaining([
          'rest',
          'publish',
          'publisher',
          'announce',
          'index-content',
          'tidy',
          'embed',
        ]),
      );
    const [first] = told().filter(({ service, requestId }) => service === 'rest' && requestId === REQUEST);
    expect(first).toMatchObject({ route: '/v1/projects', method: 'POST', status: 201 });
  });

  it('follows one through the machine that enriches, from its first step to who hears of its end', async () => {
    await expect
      .poll(
        () =>
          told()
            .filter(({ requestId }) => requestId === ENRICHING)
            .map(({ service, eventType }) => [service, eventType].filter(Boolean).join(' ')),
        { timeout: 60_000 },
      )
      .toEqual(
        expect.arrayContaining([
          'rest',
          'enrich-start enrichment.requested',
          ...Object.values(enrichMachines[0]?.tasks ?? {}),
          'announce enrichment.processed',
          'refresh-generated enrichment.processed',
        ]),
      );
  });

  it('holds no text, token or address of anybody, in the file or for people', () => {
    const everything = [...lines(), ...platform.logged].join('\n');

    expect(everything).toContain(projectId);
    for (const canary of [CANARY, CANARY.toLowerCase(), ADDRESS, ...secrets])
      expect(everything).not.toContain(canary);
  });
});

it('the figures hold none either, and say what was done', async () => {
  const text = await (await fetch(`${platform.url}/metrics`)).text();

  expect(text).toContain('route="/v1/projects/{projectId}/publish"');
  expect(text).toMatch(/artissist_event_lag_seconds_count\{consumer="publisher"\} [1-9]/);
  expect(text).toContain('artissist_queue_dead_letters{consumer="publisher"} 0');
  expect(text).not.toContain(CANARY);
});

it('health names the index and the publisher among its parts', async () => {
  const answer = (await (await fetch(`${platform.url}/health`)).json()) as object;

  expect(answer).toMatchObject({
    status: 'up',
    parts: { table: true, events: true, publisher: true, index: true, media: true, site: true },
  });
});
