/** What a first look needs: somebody to sign in as, a token, and (at the first start) sample portfolios. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetLoaded, prepareDocs } from '#infra/docs/prepare.ts';
import type { Platform } from './platform.ts';
import type { Settings } from './settings.ts';

/** Written to `<data>/demo.json`. */
export interface Demo {
  url: string;
  /** AppSync's API key, for anonymous GraphQL. */
  apiKey: string;
  /** A personal access token of the demo user, which reads and writes. */
  token: string;
  user: string;
  password: string;
  /** An access token of the platform's operator, valid for an hour; renewed at every start and while it runs. */
  operatorToken: string;
}

export const DEMO_USER = 'demo@artissist.example';
export const OPERATOR = 'operator@artissist.example';

const RENEW_MS = 30 * 60 * 1000;

/** Calls the API as somebody. @throws Error with what it answered. */
export async function call<T>(
  platform: Pick<Platform, 'api' | 'url'>,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await platform.api.fetch(
    new Request(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    }),
  );
  const answer = (await response.json()) as {
    data: T;
    errors?: Array<{ message: string; errorType?: string }>;
  };
  if (answer.errors?.length) throw new Error(answer.errors.map(({ message }) => message).join('; '));
  return answer.data;
}

export async function prepareDemo(
  platform: Platform,
  settings: Settings,
  say: (line: string) => void,
): Promise<Demo> {
  const { issuer, url, secrets } = platform;
  const account = issuer.users.demoAccounts.find(({ email }) => email === DEMO_USER);
  if (!account)
    throw new Error(`The demo user ${DEMO_USER} is missing. Remove ${settings.dataDir} and start again.`);
  const file = join(settings.dataDir, 'demo.json');
  // A token of another table is none here.
  const known = platform.isNew ? null : readDemo(file);
  const demo: Demo = {
    url,
    apiKey: secrets.apiKey,
    token: known?.token ?? (await firstToken(platform)),
    user: account.email,
    password: account.password,
    operatorToken: await issuer.mint(OPERATOR),
  };
  writeDemo(file, demo);
  setInterval(() => {
    issuer.mint(OPERATOR).then(
      (operatorToken) => writeDemo(file, { ...demo, operatorToken }),
      (error: unknown) => say(`The operator's token could not be renewed: ${String(error)}`),
    );
  }, RENEW_MS).unref();
  await loadDocumentation(platform, settings);
  if (settings.samples) {
    const { importSamples } = await import('./samples.ts');
    await importSamples(platform, settings, demo.operatorToken, say);
  }
  return demo;
}

/** Brings the documentation up to date; costs a few milliseconds when nothing has changed. */
async function loadDocumentation(platform: Platform, { dataDir }: Settings): Promise<void> {
  const operator = platform.issuer.users.byEmail(OPERATOR);
  if (!operator) throw new Error(`The operator ${OPERATOR} is missing. Remove ${dataDir} and start again.`);
  const { table, url, isNew } = platform;
  if (isNew) forgetLoaded(dataDir);
  const loaded = await prepareDocs({ table, uid: operator.uid, origin: url, dataDir });
  if (Object.values(loaded).some((count) => count > 0)) {
    // Meanings follow while it is used already: reading takes a model longer than publishing.
    await platform.events.bus.idle({ withConsequences: true, except: ['embed'] });
    await platform.publisher.flush();
  }
  await platform.search.refresh();
}

function readDemo(file: string): Demo | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Demo;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function writeDemo(file: string, demo: Demo): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The demo user gets a public, unlisted profile, so that a first work can be published at once, and a token. */
async function firstToken(platform: Platform): Promise<string> {
  const token = await platform.issuer.mint(DEMO_USER);
  const { createProfile } = await call<{ createProfile: { version: number } }>(
    platform,
    token,
    `mutation { createProfile(input: {
      handle: "demo", name: "Demo Artist", visibility: UNLISTED, summary: "A portfolio to try things in."
    }) { version } }`,
  ).catch(async (error: unknown) => {
    if (!(error instanceof Error) || !error.message.includes('have a profile')) throw error;
    const { profile } = await call<{ profile: { version: number } }>(
      platform,
      token,
      '{ profile { version } }',
    );
    return { createProfile: profile };
  });
  await call(platform, token, 'mutation ($v: Int!) { publishProfile(expectedVersion: $v) { id } }', {
    v: createProfile.version,
  });
  const { createToken } = await call<{ createToken: { secret: string } }>(
    platform,
    token,
    'mutation { createToken(input: { name: "Demo", scopes: [READ, WRITE] }) { secret } }',
  );
  return createToken.secret;
}
