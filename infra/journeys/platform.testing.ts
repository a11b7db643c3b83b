/** A platform of a test's own: on a port that the system picks, on a folder that goes away with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserSeed } from '../local/identity/types.ts';
import { logTo } from '../local/log.ts';
import { startPlatform, type Platform, type PlatformOptions } from '../local/platform.ts';

export const DEMO = 'demo@artissist.example';
export const MEMBER = 'member@artissist.example';
export const OPERATOR = 'operator@artissist.example';

/** What GraphQL answered. */
export interface Answer<T = Record<string, unknown>> {
  data: T | null;
  errors?: Array<{
    message: string;
    errorType?: string;
    errorInfo?: Record<string, unknown>;
    path?: unknown[];
  }>;
}

export interface TestPlatform extends Platform {
  dataDir: string;
  /** What the platform logged, as lines of JSON. */
  logged: string[];
  /** An access token of one of the demo people. */
  signIn(email: string): Promise<string>;
  /** GraphQL over real HTTP. */
  graphql<T = Record<string, unknown>>(
    credential: string | null,
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  /** REST over real HTTP; a body is sent as JSON. */
  rest(
    credential: string | null,
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  /** A page of the site. */
  page(path: string): Promise<{ status: number; html: string }>;
  /** Waits until every consumer, but those in `except`, has done what it had to. */
  settled(options?: { except?: readonly string[] }): Promise<void>;
  /** Ends the platform and removes its folder. */
  remove(): Promise<void>;
}

export async function startTestPlatform(
  options: Partial<Pick<PlatformOptions, 'shuffle'>> & { dataDir?: string; users?: UserSeed[] } = {},
): Promise<TestPlatform> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'artissist-test-'));
  const logged: string[] = [];
  const platform = await startPlatform({
    settings: {
      port: 0,
      dataDir,
      dynamodbEndpoint: process.env.DYNAMODB_ENDPOINT || undefined,
      samples: false,
    },
    log: logTo((line) => logged.push(line)),
    shuffle: options.shuffle,
  }).catch((error: unknown) => {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    throw error;
  });
  return {
    ...platform,
    dataDir,
    logged,
    signIn: (email) => platform.issuer.mint(email),
    async graphql<T>(
      credential: string | null,
      query: string,
      variables: Record<string, unknown> = {},
      headers: Record<string, string> = {},
    ) {
      const response = await fetch(`${platform.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(credential === null ? { 'x-api-key': platform.secrets.apiKey } : { authorization: credential }),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer<T>;
    },
    rest(credential, method, path, { body, headers = {} } = {}) {
      return fetch(`${platform.url}${path}`, {
        method,
        headers: {
          ...(credential !== null && { authorization: `Bearer ${credential}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    },
    async page(path) {
      const response = await fetch(`${platform.url}${path}`, { redirect: 'manual' });
      return { status: response.status, html: await response.text() };
    },
    async settled({ except } = {}) {
      await platform.events.bus.idle({ withConsequences: true, except });
      await platform.publisher.flush();
    },
    async remove() {
      await platform.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A profile that is public, so that works can be published. Answers the tenant's id. */
export async function publicProfile(platform: TestPlatform, token: string, handle: string): Promise<string> {
  const created = await platform.graphql<{ createProfile: { id: string } }>(
    token,
    `mutation ($handle: String!) { createProfile(input: { handle: $handle, name: "Artist ${handle}" }) { id } }`,
    { handle },
  );
  if (!created.data) throw new Error(JSON.stringify(created.errors));
  const published = await platform.graphql(token, 'mutation { publishProfile(expectedVersion: 1) { id } }');
  if (published.errors) throw new Error(JSON.stringify(published.errors));
  return created.data.createProfile.id;
}
