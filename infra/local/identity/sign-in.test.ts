import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Browser, codeFlow, password, startIssuer } from './testing.ts';
import type { Running } from './testing.ts';

const MINUTE = 60_000;
let running: Running;
let clock = 0;
beforeAll(async () => {
  running = await startIssuer({ now: () => clock });
});
// Every test starts in a new window, with nobody's attempts counted.
beforeEach(() => {
  clock += 16 * MINUTE;
});
afterAll(() => running.stop());

const email = 'demo@artissist.example';

test('the page is plain HTML under a policy that lets no script run', async () => {
  const browser = new Browser(running.origin);

  const page = await browser.get(await browser.openSignIn());
  const body = await page.text();

  expect(page.headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*script-src;.*frame-ancestors 'none'/,
  );
  const style = /<style>(.*)<\/style>/s.exec(body)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(page.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(body).not.toMatch(/<script|javascript:|\son\w+=/i);
  expect(body).toMatch(/<label for="email">/);
  expect(body).toContain('autocomplete="username"');
  expect(body).toContain('autocomplete="current-password"');
});

test('an unknown person and a wrong password get the same answer', async () => {
  const browser = new Browser(running.origin);
  const page = await browser.openSignIn();

  const wrong = await browser.post(page, { email, password: 'wrong' });
  const unknown = await browser.post(page, { email: 'nobody@x.example', password: 'wrong' });

  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  const text = (await wrong.text()).replaceAll(email, '');
  expect(text).toContain('role="alert"');
  expect(text).toContain('Email address or password is not right.');
  expect((await unknown.text()).replaceAll('nobody@x.example', '')).toBe(text);
});

test('the right password after a wrong one signs in', async () => {
  const browser = new Browser(running.origin);
  const page = await browser.openSignIn();
  await browser.post(page, { email, password: 'wrong' });

  const answer = await browser.post(page, {
    email: ` ${email.toUpperCase()} `,
    password: password(running.issuer, 'demo'),
  });

  expect(answer.status).toBe(303);
});

test.each(['"><script>alert(1)</script>@x.example', `'" onfocus='alert(1)`, '${7*7}<b>&amp;'])(
  'what was typed as an address is shown as text: %s',
  async (typed) => {
    const browser = new Browser(running.origin);

    const answer = await browser.post(await browser.openSignIn(), { email: typed, password: 'x' });
    const hinted = await browser.get(await browser.openSignIn({ login_hint: typed }));

    for (const body of [await answer.text(), await hinted.text()]) {
      const value = /name="email"[^>]*?value="([^"]*)"/s.exec(body)?.[1];
      expect(value).toBe(
        typed
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;')
          .replaceAll("'", '&#39;'),
      );
      expect(body).not.toContain('<script>');
    }
  },
);

test('the sixth attempt for an account is refused, right password or not, until the window is over', async () => {
  const browser = new Browser(running.origin);
  const page = await browser.openSignIn();
  for (let count = 0; count < 5; count++) await browser.post(page, { email, password: 'wrong' });

  const sixth = await browser.post(page, { email, password: password(running.issuer, 'demo') });
  clock += 14 * MINUTE;
  const early = await browser.post(page, { email, password: password(running.issuer, 'demo') });
  clock += 1 * MINUTE;
  const later = await browser.post(page, { email, password: password(running.issuer, 'demo') });

  expect([sixth.status, early.status, later.status]).toEqual([429, 429, 303]);
  expect(sixth.headers.get('retry-after')).toBe('900');
  expect(await sixth.text()).toContain('Too many attempts. Try again in 15 minutes.');
});

test('attempts sent at the same time are counted each', async () => {
  const browser = new Browser(running.origin);
  const page = await browser.openSignIn();

  const answers = await Promise.all(
    Array.from({ length: 12 }, () => browser.post(page, { email, password: 'wrong' })),
  );

  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(7);
});

test('one address that tries many accounts is stopped as well', async () => {
  const browser = new Browser(running.origin);
  const page = await browser.openSignIn();
  const tries = Array.from({ length: 31 }, (_, index) => `person${index}@x.example`);

  const statuses: number[] = [];
  for (const person of tries)
    statuses.push((await browser.post(page, { email: person, password: 'x' })).status);

  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401));
  expect(statuses[30]).toBe(429);
});

