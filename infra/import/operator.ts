import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreachableError, type Api, type GraphqlAnswer } from './client.ts';
import { isRecord } from './rows.ts';
import type { SendUpload } from './run.ts';

/** Where the platform is, and an operator's access token for it. */
export interface Operator {
  url: string;
  token: string;
}

/** What was given, completed from `demo.json`, which a running local platform keeps fresh. */
export async function readOperator(given: { url?: string; token?: string; data: string }): Promise<Operator> {
  if (given.url !== undefined && given.token !== undefined) return { url: given.url, token: given.token };
  const file = join(given.data, 'demo.json');
  const demo = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as unknown,
    () => undefined,
  );
  const { url, operatorToken } = isRecord(demo) ? demo : {};
  const operator = { url: given.url ?? url, token: given.token ?? operatorToken };
  if (typeof operator.url !== 'string' || typeof operator.token !== 'string') {
    throw new UnreachableError(
      `There is no platform to import into: ${file} has no url and operatorToken. Start one with npm start, or pass --url and --token.`,
    );
  }
  return { url: operator.url, token: operator.token };
}

const REJECTED = 401;

/**
 * GraphQL over HTTP as an operator. A token that is rejected is read again, once an occasion; one that is rejected
 * then as well ends the import.
 * @param read Reads the token anew; it may have been refreshed since.
 */
export function httpApi(operator: Operator, read: () => Promise<Operator>, send: typeof fetch = fetch): Api {
  let { token } = operator;
  const endpoint = new URL('/graphql', operator.url);

  async function post(body: string, headers: Record<string, string>, used: string): Promise<Response> {
    return send(endpoint, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', authorization: used },
      body,
    });
  }

  return async (query, variables, headers) => {
    const body = JSON.stringify({ query, variables });
    const used = token;
    let response = await post(body, headers, used);
    if (response.status === REJECTED) {
      if (token === used) ({ token } = await read());
      response = await post(body, headers, token);
      if (response.status === REJECTED) {
        throw new UnreachableError(`${endpoint} does not take the token: pass a fresh one of an operator.`);
      }
    }
    const answer: unknown = await response.json().catch(() => undefined);
    if (!isRecord(answer) || !('data' in answer || 'errors' in answer)) {
      throw new Error(`${endpoint} answered ${response.status} without GraphQL.`);
    }
    return answer as GraphqlAnswer;
  };
}

/** Sends signed uploads over HTTP. A relative address is one of the platform's. */
export function httpUpload(url: string, send: typeof fetch = fetch): SendUpload {
  return async ({ url: to, method, headers, bytes }) => {
    // The length is the body's own: fetch sets it.
    const sent = headers.filter(({ name }) => name.toLowerCase() !== 'content-length');
    const response = await send(new URL(to, url), {
      method,
      headers: sent.map(({ name, value }): [string, string] => [name, value]),
      body: new Uint8Array(bytes),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`The upload was answered ${response.status}.`);
  };
}
