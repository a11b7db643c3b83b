import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from '../local/identity/testing.ts';
import { DEMO, startTestPlatform, type TestPlatform } from './platform.testing.ts';

const PROGRAM = join(import.meta.dirname, '../sign-in/sign-in.ts');

let platform: TestPlatform;
let password: string;

/** As `npm start` writes it once the platform is up. */
const writeDemo = (given: string) =>
  writeFileSync(join(platform.dataDir, 'demo.json'), JSON.stringify({ user: DEMO, password: given }));

beforeAll(async () => {
  platform = await startTestPlatform();
  ({ password } = platform.issuer.users.demoAccounts.find(({ email }) => email === DEMO)!);
});
beforeEach(() => writeDemo(password));
afterAll(() => platform.remove());

/** Starts the program; answers how it ended, and the address to open as soon as it is printed. */
function start(args: string[], dataDir = platform.dataDir) {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ARTISSIST_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout!.on('data', (bytes: Buffer) => (said.out += String(bytes)));
  const opened = new Promise<string>((resolve) => {
    child.stderr!.on('data', (bytes: Buffer) => {
      said.err += String(bytes);
      const address = /^ {2}(http\S+)\n/m.exec(said.err)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, ...said }));
  return { child, opened, ended };
}

/** Who a token is of, as the API says. */
const me = async (token: string) =>
  (await (await platform.rest(token, 'GET', '/v1/me')).json()) as Record<string, unknown>;

describe('signing in from a terminal', () => {
  test('prints a token of the demo user, alone on standard output, which makes a personal one', async () => {
    const { code, out, err } = await start(['--demo']).ended;

    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ey[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const token = out.trim();
    expect(await me(token)).toMatchObject({ uid: platform.issuer.users.byEmail(DEMO)?.uid });
    const { data } = await platform.graphql<{ createToken: { secret: string } }>(
      token,
      'mutation{createToken(input:{name:"mine",scopes:[READ]}){secret}}',
    );
    expect(await me(data!.createToken.secret)).toMatchObject({ scopes: ['READ'] });
  });

  test('prints an address, and the token once the person has signed in there', async () => {
    const { opened, ended } = start([]);
    const browser = new Browser(platform.url);

    const asked = await browser.get(await opened);
    const form = asked.headers.get('location') ?? '';
    const page = await (await browser.get(form)).text();
    const sent = await browser.post(form, { email: DEMO, password });
    const back = (await browser.get(sent.headers.get('location') ?? '')).headers.get('location') ?? '';
    const stray = await fetch(new URL('?code=x&state=x', back));
    const landed = await fetch(back);

    expect(page).toContain(`value="${DEMO}"`);
    expect(page).toContain('to continue to Demo command line');
    expect([stray.status, landed.status]).toEqual([400, 200]);
    expect(await landed.text()).toContain('Signed in');
    const { code, out } = await ended;
    expect(code).toBe(0);
    expect(await me(out.trim())).toMatchObject({ uid: platform.issuer.users.byEmail(DEMO)?.uid });
  });

  test('says that the password is wrong', async () => {
    writeDemo('not it');

    const { code, out, err } = await start(['--demo']).ended;

    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(`${DEMO} was not signed in (401): Email address or password is not right.\n`);
  });

  test('says that nobody signed in in time', async () => {
    const { code, out, err } = await start(['--timeout', '1']).ended;

    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('Nobody signed in within 1 s. Start again.');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends at %s and says so', async (signal) => {
    const { child, opened, ended } = start([]);
    await opened;

    child.kill(signal);

    const { code, out, err } = await ended;
    expect([code, out]).toEqual([130, '']);
    expect(err).toContain('Interrupted: nobody has been signed in.');
  });

  test('says that no platform is running', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'artissist-nobody-'));

    const { code, out, err } = await start(['--demo'], dataDir).ended;
    const elsewhere = await start(['--url', 'http://127.0.0.1:9'], dataDir).ended;
    rmSync(dataDir, { recursive: true });

    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`No platform is running on ${dataDir}. Start it with npm start`);
    expect([elsewhere.code, elsewhere.out]).toEqual([1, '']);
    expect(elsewhere.err).toContain('Nobody answers at http://127.0.0.1:9/config.json');
  });

  test.each([
    [['--unknown'], "Unknown option '--unknown'"],
    [['--timeout', '0'], 'Received: 0'],
    [['--url', 'example'], 'Received: example'],
    [['--demo', '--url', 'http://127.0.0.1:9'], 'leave --url out'],
  ])('refuses %j', async (args, told) => {
    const { code, out, err } = await start(args).ended;

    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(told);
  });
});

test.each(['/auth', '/auth/'])('%s says what it is, and how to sign in', async (path) => {
  const { status, html } = await platform.page(path);

  expect(status).toBe(200);
  expect(html).toContain('npm run sign-in');
  for (const [, href = ''] of html.matchAll(/<a href="(\/auth[^"]*)"/g)) {
    expect([href, (await fetch(platform.url + href)).status]).toEqual([href, 200]);
  }
});
