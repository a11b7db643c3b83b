import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Aimed, openAimed } from './aimed.testing.ts';

let platform: Aimed;
let token: string;
/** Where the tenant's portfolio stands, on the site and over REST. */
let site: string;
let rest: string;

beforeAll(async () => {
  platform = await openAimed('merian');
  ({ token } = platform);
  site = `/@${platform.handle}`;
  rest = `/v1/portfolios/${platform.handle}/projects`;
});
afterAll(() => platform.remove());

async function drafted(title: string): Promise<{ id: string; slug: string }> {
  const { data } = await platform.graphql<{ createProject: { id: string; slug: string } }>(
    token,
    'mutation ($title: String!) { createProject(input: { title: $title }) { id slug } }',
    { title },
  );
  return data!.createProject;
}

test('a work goes in through GraphQL, is published, and is read on a page and over REST', async () => {
  const title = `Metamorphosis insectorum Surinamensium — “Ananas & Cockroaches” <1705> ${platform.mark}`;

  const created = await platform.graphql<{ createProject: { id: string; slug: string; state: string } }>(
    token,
    'mutation ($input: CreateProjectInput!) { createProject(input: $input) { id slug state } }',
    { input: { title, medium: 'hand-coloured engraving', body: 'Seen in *Surinam*.', yearStart: 1705 } },
  );
  const { id, slug, state } = created.data!.createProject;
  expect(state).toBe('DRAFT');
  expect((await platform.page(`${site}/${slug}/`)).status).toBe(404);

  const published = await platform.graphql<{ publishProject: { state: string } }>(
    token,
    'mutation ($id: ID!) { publishProject(id: $id, expectedVersion: 1) { state } }',
    { id },
  );
  expect(published.data!.publishProject.state).toBe('PUBLISHED');
  await platform.settled();

  const page = await platform.page(`${site}/${slug}/`);
  expect(page.status).toBe(200);
  expect(page.html).toContain(
    `Metamorphosis insectorum Surinamensium — “Ananas &amp; Cockroaches” &lt;1705&gt; ${platform.mark}`,
  );
  expect(page.html).toContain('Seen in <em>Surinam</em>.');
  const answer = await platform.rest(null, 'GET', `${rest}/${slug}`);
  expect(await answer.json()).toMatchObject({ id, title, medium: 'hand-coloured engraving' });
  expect((await platform.page('/')).html).toContain(platform.mark);
});

test('taking a work down removes its page and its public form, and keeps the draft', async () => {
  const title = `Short-lived ${platform.mark}`;
  const { id, slug } = await drafted(title);
  await platform.rest(token, 'POST', `/v1/projects/${id}/publish`, { body: { expectedVersion: 1 } });
  await platform.settled();
  expect((await platform.page(`${site}/${slug}/`)).status).toBe(200);

  const down = await platform.rest(token, 'POST', `/v1/projects/${id}/unpublish`, {
    body: { expectedVersion: 1 },
  });
  await platform.settled();

  expect(down.status).toBe(200);
  expect((await platform.page(`${site}/${slug}/`)).status).toBe(404);
  expect((await platform.rest(null, 'GET', `${rest}/${slug}`)).status).toBe(404);
  expect((await platform.page(`${site}/`)).html).not.toContain(title);
  expect(await (await platform.rest(token, 'GET', `/v1/projects/${id}`)).json()).toMatchObject({
    state: 'DRAFT',
  });
});

test('a new slug redirects from the old one, on the site and in the API', async () => {
  const first = await drafted(`First name ${platform.mark}`);
  const { id } = first;
  const second = `second-name-${platform.mark}`;
  await platform.rest(token, 'POST', `/v1/projects/${id}/publish`, { body: { expectedVersion: 1 } });
  await platform.settled();

  const renamed = await platform.rest(token, 'PATCH', `/v1/projects/${id}`, {
    body: { slug: second, expectedVersion: 1 },
  });
  expect(renamed.status).toBe(200);
  await platform.rest(token, 'POST', `/v1/projects/${id}/publish`, { body: { expectedVersion: 2 } });
  await platform.settled();

  const old = await platform.page(`${site}/${first.slug}/`);
  expect([old.status, old.location]).toEqual([301, `${site}/${second}/`]);
  expect((await platform.page(`${site}/${second}/`)).status).toBe(200);
  const followed = await platform.rest(null, 'GET', `${rest}/${first.slug}`);
  expect(await followed.json()).toMatchObject({ slug: second });
});
