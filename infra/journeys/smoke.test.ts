/** The smoke test of deployments, aimed at a platform on this machine. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadOwnDocs } from '../docs/own-docs.ts';
import { docsPages } from '../docs/pages.ts';
import { aimedOrigin, smokeOrigin } from '../smoke/origin.ts';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

const ROOT = join(import.meta.dirname, '../..');

let platform: TestPlatform;
let token: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  await loadOwnDocs(platform.table, docsPages(platform.url));
  const signedIn = await platform.signIn(DEMO);
  await publicProfile(platform, signedIn, 'smoke');
  const made = await platform.rest(signedIn, 'POST', '/v1/tokens', {
    body: { name: 'Smoke', scopes: ['READ', 'WRITE'] },
  });
  expect(made.status).toBe(201);
  ({ secret: token } = (await made.json()) as { secret: string });
  await platform.settled();
});
afterAll(() => platform.remove());

/** What `npm run smoke` prints, and its code. */
function smoke(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--config', 'infra/smoke/vitest.config.ts'], {
    cwd: ROOT,
    env: { ...process.env, TEST_RESULTS: '', ARTISSIST_SETTLES_MS: '6000', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((settle) => child.once('close', (code) => settle({ code, output })));
}

test('reads and writes what it is aimed at, and takes away what it made', async () => {
  const { code, output } = await smoke({ ARTISSIST_ORIGIN: platform.url, ARTISSIST_TOKEN: token });

  expect(code, output).toBe(0);
  for (const suite of ['reading.smoke.ts', 'main-job.test.ts', 'rest-client.test.ts'])
    expect(output).toContain(suite);
  const left = await platform.rest(token, 'GET', '/v1/projects');
  expect(await left.json()).toMatchObject({ items: [] });
});

test('is red where the platform is not what it should be', async () => {
  const { code, output } = await smoke({
    ARTISSIST_ORIGIN: platform.url.replace(/\d+$/, '1'),
    ARTISSIST_TOKEN: '',
  });

  expect(code).toBe(1);
  expect(output).toContain('NOT RUN: journeys that write');
});

test('says how to aim it', () => {
  expect(() => smokeOrigin({})).toThrow('ARTISSIST_ORIGIN must name the platform');
  expect(() => aimedOrigin({ ARTISSIST_ORIGIN: 'artissist.example/docs' })).toThrow(
    'Received: artissist.example/docs',
  );
  expect(aimedOrigin({ ARTISSIST_ORIGIN: 'https://artissist.example/' })).toBe('https://artissist.example');
});
