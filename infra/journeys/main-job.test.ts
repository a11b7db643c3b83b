import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
let token: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.signIn(DEMO);
  await publicProfile(platform, token, 'merian');
});
afterAll(() => platform.remove());

test('a work goes in through GraphQL, is published, and is read on a page and over REST', async () => {
  const title = 'Metamorphosis insectorum Surinamensium — “Ananas & Cockroaches” <1705>';

  const created = await platform.graphql<{ createProject: { id: string; slug: string; state: string } }>(
    token,
    'mutation ($input: CreateProjectInput!) { createProject(input: $input) { id slug state } }',
    { input: { title, medium: 'hand-coloured engraving', body: 'Seen in *Surinam*.', yearStart: 1705 } },
  );
  const { id, slug, state } = created.data!.createProject;
  expect(state).toBe('DRAFT');
  expect((await platform.page(`/@merian/${slug}/`)).status).toBe(404);

  const published = await platform.graphql<{ publishProject: { state: string } }>(
    token,
    'mutation ($id: ID!) { publishProject(id: $id, expectedVersion: 1) { state } }',
    { id },
  );
  expect(published.data!.publishProject.state).toBe('PUBLISHED');
  await platform.settled();

  const page = await platform.page(`/@merian/${slug}/`);
  expect(page.status).toBe(200);
  expect(page.html).toContain(
    'Metamorphosis insectorum Surinamensium — “Ananas &amp; Cockroaches” &lt;1705&gt;',
  );
  expect(page.html).toContain('Seen in <em>Surinam</em>.');
  const rest = await platform.rest(null, 'GET', `/v1/portfolios/merian/projects/${slug}`);
  expect(await rest.json()).toMatchObject({
    id,
    title,
    medium: 'hand-coloured engraving',
    artist: 'Artist merian',
  });
  expect((await platform.page('/')).html).toContain('Metamorphosis insectorum');
});

test('taking a work down removes its page and its public form, and keeps the draft', async () => {
  const { data } = await platform.graphql<{ createProject: { id: string } }>(
    token,
    'mutation { createProject(input: { title: "Short-lived" }) { id } }',
  );
  const { id } = data!.createProject;
  await platform.rest(token, 'POST', `/v1/projects/${id}/publish`, { body: { expectedVersion: 1 } });
  await platform.settled();
  expect((await platform.page('/@merian/short-lived/')).status).toBe(200);

  const down = await platform.rest(token, 'POST', `/v1/projects/${id}/unpublish`, {
    body: { expectedVersion: 1 },
  });
  await platform.settled();

  expect(down.status).toBe(200);
  expect((await platform.page('/@merian/short-lived/')).status).toBe(404);
  expect((await platform.rest(null, 'GET', '/v1/portfolios/merian/projects/short-lived')).status).toBe(404);
  expect((await platform.page('/@merian/')).html).not.toContain('Short-lived');
  expect(await (await platform.rest(token, 'GET', `/v1/projects/${id}`)).json()).toMatchObject({
    state: 'DRAFT',
  });
});

test('a new slug redirects from the old one, on the site and in the API', async () => {
  const { data } = await platform.graphql<{ createProject: { id: string } }>(
    token,
    'mutation { createProject(input: { title: "First name" }) { id } }',
  );
  const { id } = data!.createProject;
  await platform.rest(token, 'POST', `/v1/projects/${id}/publish`, { body: { expectedVersion: 1 } });
  await platform.settled();

  const renamed = await platform.rest(token, 'PATCH', `/v1/projects/${id}`, {
    body: { slug: 'second-name', expectedVersion: 1 },
  });
  expect(renamed.status).toBe(200);
  await platform.rest(token, 'POST', `/v1/projects/${id}/publish`, { body: { expectedVersion: 2 } });
  await platform.settled();

  const old = await fetch(`${platform.url}/@merian/first-name/`, { redirect: 'manual' });
  expect([old.status, old.headers.get('location')]).toEqual([301, '/@merian/second-name/']);
  expect((await platform.page('/@merian/second-name/')).status).toBe(200);
  const followed = await platform.rest(null, 'GET', '/v1/portfolios/merian/projects/first-name');
  expect(await followed.json()).toMatchObject({ slug: 'second-name' });
});
