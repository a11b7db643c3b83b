import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createIssuer } from './issuer.ts';
import { codeFlow, password, startIssuer } from './testing.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'artissist-identity-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test('a restart keeps key, people, passwords, session and refresh token', async () => {
  const first = await startIssuer({ dataDir });
  const secret = password(first.issuer, 'demo');
  const before = await codeFlow(first.origin, 'demo@artissist.example', secret);
  await first.stop(true);

  const second = await startIssuer({ dataDir, port: first.port });
  const silent = await before.browser.authorize({ prompt: 'none' });
  const refreshed = await before.refresh(before.tokens.refresh_token);
  const claims = await second.issuer.verify(before.tokens.access_token);

  expect(second.issuer.users.list()).toEqual(first.issuer.users.list());
  expect(password(second.issuer, 'demo')).toBe(secret);
  expect(silent.headers.get('location')).toMatch(/[?&]code=/);
  expect(refreshed.status).toBe(200);
  expect((await second.issuer.verify(refreshed.body.access_token ?? '')).uid).toBe(claims.uid);
  await second.stop(true);
});

test('a process killed right after the first token leaves the key and the people behind', async () => {
  const script = join(dataDir, 'killed.ts');
  await writeFile(
    script,
    `import { createIssuer } from ${JSON.stringify(import.meta.resolve('./issuer.ts'))};
     const issuer = await createIssuer({ origin: 'http://localhost:4321', dataDir: ${JSON.stringify(dataDir)}, log() {} });
     process.stdout.write(await issuer.mint('demo@artissist.example'), () => process.kill(process.pid, 'SIGKILL'));`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let token = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (token += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];

  const issuer = await createIssuer({ origin: 'http://localhost:4321', dataDir, log() {} });
  const claims = await issuer.verify(token);

  expect(signal).toBe('SIGKILL');
  expect(complaints).toBe('');
  expect(claims.uid).toBe(issuer.users.byEmail('demo@artissist.example')?.uid);
  issuer.close();
});

test('a uid may be fixed at first, and never changes after', async () => {
  const uid = '01K9Z3V5T6W7X8Y9ZABCDEFGHJ';
  const seed = { email: 'artist@artissist.example', name: 'Artist', uid };
  const open = (users: (typeof seed)[]) =>
    createIssuer({ origin: 'http://localhost:4321', dataDir, users, log() {} });

  const first = await open([seed]);
  first.close();

  expect(first.users.byUid(uid)?.email).toBe(seed.email);
  await expect(open([{ ...seed, uid: '01K9Z3V5T6W7X8Y9ZABCDEFGHK' }])).rejects.toThrow(
    /never changes. Received: 01K9/,
  );
  await expect(open([{ ...seed, email: 'b@artissist.example' }])).rejects.toThrow(/belongs to artist@/);
  await expect(open([seed, { ...seed, uid: 'me' }])).rejects.toThrow('share an email address');
  await expect(open([{ ...seed, uid: 'me' }])).rejects.toThrow('must be a ULID. Received: "me"');
});

test('a person added later joins the ones who are there', async () => {
  const open = (names: string[]) =>
    createIssuer({
      origin: 'http://localhost:4321',
      dataDir,
      users: names.map((name) => ({ email: `${name}@artissist.example`, name, password: `${name}-secret` })),
      log() {},
    });
  const first = await open(['ada']);
  first.close();

  const second = await open(['ada', 'ben']);

  expect(second.users.list().map(({ name }) => name)).toEqual(['ada', 'ben']);
  expect(second.users.byEmail('ada@artissist.example')).toEqual(first.users.byEmail('ada@artissist.example'));
  expect((await second.users.authenticate('Ben@artissist.example', 'ben-secret'))?.name).toBe('ben');
  expect(second.users.demoAccounts).toEqual([]);
  second.close();
});
