/** How the platform starts and ends, as a process. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEngine } from '../local/dynamodb/engine.ts';
import { engineBinary } from '../local/dynamodb/engine-binary.ts';
import { writeEngineNote } from '../local/dynamodb/engine-file.ts';
import { identify, isRunning } from '../local/dynamodb/process-identity.ts';
import { dataFolder, enginePid, readDemo, runPlatform, type Process } from './lifecycle.testing.ts';

let folder: ReturnType<typeof dataFolder>;
const running: Process[] = [];

function run(env?: Record<string, string>): Process {
  const started = runPlatform(folder.dataDir, env);
  running.push(started);
  return started;
}

/** Resolves once a condition holds; the test's own time limit is the end of patience. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}

beforeEach(() => {
  folder = dataFolder();
});
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  folder.remove();
});

test('it says where it is ready, and what is in the demo file works', async () => {
  const platform = run();

  const url = await platform.ready;

  const demo = readDemo(folder.dataDir);
  expect(platform.stdout()).toMatch(/^ready http:\/\/localhost:\d+ in \d+\.\d s$/m);
  expect(statSync(join(folder.dataDir, 'demo.json')).mode & 0o777).toBe(0o600);
  expect(demo).toEqual({
    url,
    apiKey: expect.stringMatching(/^da2-/),
    token: expect.stringMatching(/^art_/),
    user: 'demo@artissist.example',
    password: expect.stringMatching(/.{8,}/),
    operatorToken: expect.stringMatching(/^ey/),
  });
  const health = await fetch(`${url}/health`);
  expect([health.status, await health.json()]).toEqual([
    200,
    {
      status: 'up',
      parts: { table: true, events: true, media: true, site: true, index: true, publisher: true },
    },
  ]);
  const mine = await fetch(`${url}/v1/projects`, { headers: { authorization: `Bearer ${demo.token}` } });
  expect(mine.status).toBe(200);
  const anonymous = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'x-api-key': demo.apiKey, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ portfolio(handle: "demo") { name } }' }),
  });
  expect(await anonymous.json()).toEqual({ data: { portfolio: { name: 'Demo Artist' } } });
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends it clean: code 0, no engine left, the folder free for the next start',
  async (signal) => {
    const platform = run();
    const url = await platform.ready;
    const engine = identify(enginePid(folder.dataDir))!;
    // A connection that is kept alive must not hold the end up.
    await fetch(`${url}/health`);

    platform.child.kill(signal);

    expect(await platform.ended).toEqual({ code: 0, signal: null });
    expect(platform.stderr()).toBe('');
    expect(isRunning(engine)).toBe(false);
    expect(existsSync(join(folder.dataDir, 'running.json'))).toBe(false);
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  },
);

test('a second one on the same folder says that the first runs, and where', async () => {
  const first = run();
  const url = await first.ready;

  const second = run();

  expect(await second.ended).toEqual({ code: 1, signal: null });
  expect(second.stderr()).toContain(`Artissist is running already at ${url}`);
  expect(second.stderr()).toContain('ARTISSIST_DATA');
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

test('of two that start at the same time one gets the folder', async () => {
  const both = [run(), run()];

  const outcomes = await Promise.allSettled(both.map(({ ready }) => ready));

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const loser = both[outcomes.findIndex(({ status }) => status === 'rejected')]!;
  expect(loser.stderr()).toContain('Artissist is running already');
});

test('a taken port says what to do', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };

  const platform = run({ PORT: String(port) });

  expect(await platform.ended).toEqual({ code: 1, signal: null });
  expect(platform.stderr()).toContain(`Port ${port} is taken`);
  expect(platform.stderr()).toContain(`PORT=${port + 1} npm start`);
  expect(existsSync(join(folder.dataDir, 'running.json'))).toBe(false);
  server.close();
});

test('a bad environment lists every problem at once', async () => {
  const platform = run({ PORT: 'http', ARTISSIST_SAMPLES: 'perhaps', DYNAMODB_ENDPOINT: 'localhost:8000' });

  expect(await platform.ended).toEqual({ code: 1, signal: null });
  expect(platform.stderr()).toContain('PORT must be a whole number from 0 to 65535. Received: http');
  expect(platform.stderr()).toContain('ARTISSIST_SAMPLES must be on or off. Received: perhaps');
  expect(platform.stderr()).toContain('DYNAMODB_ENDPOINT must be an address');
});

test('after a kill the engine ends too, and the next start takes the folder over', async () => {
  const first = run();
  await first.ready;
  const engine = identify(enginePid(folder.dataDir))!;
  const { token } = readDemo(folder.dataDir);

  first.child.kill('SIGKILL');
  await first.ended;
  await until(() => !isRunning(engine));
  const url = await run().ready;

  expect(readDemo(folder.dataDir).token).toBe(token);
  const mine = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  expect(mine.status).toBe(200);
});

test('an engine that a killed process left behind is found and ended', async () => {
  const first = run();
  await first.ready;
  first.child.kill('SIGTERM');
  await first.ended;
  const file = join(folder.dataDir, 'dynamodb/tables.db');
  const left = spawn(engineBinary(), ['serve', '--host', '127.0.0.1', '--port', '0', '--db-path', file], {
    stdio: 'ignore',
  });
  const identity = identify(left.pid!)!;
  writeEngineNote(join(folder.dataDir, 'dynamodb/engine.json'), {
    engine: identity,
    binary: engineBinary(),
    owner: { pid: 2 ** 22 + 1, started: 'long ago' },
  });

  await run().ready;

  await until(() => !isRunning(identity));
  expect(enginePid(folder.dataDir)).not.toBe(identity.pid);
});

test('an engine that runs already is used, and left running', async () => {
  const other = dataFolder();
  const engine = await startEngine({ dataDir: other.dataDir, log: () => undefined });

  const platform = run({ DYNAMODB_ENDPOINT: engine.endpoint });
  await platform.ready;
  const embedded = existsSync(join(folder.dataDir, 'dynamodb'));
  platform.child.kill('SIGTERM');
  const ending = await platform.ended;

  expect(embedded).toBe(false);
  expect(ending).toEqual({ code: 0, signal: null });
  expect(isRunning(identify(engine.pid!)!)).toBe(true);
  await engine.close();
  other.remove();
});

test('when the engine ends by itself, the platform says so and ends with code 1', async () => {
  const platform = run();
  await platform.ready;

  process.kill(enginePid(folder.dataDir), 'SIGKILL');

  expect(await platform.ended).toEqual({ code: 1, signal: null });
  expect(platform.stderr()).toContain('The DynamoDB engine ended by itself');
});