test.each<[string, (browser: Browser, page: string) => Promise<Response>]>([
  ['another browser', (_browser, page) => new Browser(running.origin).post(page, { email, password: 'x' })],
  [
    'another uid',
    (browser, page) => {
      // A cookie jar that minds no paths sends the cookie along; the uid must still be the interaction's.
      for (const cookie of browser.jar.values()) cookie.path = '/';
      return browser.post(page.replace(/[^/]+$/, 'guessed'), { email, password: 'x' });
    },
  ],
  [
    'another site',
    (browser, page) => browser.post(page, { email, password: 'x' }, { 'sec-fetch-site': 'cross-site' }),
  ],
])('a form from %s is refused', async (_what, send) => {
  const browser = new Browser(running.origin);
  const page = await browser.openSignIn();

  const answer = await send(browser, page);

  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('role="alert"');
});

test('a forged sign-in cookie is refused', async () => {
  const browser = new Browser(running.origin);
  const page = await browser.openSignIn();
  browser.jar.set('artissist_sign_in.sig', { value: 'forged', path: page });

  expect((await browser.get(page)).status).toBe(400);
});

test.each([
  ['no fields', {}],
  ['no password', { email }],
  ['a password of absurd length', { email, password: 'x'.repeat(257) }],
  ['a form of absurd length', { email, password: 'x', more: 'x'.repeat(9000) }],
])('%s: asked to fill in the form', async (_what, fields) => {
  const browser = new Browser(running.origin);

  const answer = await browser.post(await browser.openSignIn(), fields);

  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('Enter your email address and your password.');
});

test('who is signed in is not asked again, until the session ends at the sign-out of Cognito', async () => {
  const { browser } = await codeFlow(running.origin, email, password(running.issuer, 'demo'));
  const target = `${running.origin}/studio/`;

  const silent = await browser.authorize({ prompt: 'none' });
  const stolen = new Browser(running.origin);
  for (const [name, cookie] of browser.jar) stolen.jar.set(name, cookie);
  const out = await browser.get(`/auth/logout?client_id=studio&logout_uri=${encodeURIComponent(target)}`);
  const after = await browser.authorize({ prompt: 'none' });
  const replayed = await stolen.authorize({ prompt: 'none' });

  expect(silent.headers.get('location')).toMatch(/[?&]code=/);
  expect([out.status, out.headers.get('location')]).toEqual([303, target]);
  expect(after.headers.get('location')).toContain('error=login_required');
  expect(replayed.headers.get('location')).toContain('error=login_required');
});

test.each([
  [
    'an unregistered logout_uri',
    'client_id=studio&logout_uri=https://evil.example/',
    'logout_uri must be one of',
  ],
  ['an unknown client', 'client_id=%3Cb%3E&logout_uri=x', 'client_id must name'],
  ['no parameters', '', 'client_id must name'],
])('sign-out with %s is refused and ends nothing', async (_what, query, why) => {
  const { browser } = await codeFlow(running.origin, email, password(running.issuer, 'demo'));

  const answer = await browser.get(`/auth/logout?${query}`);
  const still = await browser.authorize({ prompt: 'none' });

  expect(answer.status).toBe(400);
  const body = await answer.text();
  expect(body).toContain(why);
  expect(body).not.toContain('<b>');
  expect(still.headers.get('location')).toMatch(/[?&]code=/);
});

test('OpenID Connect sign-out asks, ends the session alone, as Cognito does, and goes on to the registered page', async () => {
  const { browser, tokens, refresh } = await codeFlow(
    running.origin,
    email,
    password(running.issuer, 'demo'),
  );
  const query = new URLSearchParams({
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: `${running.origin}/studio/`,
    state: 'bye',
  });

  const asked = await browser.get(`/auth/session/end?${query}`);
  const body = await asked.text();
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const out = await browser.post('/auth/session/end/confirm', { xsrf, logout: 'yes' });

  expect(body).toContain('Sign out?');
  expect(out.headers.get('location')).toBe(`${running.origin}/studio/?state=bye`);
  expect((await browser.authorize({ prompt: 'none' })).headers.get('location')).toContain('login_required');
  expect((await refresh(tokens.refresh_token)).status).toBe(200);
});

test('a revoked refresh token is of no more use', async () => {
  const { browser, tokens, refresh } = await codeFlow(
    running.origin,
    email,
    password(running.issuer, 'demo'),
  );

  const revoked = await browser.post('/auth/oauth2/revoke', {
    client_id: 'studio',
    token: tokens.refresh_token,
  });

  expect(revoked.status).toBe(200);
  expect((await refresh(tokens.refresh_token)).status).toBe(400);
});
