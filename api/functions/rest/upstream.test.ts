import { describe, expect, it } from 'vitest';
import { restMirror } from './testing.ts';

describe('errors of the API', () => {
  const error = (errorType: string | null, errorInfo: object | null = null, message = 'said so') => ({
    data: null,
    errors: [{ message, errorType, errorInfo, data: null, path: ['project'] }],
  });

  it.each([
    ['NotFound', 404, 'https://artissist.example/problems/not-found'],
    ['Forbidden', 403, 'https://artissist.example/problems/forbidden'],
    ['Unauthenticated', 401, 'https://artissist.example/problems/unauthenticated'],
    ['VersionConflict', 409, 'https://artissist.example/problems/version-conflict'],
    ['ExternalRefTaken', 409, 'https://artissist.example/problems/external-ref-taken'],
    ['Unauthorized', 403, 'https://artissist.example/problems/forbidden'],
    ['DynamoDB:ProvisionedThroughputExceededException', 429, 'https://artissist.example/problems/throttled'],
    ['Lambda:Unhandled', 500, 'https://artissist.example/problems/internal'],
    [null, 500, 'https://artissist.example/problems/internal'],
  ])('%s becomes a problem with status %i', async (type, status, problem) => {
    const { send } = restMirror({ project: error(type) });

    const answer = await send('GET /v1/projects/p1');

    expect(answer).toMatchObject({ status, body: { type: problem, status } });
  });

  it('names the member of the body that the API refuses', async () => {
    const problem = { field: 'input.links[0].url', received: '"x"', fix: 'must match ^https?:' };
    const { send } = restMirror({
      createProject: error(
        'BadInput',
        { ...problem, problems: [problem] },
        'input.links[0].url must match ^https?:. Received: "x".',
      ),
    });

    const answer = await send('POST /v1/projects', { body: { links: [{ label: 'x', url: 'x:' }] } });

    expect(answer.body).toMatchObject({
      detail: '/links/0/url must match ^https?:. Received: "x".',
      errors: [{ ...problem, field: '/links/0/url' }],
    });
  });

  it('names a parameter as the address does', async () => {
    const { send } = restMirror({
      project: error(
        'NotFound',
        { field: 'id', received: 'p1', fix: 'Use another.' },
        'There is no project p1 here.',
      ),
    });

    const answer = await send('GET /v1/projects/p1');

    expect(answer.body).toMatchObject({
      detail: 'There is no project p1 here.',
      errors: [{ field: 'projectId', received: 'p1', fix: 'Use another.' }],
    });
  });

  it('tells the value of a parameter where the API does not, cut when long', async () => {
    const { send } = restMirror({ projects: error('BadInput', { field: 'cursor', fix: 'Leave it out.' }) });

    const short = await send('GET /v1/projects?cursor=abc');
    const long = await send(`GET /v1/projects?cursor=${'x'.repeat(200)}`);

    expect(short.body.errors).toEqual([{ field: 'cursor', received: '"abc"', fix: 'Leave it out.' }]);
    expect(long.body.errors).toMatchObject([{ received: `"${'x'.repeat(80)}"` }]);
  });

  it('names the body where the API refuses all of it', async () => {
    const { send } = restMirror({
      createProject: error(
        'BadInput',
        { field: 'input', received: '{}', fix: 'Send more.' },
        'input is empty.',
      ),
    });

    const answer = await send('POST /v1/projects', { body: {} });

    expect(answer.body).toMatchObject({ detail: 'body is empty.', errors: [{ field: 'body' }] });
  });

  it('adds the fix to the detail where it belongs to no field', async () => {
    const { send } = restMirror({
      tenants: error('Forbidden', { fix: 'Ask an operator.' }, 'Only operators may do this.'),
    });

    const answer = await send('GET /v1/tenants');

    expect(answer.body.detail).toBe('Only operators may do this. Ask an operator.');
  });

  it('passes on what else the API tells of the error', async () => {
    const { send } = restMirror({ createProject: error('ExternalRefTaken', { id: 'p7' }) });

    const answer = await send('POST /v1/projects', { body: { externalRef: 'a' } });

    expect(answer.body.info).toEqual({ id: 'p7' });
  });

  it('answers a stale version 412 when it came by If-Match', async () => {
    const { send } = restMirror({
      updateProject: error('VersionConflict', { current: 5, field: 'expectedVersion' }),
    });
    const headers = { authorization: 'Bearer a.b.c', 'if-match': '"3-00"' };

    const answer = await send('PATCH /v1/projects/p1', { body: { title: 'B' }, headers });

    expect(answer).toMatchObject({ status: 412, body: { info: { current: 5 } } });
  });

  it('keeps what went wrong inside to the log', async () => {
    const { send, logged } = restMirror({
      project: error('Internal', { source: 'x' }, 'table artissist-main is on fire'),
    });

    const answer = await send('GET /v1/projects/p1');

    expect(JSON.stringify(answer)).not.toContain('on fire');
    expect(JSON.stringify(logged)).toContain('on fire');
  });

  it.each([
    [401, 401],
    [403, 403],
    [413, 413],
    [429, 429],
    [400, 500],
    [502, 503],
  ])('GraphQL status %i becomes %i', async (status, expected) => {
    const { send } = restMirror({ project: { status, body: { errors: [{ message: 'no' }] } } });

    const answer = await send('GET /v1/projects/p1');

    expect(answer.status).toBe(expected);
  });

  it('answers 503 with a time to wait when GraphQL cannot be reached', async () => {
    const { send } = restMirror({}, { fetch: () => Promise.reject(new TypeError('fetch failed')) });

    const answer = await send('GET /v1/projects/p1');

    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
  });
});
