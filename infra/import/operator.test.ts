import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cliOptions } from './cli-options.ts';
import { UnreachableError } from './client.ts';
import { imageFolder } from './image-folder.ts';
import { httpApi, httpUpload, readOperator } from './operator.ts';

/** A folder that goes away with its test. */
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'import-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};
const operator = { url: 'http://localhost:4321', token: 'old' };

/** A fetch that takes one token only, and notes what it was asked. */
function server(token: string, body = '{"data":{"me":{}}}') {
  const seen: Array<{ url: string; headers: Headers; body: unknown }> = [];
  const send: typeof fetch = async (url, init) => {
    const headers = new Headers(init?.headers);
    seen.push({ url: String(url), headers, body: init?.body });
    return headers.get('authorization') === token
      ? new Response(body)
      : new Response('{"errors":[{"errorType":"UnauthorizedException"}]}', { status: 401 });
  };
  return { seen, send };
}

describe('GraphQL as an operator', () => {
  it('sends the token and the tenant', async () => {
    const { seen, send } = server('old');

    const answer = await httpApi(operator, async () => operator, send)('{me}', { a: 1 }, { 'x-tenant': 't' });

    expect(answer).toEqual({ data: { me: {} } });
    expect(seen[0]).toMatchObject({
      url: 'http://localhost:4321/graphql',
      body: '{"query":"{me}","variables":{"a":1}}',
    });
    expect(seen[0]?.headers.get('x-tenant')).toBe('t');
  });

  it('reads a token again that is rejected in the middle', async () => {
    const { seen, send } = server('new');
    const api = httpApi(operator, async () => ({ ...operator, token: 'new' }), send);

    await api('{me}', {}, {});
    await api('{me}', {}, {});

    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual(['old', 'new', 'new']);
  });

  it('ends when the fresh token is rejected as well', async () => {
    const { send } = server('none');

    const call = httpApi(operator, async () => operator, send)('{me}', {}, {});

    await expect(call).rejects.toThrow(UnreachableError);
  });

  it('throws what can be tried again when the answer is no GraphQL', async () => {
    const { send } = server('old', '<html>');

    const call = httpApi(operator, async () => operator, send)('{me}', {}, {});

    await expect(call).rejects.toThrow('http://localhost:4321/graphql answered 200 without GraphQL.');
  });
});

describe('an upload', () => {
  it('sends the signed headers to the signed address, and fails when it is refused', async () => {
    const seen: Array<[string, string | undefined, Array<[string, string]>]> = [];
    const send: typeof fetch = async (url, init) => {
      seen.push([String(url), init?.method, [...new Headers(init?.headers)]]);
      return new Response('', { status: seen.length === 1 ? 200 : 403 });
    };
    const upload = httpUpload('http://localhost:4321', send);
    const headers = [
      { name: 'content-type', value: 'image/png' },
      { name: 'Content-Length', value: '1' },
    ];
    const signed = { url: '/media/u/1', method: 'PUT', headers, bytes: new Uint8Array(1) };

    await upload(signed);

    expect(seen).toEqual([['http://localhost:4321/media/u/1', 'PUT', [['content-type', 'image/png']]]]);
    await expect(upload(signed)).rejects.toThrow('403');
  });
});

describe('the operator', () => {
  it('is given, or that of the local platform', async () => {
    const data = folder();
    writeFileSync(join(data, 'demo.json'), '{"url":"http://localhost:1","operatorToken":"t","apiKey":"k"}');

    expect(await readOperator({ data })).toEqual({ url: 'http://localhost:1', token: 't' });
    expect(await readOperator({ data, token: 'mine' })).toEqual({ url: 'http://localhost:1', token: 'mine' });
    expect(await readOperator({ data: '/none', url: 'http://x', token: 'y' })).toEqual({
      url: 'http://x',
      token: 'y',
    });
  });

  it('is missed with advice', async () => {
    await expect(readOperator({ data: folder() })).rejects.toThrow(
      /Start one with npm start, or pass --url and --token/,
    );
  });
});

describe('the command line', () => {
  it('says everything that is wrong, and how it is used', () => {
    expect(() => cliOptions(['--concurrency', '0', '--url', 'x'], {})).toThrow(
      /--artists is missing\.\n--works is missing\.\n--concurrency must .* Received: 0\.\n--url must .* Received: x\.\n\nnpm run import/,
    );
  });

  it('prefers what is written to the environment', () => {
    const env = { ARTISSIST_URL: 'http://a', ARTISSIST_TOKEN: 'b', ARTISSIST_DATA: '/d' };

    const options = cliOptions(['--artists', 'a', '--works', 'w', '--url', 'http://c', '--publish'], env);

    expect(options).toMatchObject({
      url: 'http://c',
      token: 'b',
      data: '/d',
      report: '/d/import-report.jsonl',
      publish: true,
      concurrency: 8,
    });
  });
});

describe('an image folder', () => {
  it('finds a file by its path, by the end of a longer one, and by a name that only one has', async () => {
    const root = folder();
    for (const name of ['a', 'b']) mkdirSync(join(root, name));
    for (const name of ['a/one.png', 'a/same.png', 'b/same.png']) writeFileSync(join(root, name), name);
    const find = await imageFolder(root);
    const found = async (name: string) => (await find(name))?.bytes.toString();

    expect(await found('a/one.png')).toBe('a/one.png');
    expect(await found('src/deep/b/same.png')).toBe('b/same.png');
    expect(await found('elsewhere/one.png')).toBe('a/one.png');
    expect(await found('elsewhere/same.png')).toBeUndefined();
    expect(await found('../import.ts')).toBeUndefined();
    expect(await find('a/one.png')).toMatchObject({ fileName: 'one.png' });
  });
});
