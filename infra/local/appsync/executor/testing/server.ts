import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppSync } from '../../appsync.ts';
import type { ErrorEntry } from '../errors.ts';
import type { Json } from '../../types.ts';

export interface Answer {
  status: number;
  headers: Headers;
  data: Record<string, Json> | null | undefined;
  errors: ErrorEntry[] | undefined;
}

export interface TestServer {
  url: string;
  port: number;
  post(body: string, headers?: Record<string, string>): Promise<Answer>;
  query(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  close(): Promise<void>;
}

export const API_KEY = 'da2-test';

/** The API behind a real HTTP server, on a port that the system picks. */
export async function serve(api: AppSync): Promise<TestServer> {
  const server = createServer((request, response) => void api.handle(request, response));
  server.on('upgrade', (request, socket, head) => api.upgrade(request, socket, head));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;

  const post: TestServer['post'] = async (body, headers = { 'x-api-key': API_KEY }) => {
    const response = await fetch(url, { method: 'POST', body, headers });
    const { data, errors } = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
    return { status: response.status, headers: response.headers, data, errors };
  };
  return {
    url,
    port,
    post,
    query: (query, variables, headers) => post(JSON.stringify({ query, variables }), headers),
    async close() {
      await api.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
