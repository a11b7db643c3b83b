import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { InvokeModelWithBidirectionalStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { expect, it } from 'vitest';
import { createSonicSpeech, type SonicOptions } from './aws.ts';
import type { ModelUnavailable } from '../embeddings/port.ts';
import { createLocalSpeech } from './local.ts';
import { wav } from './pcm.ts';
import { sounds } from './sounds.testing.ts';
import { speechContract, type SpeechTwin } from './speech.contract.ts';

type How = Parameters<SpeechTwin['answers']>[0];

/** A server in OpenAI's form. */
async function startEndpoint(): Promise<SpeechTwin & { asked: Array<{ headers: object; body: string }> }> {
  let how: How = 'silence';
  const asked: Array<{ headers: object; body: string }> = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      asked.push({ headers: { ...request.headers, path: request.url }, body: body.toString('latin1') });
      if (how === 'outage') return response.writeHead(503).end('busy');
      if (how === 'nonsense') return response.writeHead(200).end('<html>');
      const words = how === 'silence' ? [] : how.words;
      const segments = words.map((text, index) => ({
        start: index * 2,
        end: index * 2 + 1.5,
        text: ` ${text}`,
        avg_logprob: -0.1,
      }));
      return response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ language: 'french', segments }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    asked,
    speech: createLocalSpeech({ endpoint: { url, model: 'small', apiKey: 'key' } }),
    answers: (next) => (how = next),
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface SonicEvent {
  [kind: string]: Record<string, unknown>;
}

/** A client that hears a session out and answers as Sonic does, until it has heard some. */
function startSonic(lasts = Infinity): SpeechTwin & { sessions: SonicEvent[][] } {
  let how: How = 'silence';
  const sessions: SonicEvent[][] = [];
  const encode = (event: object) => ({
    chunk: { bytes: new TextEncoder().encode(JSON.stringify({ event })) },
  });

  async function* talk(command: InvokeModelWithBidirectionalStreamCommand) {
    const heard: SonicEvent[] = [];
    sessions.push(heard);
    const input = command.input.body![Symbol.asyncIterator]();
    const next = async (): Promise<SonicEvent | undefined> => {
      const { value, done } = await input.next();
      if (done) return undefined;
      const { event } = JSON.parse(new TextDecoder().decode(value.chunk?.bytes)) as { event: SonicEvent };
      heard.push(event);
      return event;
    };
    let soundName: unknown;
    for (let event = await next(); event; event = await next()) {
      if (event.contentStart?.type === 'AUDIO') soundName = event.contentStart.contentName;
      if (!event.contentEnd || event.contentEnd.contentName !== soundName) continue;
      if (how === 'nonsense') {
        yield { chunk: { bytes: Buffer.from('<html>') } };
        return;
      }
      for (const [index, content] of (typeof how === 'object' ? how.words : []).entries()) {
        const contentId = `user-${index}`;
        yield encode({
          contentStart: {
            contentId,
            role: 'USER',
            type: 'TEXT',
            additionalModelFields: '{"generationStage":"FINAL"}',
          },
        });
        yield encode({ textOutput: { contentId, content, role: 'USER' } });
        yield encode({ contentEnd: { contentId, type: 'TEXT', stopReason: 'PARTIAL_TURN' } });
      }
      const tokens = { speechTokens: 100, textTokens: 10 };
      yield encode({
        usageEvent: { details: { total: { input: tokens, output: { speechTokens: 5, textTokens: 1 } } } },
      });
      yield encode({ contentStart: { contentId: 'reply', role: 'ASSISTANT', type: 'TEXT' } });
      yield encode({ textOutput: { contentId: 'reply', content: 'Noted', role: 'ASSISTANT' } });
    }
  }

  const client = {
    destroy: () => undefined,
    send: async (command: InvokeModelWithBidirectionalStreamCommand) => {
      if (how === 'outage' || sessions.length >= lasts)
        throw Object.assign(new Error('Too many requests'), { name: 'ThrottlingException' });
      return { body: talk(command) };
    },
  } as unknown as SonicOptions['client'];
  return {
    sessions,
    speech: createSonicSpeech({ client, wait: async () => undefined, answerMs: 200 }),
    answers: (next) => (how = next),
  };
}

speechContract('a transcription endpoint', startEndpoint);
speechContract('Nova 2 Sonic', async () => startSonic());

it('an endpoint is asked for segments with its key, and says the language by name', async () => {
  const twin = await startEndpoint();
  twin.answers({ words: ['De l’encre.'] });

  const transcript = await twin.speech.transcribe(wav(sounds([[1, 0.5]])), 'audio/wav', 'fr-CA');

  expect(transcript).toMatchObject({ language: 'fr', model: 'endpoint:small' });
  expect(transcript.segments[0]?.confidence).toBeCloseTo(0.905, 2);
  expect(twin.asked[0]?.headers).toMatchObject({
    path: '/v1/audio/transcriptions',
    authorization: 'Bearer key',
  });
  expect(twin.asked[0]?.body).toContain('verbose_json');
  expect(twin.asked[0]?.body).toMatch(/name="language"\r\n\r\nfr\r\n/);
  await twin.end?.();
});

it('Sonic says what the parts cost that were heard before one failed', async () => {
  const twin = startSonic(1);
  twin.answers({ words: ['Part.'] });
  const note = wav(
    sounds([
      [15, 0.5],
      [1, 0],
      [15, 0.5],
      [1, 0],
      [15, 0.5],
      [1, 0],
      [15, 0.5],
    ]),
  );

  const failed = await twin.speech.transcribe(note, 'audio/wav').catch((error: unknown) => error);

  expect(failed).toMatchObject({ name: 'ModelUnavailable' });
  expect((failed as ModelUnavailable).usage?.inputTokens).toBeGreaterThanOrEqual(110);
});

it('Sonic hears a long note in parts, pays for each, and ends its sessions after the answer', async () => {
  const twin = startSonic();
  twin.answers({ words: ['Part.'] });

  const transcript = await twin.speech.transcribe(
    wav(
      sounds([
        [15, 0.5],
        [1, 0],
        [15, 0.5],
      ]),
    ),
    'audio/wav',
  );

  expect(transcript.segments).toMatchObject([
    { start: 0, text: 'Part.' },
    { start: 15.48, end: 31, text: 'Part.' },
  ]);
  expect(transcript.usage).toEqual({
    inputTokens: 220,
    outputTokens: 12,
    microUsd: Math.ceil(1.5 * 2 * (300 + 3.3 + 60 + 2.75)),
  });
  expect(twin.sessions).toHaveLength(2);
  for (const session of twin.sessions) {
    const kinds = session.map((event) => Object.keys(event)[0]);
    expect(kinds.slice(0, 6)).toEqual([
      'sessionStart',
      'promptStart',
      'contentStart',
      'textInput',
      'contentEnd',
      'contentStart',
    ]);
    expect(kinds.slice(-3)).toEqual(['contentEnd', 'promptEnd', 'sessionEnd']);
    expect(kinds.slice(6, -3).every((kind) => kind === 'audioInput')).toBe(true);
  }
});

it('without a recogniser, it says what to install or to configure', async () => {
  const speech = createLocalSpeech({ program: null });

  expect(speech.model).toBeNull();
  await expect(speech.transcribe(wav(sounds([[1, 0.5]])), 'audio/wav')).rejects.toMatchObject({
    name: 'SpeechNotAvailable',
    message: expect.stringMatching(/kept.*TRANSCRIPTION_ENDPOINT.*pocketsphinx/),
  });
});

it('a recogniser of English says no to other languages', async () => {
  const speech = createLocalSpeech({ program: { name: 'pocketsphinx', path: '/nowhere/pocketsphinx' } });

  await expect(speech.transcribe(wav(sounds([[1, 0.5]])), 'audio/wav', 'fr')).rejects.toMatchObject({
    name: 'SpeechNotAvailable',
  });
});
