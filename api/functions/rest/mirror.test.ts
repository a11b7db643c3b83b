import { describe, expect, it } from 'vitest';
import { restMirror } from './testing.ts';

const project = {
  id: 'p1',
  title: 'Wave',
  tags: ['sea'],
  facts: [{ key: 'a', label: 'A', value: '1' }],
  version: 3,
};

describe('reading', () => {
  it('answers an operation with its answer alone, tagged by version and content', async () => {
    const { send, asked } = restMirror({ project: { data: { project } } });

    const answer = await send('GET /v1/projects/p1');

    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(project);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'private, no-cache',
      vary: 'Authorization, X-Tenant',
      'x-request-id': 'request-0001',
    });
    expect(answer.headers.etag).toMatch(/^"3-[0-9a-f]{16}"$/);
    expect(asked[0]?.variables).toEqual({ projectId: 'p1' });
  });

  it.each([
    [
      'a personal access token without Bearer',
      { authorization: 'Bearer art_secret' },
      { authorization: 'art_secret' },
    ],
    ['a JWT without Bearer', { authorization: 'bearer a.b.c' }, { authorization: 'a.b.c' }],
    [
      'the tenant acted for',
      { authorization: 'Bearer a.b.c', 'x-tenant': '01ARZ3NDEKTSV4RRFFQ69G5FAV' },
      { authorization: 'a.b.c', 'x-tenant': '01ARZ3NDEKTSV4RRFFQ69G5FAV' },
    ],
  ])('forwards %s', async (_name, headers: Record<string, string>, forwarded) => {
    const { send, asked } = restMirror({ me: { data: { me: { uid: 'u' } } } });

    await send('GET /v1/me', { headers });

    expect(asked[0]?.headers).toEqual({
      'content-type': 'application/json',
      'x-artissist-via': 'rest',
      'x-request-id': 'request-0001',
      ...forwarded,
    });
  });

  it('reads what is public with the API key, whatever credential is sent, and lets it be shared', async () => {
    const { send, asked } = restMirror({
      portfolio: { data: { portfolio: { handle: 'hokusai', version: 1 } } },
    });

    const answer = await send('GET /v1/portfolios/hokusai', {
      headers: { authorization: 'Bearer art_secret' },
    });

    expect(answer.headers['cache-control']).toBe('public, max-age=60');
    expect(asked[0]?.headers).toMatchObject({ 'x-api-key': 'da2-key' });
    expect(asked[0]?.headers).not.toHaveProperty('authorization');
  });

  it('takes a path with slashes, encoded or not', async () => {
    const { send, asked } = restMirror({ publicPage: { data: { publicPage: { path: 'a/b' } } } });

    await send('GET /v1/portfolios/hokusai/pages/a/b%20c/d');
    await send('GET /v1/portfolios/hokusai/pages/a%2Fb');

    expect(asked.map(({ variables }) => variables.path)).toEqual(['a/b c/d', 'a/b']);
  });

  it('answers a list with a link to the page after it', async () => {
    const { send, asked } = restMirror({
      projects: { data: { projects: { items: [project], next: 'c 2' } } },
    });

    const answer = await send('GET /v1/projects?limit=1&order=TITLE_ASC&cursor=c1');

    expect(answer.body).toEqual({ items: [project], next: 'c 2' });
    expect(answer.headers.link).toBe(
      '<http://localhost:4321/v1/projects?limit=1&order=TITLE_ASC&cursor=c+2>; rel="next"',
    );
    expect(asked[0]?.variables).toEqual({ limit: 1, order: 'TITLE_ASC', cursor: 'c1' });
  });

  it('answers what stands below another field', async () => {
    const memberships = { items: [], next: null };
    const { send } = restMirror({ memberships: { data: { me: { memberships } } } });

    const answer = await send('GET /v1/me/memberships');

    expect(answer.body).toEqual(memberships);
    expect(answer.headers.link).toBeUndefined();
  });

  it('turns expand into the variables of the operation', async () => {
    const { send, asked } = restMirror({ project: { data: { project } } });

    await send('GET /v1/projects/p1?expand=logs,assets');

    expect(asked[0]?.variables).toEqual({ projectId: 'p1', expandLogs: true, expandAssets: true });
  });

  it.each([
    ['names', 'title,version', { title: 'Wave', version: 3 }],
    ['a name below another', 'facts.key', { facts: [{ key: 'a' }] }],
    ['the larger of two that overlap', 'facts.key,facts', { facts: project.facts }],
  ])('keeps the fields asked for: %s', async (_name, fields, expected) => {
    const { send } = restMirror({ project: { data: { project } } });

    const answer = await send(`GET /v1/projects/p1?fields=${fields}`);

    expect(answer.body).toEqual(expected);
    expect(answer.headers.etag).toMatch(/^"3-/);
  });

  it('selects fields of the entries of a list', async () => {
    const { send } = restMirror({ projects: { data: { projects: { items: [project], next: null } } } });

    const answer = await send('GET /v1/projects?fields=id');

    expect(answer.body).toEqual({ items: [{ id: 'p1' }], next: null });
  });

  it('answers 304 when the caller has it already', async () => {
    const { send } = restMirror({ project: { data: { project } } });
    const { headers } = await send('GET /v1/projects/p1');

    const same = await send('GET /v1/projects/p1', {
      headers: { authorization: 'Bearer art_secret', 'if-none-match': `"x", W/${headers.etag}` },
    });
    const other = await send('GET /v1/projects/p1', {
      headers: { authorization: 'Bearer art_secret', 'if-none-match': '"3-0000000000000000"' },
    });

    expect(same).toMatchObject({ status: 304, body: undefined, headers: { etag: headers.etag } });
    expect(other.status).toBe(200);
  });

  it('changes the tag when a machine changed something and the version stayed', async () => {
    let thumbhash = 'a';
    const { send } = restMirror({ asset: () => ({ data: { asset: { id: 'a1', thumbhash, version: 1 } } }) });

    const before = await send('GET /v1/projects/p1/assets/a1');
    thumbhash = 'b';
    const after = await send('GET /v1/projects/p1/assets/a1');

    expect(before.headers.etag).not.toBe(after.headers.etag);
  });

  it('answers HEAD like GET without a body', async () => {
    const { send } = restMirror({ project: { data: { project } } });

    const answer = await send('HEAD /v1/projects/p1');

    expect(answer).toMatchObject({ status: 200, body: undefined });
    expect(answer.headers.etag).toMatch(/^"3-/);
  });

  it('tells browsers what an address allows', async () => {
    const { send } = restMirror({});

    const answer = await send('OPTIONS /v1/projects/p1', {
      headers: { origin: 'https://elsewhere.example' },
    });

    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      allow: 'GET, HEAD, PATCH, DELETE, OPTIONS',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, PATCH, DELETE, OPTIONS',
      'access-control-allow-headers': expect.stringContaining('Authorization') as string,
    });
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('serves its own description', async () => {
    const { send } = restMirror({});

    const answer = await send('GET /v1/openapi.json', { headers: {} });
    const again = await send('GET /v1/openapi.json', {
      headers: { 'if-none-match': answer.headers.etag ?? '' },
    });

    expect(answer.body.openapi).toBe('3.1.0');
    expect(again.status).toBe(304);
  });
});

