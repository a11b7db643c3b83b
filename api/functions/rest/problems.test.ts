import { describe, expect, it } from 'vitest';
import { expectRefused, restMirror, type Request } from './testing.ts';

const credential = { authorization: 'Bearer art_secret' };

describe('requests that are wrong', () => {
  it.each<[string, string, Request, number, unknown]>([
    ['an unknown address', 'GET /v1/nothing', {}, 404, undefined],
    ['a slash too many', 'GET /v1/projects/', {}, 404, undefined],
    ['a path that is not well encoded', 'GET /v1/projects/%E0%A4%A', {}, 400, undefined],
    ['a missing credential', 'GET /v1/projects', { headers: {} }, 401, undefined],
    [
      'a credential of another scheme',
      'GET /v1/projects',
      { headers: { authorization: 'Basic YTpi' } },
      401,
      undefined,
    ],
    ['a method that is not taken', 'PUT /v1/projects/p1', {}, 405, undefined],
    [
      'an unknown parameter',
      'GET /v1/projects?limt=3',
      {},
      400,
      [
        {
          field: 'limt',
          received: '"3"',
          fix: 'Leave it out; this address takes limit, cursor, order, fields. Did you mean "limit"?',
        },
      ],
    ],
    [
      'a parameter of the wrong type',
      'GET /v1/projects?limit=ten',
      {},
      400,
      [{ field: 'limit', received: '"ten"', fix: 'Send a whole number.' }],
    ],
    [
      'an order that there is not',
      'GET /v1/projects/p1/logs?order=OCCURED_ASC',
      {},
      400,
      [
        {
          field: 'order',
          received: '"OCCURED_ASC"',
          fix: 'Send one of OCCURRED_DESC, OCCURRED_ASC. Did you mean "OCCURRED_ASC"?',
        },
      ],
    ],
    [
      'a parameter sent twice',
      'GET /v1/projects?limit=1&limit=2',
      {},
      400,
      [{ field: 'limit', received: '"2"', fix: 'Send it once.' }],
    ],
    [
      'a field that there is not',
      'GET /v1/projects/p1?fields=id,titel',
      {},
      400,
      [{ field: 'fields', received: '"titel"', fix: 'Use names of Project. Did you mean "title"?' }],
    ],
    [
      'a name below a plain value',
      'GET /v1/projects/p1?fields=id.x',
      {},
      400,
      [{ field: 'fields', received: '"id.x"', fix: 'End the name earlier: it is a plain value.' }],
    ],
    [
      'a field that must be expanded',
      'GET /v1/projects/p1?fields=logs',
      {},
      400,
      [{ field: 'fields', received: '"logs"', fix: 'Add expand=logs to get it.' }],
    ],
    [
      'an expansion that there is not',
      'GET /v1/projects/p1?expand=pages',
      {},
      400,
      [{ field: 'expand', received: '"pages"', fix: 'Use logs or assets.' }],
    ],
    [
      'a tenant that is no id',
      'GET /v1/projects',
      { headers: { ...credential, 'x-tenant': 'a b' } },
      400,
      [{ field: 'X-Tenant', received: '"a b"', fix: 'Send the id of a tenant from /v1/me/memberships.' }],
    ],
  ])('%s is refused without asking GraphQL', (_name, line, request, status, errors) =>
    expectRefused(line, request, status, errors),
  );

  it('lists the allowed methods with 405', async () => {
    const { send } = restMirror({});

    const answer = await send('DELETE /v1/projects');

    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST, OPTIONS' } });
  });

  it('asks for a bearer token with 401', async () => {
    const { send } = restMirror({});

    const answer = await send('GET /v1/me', { headers: {} });

    expect(answer.headers['www-authenticate']).toBe('Bearer realm="artissist"');
  });
});
