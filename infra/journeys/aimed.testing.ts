/**
 * The platform that a suite is aimed at: one of its own here, or the deployed one at ARTISSIST_ORIGIN, where it acts with
 * the personal access token ARTISSIST_TOKEN as that token's tenant and takes away what it made.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import { aimedOrigin, type ClientConfig } from '../smoke/origin.ts';
import { type Answer, DEMO, publicProfile, startTestPlatform } from './platform.testing.ts';

export interface Aimed {
  /** Origin of site and REST, without a slash at its end. */
  url: string;
  /** Credential of the tenant that the suite acts as. */
  token: string;
  /** Handle of that tenant, whose profile is public. */
  handle: string;
  /** Sets titles of one run apart from those of another: lower case letters and digits. */
  mark: string;
  graphql<T = Record<string, unknown>>(
    credential: string | null,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<T>>;
  rest(
    credential: string | null,
    method: string,
    path: string,
    options?: { body?: unknown },
  ): Promise<Response>;
  page(path: string): Promise<{ status: number; html: string; location: string | null }>;
  /** Waits until consumers have done what they had to; a deployed platform is given time, as it cannot be asked. */
  settled(): Promise<void>;
  /** Deletes the works that carry the mark, or the whole platform where it was the suite's own. */
  remove(): Promise<void>;
}

/** For a stream, a queue with a delay, a render and an invalidation. */
const DEPLOYED_SETTLES_MS = 45_000;

/** @throws Error when a deployed platform does not take the token, or its tenant has no handle */
export function openAimed(handle: string): Promise<Aimed> {
  const origin = aimedOrigin();
  return origin === undefined ? startAimed(handle) : aimAt(origin, process.env);
}

async function startAimed(handle: string): Promise<Aimed> {
  const platform = await startTestPlatform();
  const token = await platform.signIn(DEMO);
  await publicProfile(platform, token, handle);
  return { ...platform, token, handle, mark: markOf(), page: pagesOf(platform.url) };
}

/** Aims at a platform that runs, whoever started it; ARTISSIST_SETTLES_MS is how long its consumers are given. */
async function aimAt(origin: string, env: Readonly<Record<string, string | undefined>>): Promise<Aimed> {
  const token = env['ARTISSIST_TOKEN'] ?? '';
  const settlesMs = Number(env['ARTISSIST_SETTLES_MS'] ?? DEPLOYED_SETTLES_MS);
  const config = (await (await fetch(`${origin}/config.json`)).json()) as ClientConfig;
  const mark = markOf();
  const rest: Aimed['rest'] = (credential, method, path, { body } = {}) =>
    fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(credential !== null && { authorization: `Bearer ${credential}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const profile = await rest(token, 'GET', '/v1/me/profile');
  if (!profile.ok)
    throw new Error(`ARTISSIST_TOKEN was not taken by ${origin}: ${profile.status} ${await profile.text()}`);
  const { handle } = (await profile.json()) as { handle: string };
  return {
    url: origin,
    token,
    handle,
    mark,
    async graphql<T>(credential: string | null, query: string, variables: Record<string, unknown> = {}) {
      const answer = await fetch(config.graphql, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(credential === null ? { 'x-api-key': config.apiKey } : { authorization: credential }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await answer.json()) as Answer<T>;
    },
    rest,
    page: pagesOf(origin),
    settled: () => sleep(settlesMs),
    async remove() {
      const listed = await rest(token, 'GET', '/v1/projects?limit=100');
      const { items } = (await listed.json()) as {
        items: Array<{ id: string; title: string; version: number }>;
      };
      for (const { id, version } of items.filter(({ title }) => title.includes(mark)))
        await rest(token, 'DELETE', `/v1/projects/${id}?expectedVersion=${version}`);
    },
  };
}

const markOf = (): string => ulid().slice(-8).toLowerCase();

const pagesOf =
  (origin: string): Aimed['page'] =>
  async (path) => {
    const response = await fetch(`${origin}${path}`, { redirect: 'manual' });
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location'),
    };
  };
