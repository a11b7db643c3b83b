/** Visitors come, the day is counted, and the tenant reads who has looked at what. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { composeStats } from '../local/analytics/analytics.ts';
import { accessLogDir } from '../local/analytics/directory.ts';
import { DEMO, MEMBER, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const SAFARI = 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15';
/** Busy machines write late. */
const WRITTEN_IN = { timeout: 20_000 };
const today = new Date().toISOString().slice(0, 10);

let platform: TestPlatform;
let token: string;
let projectId: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.signIn(DEMO);
  await publicProfile(platform, token, 'hokusai');
  const created = await platform.rest(token, 'POST', '/v1/projects', { body: { title: 'Great Wave' } });
  projectId = ((await created.json()) as { id: string }).id;
  await platform.rest(token, 'POST', `/v1/projects/${projectId}/publish`, { body: { expectedVersion: 1 } });
  await platform.settled();
});
afterAll(() => platform.remove());

const look = async (path: string, agent: string, referer = ''): Promise<void> => {
  const response = await fetch(`${platform.url}${path}`, {
    headers: { 'user-agent': agent, ...(referer !== '' && { referer }) },
  });
  await response.text();
};

/** The line of a request is written after its answer. */
const logged = (words: string): Promise<void> =>
  vi.waitFor(() => {
    const now = new Date().toISOString();
    const file = join(
      accessLogDir(platform.dataDir),
      today.replaceAll('-', '/'),
      `${now.slice(11, 13)}.jsonl`,
    );
    expect(readFileSync(file, 'utf8')).toContain(words);
  }, WRITTEN_IN);

async function countToday(): Promise<unknown> {
  const stats = composeStats(platform.table, platform.dataDir);
  const exported = await stats.prepare({ step: 'export', run: 'test' });
  const copy = 'copy' in exported ? exported.copy : '';
  await stats.prepare({ step: 'clean', run: 'test', day: today, copy });
  const answer = await stats.count({ day: today });
  stats.close();
  return answer;
}

describe('visits of a day', () => {
  it('are what people looked at, in GraphQL and REST alike', async () => {
    await look('/@hokusai/', FIREFOX, 'https://www.example.org/links?page=2');
    await look('/@hokusai/great-wave/', FIREFOX, `${platform.url}/@hokusai/`);
    await look('/@hokusai/great-wave/', FIREFOX);
    await look('/@hokusai/great-wave/', SAFARI, `${platform.url}/search/?q=gro%C3%9Fe+Welle`);
    await look('/@hokusai/great-wave/', 'Mozilla/5.0 (compatible; Googlebot/2.1)');
    await look('/@hokusai/not-there/', SAFARI);
    await look('/@hokusai/?last', 'curl/8');
    await logged('"cs_uri_query":"last"');

    const counted = await countToday();
    const again = await countToday();

    expect(counted).toMatchObject({ tenants: 1, views: 3, gone: 0 });
    expect(again).toEqual(counted);
    const path = `/v1/me/stats?from=${today}&to=${today}`;
    const byRest = await (await platform.rest(token, 'GET', path)).json();
    expect(byRest).toEqual({
      ...{ from: today, to: today, views: 3, visitors: 2 },
      days: [{ day: today, views: 3, visitors: 2 }],
      referrers: [{ name: 'example.org', views: 1, visitors: 1 }],
      countries: [],
      works: [{ projectId, title: 'Great Wave', views: 2, visitors: 2 }],
      terms: [{ name: 'große welle', views: 1, visitors: 1 }],
    });
    const query = `{ stats(from: "${today}", to: "${today}") { views works { projectId views } } }`;
    const byGraphql = await platform.graphql(token, query);
    expect(byGraphql.data).toEqual({ stats: { views: 3, works: [{ projectId, views: 2 }] } });
  });

  it('are of the tenant alone, and of nobody else', async () => {
    const other = await platform.signIn(MEMBER);
    await publicProfile(platform, other, 'hiroshige');

    const answer = await platform.rest(other, 'GET', `/v1/me/stats?from=${today}&to=${today}`);
    const anonymous = await platform.rest(null, 'GET', `/v1/me/stats?from=${today}&to=${today}`);

    expect(await answer.json()).toMatchObject({ views: 0, days: [], works: [] });
    expect(anonymous.status).toBe(401);
  });

  it.each([
    ['from=2026-11-02&to=2026-11-01', /to must not be before from/],
    ['from=2026-10-01&to=2026-11-01', /are 32 days; at most 31/],
    ['from=2026-13-01&to=2026-11-01', /from/],
    ['from=2026-11-01', /to/],
  ])('with %s are refused with a reason', async (query, reason) => {
    const response = await platform.rest(token, 'GET', `/v1/me/stats?${query}`);

    expect(response.status).toBe(400);
    expect(((await response.json()) as { detail: string }).detail).toMatch(reason);
  });

  it('go with the tenant', async () => {
    const other = await platform.signIn(MEMBER);
    const { id: tenantId } = (await (await platform.rest(other, 'GET', '/v1/me/profile')).json()) as {
      id: string;
    };
    await look('/@hiroshige/', FIREFOX);
    await look('/@hiroshige/?gone', 'curl/8');
    await logged('"cs_uri_query":"gone"');
    await countToday();
    const items = () =>
      platform.table.page({
        condition: {
          expression: 'PK = :pk AND begins_with(SK, :sk)',
          values: { ':pk': `TENANT#${tenantId}`, ':sk': 'STATS#' },
        },
      });
    expect((await items()).items).toHaveLength(1);

    await platform.graphql(other, 'mutation { deleteTenant(expectedVersion: 1) { id } }');
    await platform.settled();

    expect((await items()).items).toEqual([]);
    expect(await countToday()).toMatchObject({ tenants: 1 });
    expect((await items()).items).toEqual([]);
  });
});
