/** Stands for a language model: fills in the form by looking for a few words, as a Bedrock model and as an OpenAI endpoint. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import type { Model } from '../bedrock/bedrock.testing.ts';

interface Finding {
  value: string;
  confidence: number;
  passage?: string;
}
export type Filled = Record<string, Finding[]>;

/** The data between the marks of a question. */
export function dataIn(question: string): Record<string, unknown> {
  const [, , json = '{}'] = /<(data-[0-9a-f]+)>\n([\s\S]*)\n<\/\1>/.exec(question) ?? [];
  return JSON.parse(json) as Record<string, unknown>;
}

/** What a well-behaved model fills in. */
export function filledIn(form: string, question: string): Filled {
  const data = dataIn(question);
  if (form === 'record_picture') {
    return {
      altText: [{ value: `A poster with large letters, called ${String(data['title'])}.`, confidence: 0.8 }],
      caption: [{ value: String(data['title'] ?? 'Untitled'), confidence: 0.7 }],
      ocrText: [{ value: 'HARBOUR FESTIVAL', confidence: 0.95 }],
      objects: [{ value: 'poster', confidence: 0.9 }],
    };
  }
  const text = `${String(data['title'])}\n${String(data['text'])}`;
  const find = (pattern: RegExp, value?: string): Finding[] => {
    const [passage] = pattern.exec(text) ?? [];
    return passage ? [{ value: value ?? passage, confidence: 0.9, passage }] : [];
  };
  return {
    language: find(/\bthe\b.*/i, 'en'),
    summary: find(/Marie Laurent painted[^.]*\./),
    tags: find(/boats/, 'Boat'),
    freeTags: [...find(/masts/, 'mast'), ...find(/river/)],
    medium: find(/oil on canvas/),
    technique: find(/impasto/),
    period: find(/impressionist/),
    mood: find(/calm/),
    people: find(/Marie Laurent/),
    places: [
      ...find(/Paris/),
      ...find(/London/),
      { value: 'Atlantis', confidence: 0.9, passage: 'Atlantis, of old' },
    ],
  };
}

/** Converse, as Bedrock answers it. `fill` may misbehave. */
export const converseModel =
  (fill: (form: string, question: string) => unknown = filledIn): Model =>
  ({ body }) => {
    const { toolConfig, messages } = body as unknown as {
      toolConfig: { tools: [{ toolSpec: { name: string } }] };
      messages: [{ content: Array<{ text?: string }> }];
    };
    const { name } = toolConfig.tools[0].toolSpec;
    const question = messages[0].content.map(({ text = '' }) => text).join('\n');
    const input = fill(name, question);
    return {
      body: {
        output: {
          message: {
            role: 'assistant',
            content: [{ text: 'I use the tool.' }, { toolUse: { toolUseId: 't1', name, input } }],
          },
        },
        stopReason: 'tool_use',
        usage: { inputTokens: 900, outputTokens: 200, totalTokens: 1100 },
        metrics: { latencyMs: 1 },
      },
    };
  };

/** What goes wrong with the next request to the OpenAI endpoint. */
export type OpenAiFault = number | 'silence' | 'nonsense' | 'half' | 'cut';

export interface OpenAiRequest {
  model: string;
  messages: Array<{ role: string; content: unknown }>;
  response_format: { type: string; json_schema: { name: string; strict: boolean; schema: object } };
}

/** An endpoint that speaks chat completions. */
export async function startOpenAi(fill: (form: string, question: string) => unknown = filledIn) {
  const asked: Array<{ path: string; authorization?: string; body: OpenAiRequest }> = [];
  const faults: OpenAiFault[] = [];
  const server = http.createServer((request, response) => {
    void textOf(request).then((text) => {
      const body = JSON.parse(text) as OpenAiRequest;
      asked.push({
        path: request.url ?? '',
        ...(request.headers.authorization ? { authorization: request.headers.authorization } : {}),
        body,
      });
      const fault = faults.shift();
      if (fault === 'silence') return;
      if (fault === 'cut') return request.socket.destroy();
      const send = (status: number, json: string): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(json);
      };
      if (typeof fault === 'number') return send(fault, '{"error":{"message":"as asked"}}');
      const question = JSON.stringify(body.messages[1]?.content);
      const parts = JSON.parse(question) as Array<{ type: string; text?: string }>;
      const filled = JSON.stringify(
        fill(body.response_format.json_schema.name, parts.map((part) => part.text ?? '').join('\n')),
      );
      const content =
        fault === 'nonsense'
          ? 'Certainly! Here is your answer.'
          : fault === 'half'
            ? filled.slice(0, filled.length / 2)
            : filled;
      send(
        200,
        JSON.stringify({
          choices: [{ message: { role: 'assistant', content } }],
          usage: { prompt_tokens: 900, completion_tokens: 200 },
        }),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    fail: (...next: OpenAiFault[]) => void faults.push(...next),
    async end() {
      server.closeAllConnections();
      server.close();
    },
  };
}
