import createClient from 'openapi-fetch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { paths } from '#openapi/types.gen.ts';
import { type Aimed, openAimed } from './aimed.testing.ts';

let platform: Aimed;
beforeAll(async () => {
  platform = await openAimed('by-a-tool');
});
afterAll(() => platform.remove());

test('openapi-fetch with the generated types writes, reads, changes and deletes a project', async () => {
  const { token } = platform;
  const client = createClient<paths>({
    baseUrl: platform.url,
    headers: { authorization: `Bearer ${token}` },
  });

  const created = await client.POST('/v1/projects', { body: { title: 'By a tool', tags: ['ink', 'paper'] } });
  expect(created.response.status).toBe(201);
  const projectId = created.data!.id;
  const read = await client.GET('/v1/projects/{projectId}', { params: { path: { projectId } } });
  expect(read.data).toMatchObject({ title: 'By a tool', tags: ['ink', 'paper'], version: 1 });

  const tag = read.response.headers.get('etag')!;
  const changed = await client.PATCH('/v1/projects/{projectId}', {
    params: { path: { projectId }, header: { 'If-Match': tag } },
    body: { medium: 'ink on paper' },
  });
  expect(changed.data).toMatchObject({ medium: 'ink on paper', version: 2 });
  const stale = await client.PATCH('/v1/projects/{projectId}', {
    params: { path: { projectId }, header: { 'If-Match': tag } },
    body: { medium: 'oil' },
  });
  expect(stale.response.status).toBe(412);
  expect(stale.error).toMatchObject({ status: 412 });

  const unchanged = await client.GET('/v1/projects/{projectId}', {
    params: { path: { projectId }, header: { 'If-None-Match': changed.response.headers.get('etag')! } },
  });
  expect(unchanged.response.status).toBe(304);
  const gone = await client.DELETE('/v1/projects/{projectId}', {
    params: { path: { projectId }, header: { 'If-Match': changed.response.headers.get('etag')! } },
  });
  expect(gone.response.status).toBe(200);
  const after = await client.GET('/v1/projects/{projectId}', { params: { path: { projectId } } });
  expect(after.response.status).toBe(404);
});