describe('writing', () => {
  it('creates and says where', async () => {
    const { send, asked } = restMirror({
      createProject: { data: { createProject: { ...project, version: 1 } } },
    });

    const answer = await send('POST /v1/projects', {
      body: { title: 'Wave', links: [{ label: 'x', url: 'https://a.b' }] },
    });

    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe('http://localhost:4321/v1/projects/p1');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(asked[0]?.variables).toEqual({
      input: { title: 'Wave', links: [{ label: 'x', url: 'https://a.b' }] },
    });
  });

  it.each([
    [
      'POST /v1/tokens',
      'createToken',
      { token: { id: 't1' }, secret: 's' },
      { name: 'x', scopes: ['READ'] },
      '/v1/tokens/t1',
    ],
    ['POST /v1/members', 'addMember', { uid: 'u1' }, { uid: 'u1', role: 'VIEWER' }, '/v1/members/u1'],
    ['POST /v1/me/profile', 'createProfile', { id: 'u1' }, { handle: 'ann', name: 'Ann' }, '/v1/me/profile'],
  ])('%s answers the address of what is new', async (line, operation, answer, body, location) => {
    const { send } = restMirror({ [operation]: { data: { [operation]: answer } } });

    const { headers } = await send(line, { body });

    expect(headers.location).toBe(`http://localhost:4321${location}`);
  });

  const changed = { updateProject: { data: { updateProject: { ...project, version: 4 } } } };

  it.each([
    ['If-Match', '', { title: 'B' }, { 'if-match': '"3-0123456789abcdef"' }],
    ['a weakened If-Match', '', { title: 'B' }, { 'if-match': 'W/"3-0123456789abcdef"' }],
    ['a member of the body', '', { title: 'B', expectedVersion: 3 }, {}],
    ['a query parameter', '?expectedVersion=3', { title: 'B' }, {}],
    ['both, alike', '', { title: 'B', expectedVersion: 3 }, { 'if-match': '"3-0123456789abcdef"' }],
    ['one tag of ours among others', '', { title: 'B' }, { 'if-match': '"other", "3-0123456789abcdef"' }],
  ])('takes the version from %s', async (_name, query, body, headers) => {
    const { send, asked } = restMirror(changed);

    const answer = await send(`PATCH /v1/projects/p1${query}`, {
      body,
      headers: { authorization: 'Bearer art_secret', ...headers },
    });

    expect(answer.status).toBe(200);
    expect(asked[0]?.variables).toEqual({ projectId: 'p1', input: { title: 'B' }, expectedVersion: 3 });
  });

  it('takes merge patches and keeps null apart from nothing', async () => {
    const { send, asked } = restMirror(changed);

    await send('PATCH /v1/projects/p1', {
      body: { medium: null, expectedVersion: 3 },
      headers: {
        authorization: 'Bearer art_secret',
        'content-type': 'application/merge-patch+json; charset=utf-8',
      },
    });

    expect(asked[0]?.variables.input).toEqual({ medium: null });
  });

  it.each([
    ['POST /v1/projects/p1/publish', 'publishProject'],
    ['DELETE /v1/projects/p1', 'deleteProject'],
  ])('%s needs no body when If-Match is there', async (line, operation) => {
    const { send, asked } = restMirror({ [operation]: { data: { [operation]: { id: 'p1' } } } });

    const answer = await send(line, { headers: { authorization: 'Bearer a.b.c', 'if-match': '"7-00"' } });

    expect(answer.status).toBe(200);
    expect(asked[0]?.variables).toEqual({ projectId: 'p1', expectedVersion: 7 });
  });

  it('reads the version when If-Match names several', async () => {
    const { send } = restMirror({ ...changed, project: { data: { project: { ...project, version: 9 } } } });
    const headers = { authorization: 'Bearer a.b.c', 'if-match': '"3-00", "4-00"' };

    const answer = await send('PATCH /v1/projects/p1', { body: { title: 'B' }, headers });

    expect(answer).toMatchObject({ status: 412, body: { info: { current: 9 } } });
  });

  it('takes no body and an empty one alike where none is needed', async () => {
    const { send, asked } = restMirror({
      completeUpload: { data: { completeUpload: { id: 'a1', version: 1 } } },
    });

    for (const request of [{}, { body: {} }]) {
      const answer = await send('POST /v1/projects/p1/assets/a1/complete', request);

      expect(answer.status).toBe(200);
      expect(asked.at(-1)?.variables).toEqual({ projectId: 'p1', assetId: 'a1' });
    }
  });
});
