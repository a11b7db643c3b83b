/** A server that speaks Bedrock's shapes over HTTP/2, and misbehaves when told to. */
import { once } from 'node:events';
import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { createBedrockClient } from './aws.ts';

export interface Asked {
  /** `invoke` or `converse`. */
  operation: string;
  model: string;
  body: Record<string, unknown>;
}

/** What goes wrong with the next request: an error of the service, no answer, no JSON, or half of it. */
export type Fault = { error: string; status: number } | 'silence' | 'nonsense' | 'half' | 'cut';

/** Answers a request as the model would: the JSON body, and tokens for the header. */
export type Model = (asked: Asked) => { body: unknown; inputTokens?: number };

export async function startBedrock(model: Model) {
  const asked: Asked[] = [];
  const faults: Fault[] = [];
  const sessions = new Set<http2.ServerHttp2Session>();
  const server = http2.createServer();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    session.on('error', () => sessions.delete(session));
  });
  server.on('request', (request, response) => {
    void textOf(request).then((body) => {
      const [, , id = '', operation = ''] = request.url.split('/');
      const question = {
        operation,
        model: decodeURIComponent(id),
        body: JSON.parse(body) as Record<string, unknown>,
      };
      asked.push(question);
      const fault = faults.shift();
      const send = (status: number, text: string, headers: Record<string, string> = {}): void => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(text);
      };
      if (fault === 'silence') return;
      if (fault === 'cut') return response.stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR);
      if (fault === 'nonsense')
        return send(200, '{"output":{"message":{"role":"assistant","content":[{"text":"I cannot."}]}}}');
      if (typeof fault === 'object')
        return send(fault.status, JSON.stringify({ message: 'as asked' }), {
          'x-amzn-errortype': fault.error,
        });
      const answer = model(question);
      const json = JSON.stringify(answer.body);
      const count = answer.inputTokens;
      const headers: Record<string, string> =
        count === undefined ? {} : { 'x-amzn-bedrock-input-token-count': `${count}` };
      send(200, fault === 'half' ? json.slice(0, json.length / 2) : json, headers);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = createBedrockClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
  });
  return {
    client,
    asked,
    /** Faults of the next requests, in order. */
    fail: (...next: Fault[]) => void faults.push(...next),
    async end() {
      client.destroy();
      for (const session of sessions) session.destroy();
      server.close();
    },
  };
}
