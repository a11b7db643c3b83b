/**
 * Speech by Amazon Nova 2 Sonic over its bidirectional stream. Sonic converses and does not transcribe as such: what it
 * hears of the speaker comes before its own turn, and without times. So a recording is cut at silences, each part is a
 * session of its own with the part's times, and sentences in it are spread by their lengths.
 * https://docs.aws.amazon.com/nova/latest/nova2-userguide/sonic-getting-started.html
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  InvokeModelWithBidirectionalStreamCommand,
  type InvokeModelWithBidirectionalStreamInput,
} from '@aws-sdk/client-bedrock-runtime';
import { modelCall } from '../../observability/model-call.ts';
import { bedrockError, type Sender } from '../bedrock/aws.ts';
import { type Price, priceOf, type Prices } from '../bedrock/prices.ts';
import { ModelUnavailable } from '../embeddings/port.ts';
import { decodeRecording } from './decode-recording.ts';
import { pcm16, RATE } from './pcm.ts';
import type { Speech, TranscriptSegment } from './port.ts';
import { cutAtSilences } from './silences.ts';
import {
  closingEvents,
  createSonicListener,
  encodeEvent,
  openingEvents,
  type SonicAnswer,
  type SonicTokens,
  soundEnd,
  soundEvent,
} from './sonic-events.ts';
import { type Part, spread, stitch } from './stitch.ts';

const MODEL = 'amazon.nova-2-sonic-v1:0';
/** Seconds of a part: far below the eight minutes of a connection, and near enough for a reader's times. */
const LONGEST_PART = 20;
/** Parts at a time, so that a note of five minutes takes about two. */
const SESSIONS = 3;
/** Seconds of sound in an event. */
const CHUNK = 0.1;
/** Silence after a part, longer than the pause that ends a turn. */
const SILENCE = 2.5;
/** After the sound, how long the model may take to answer. */
const ANSWER_MS = 15_000;

export interface SonicOptions {
  client: Sender & { destroy(): void };
  model?: string;
  /** Instead of the listed ones. */
  prices?: Prices;
  /** Waits between two pieces of sound, as long as they last: the service expects a speaker's pace. */
  wait?: (ms: number) => Promise<unknown>;
  answerMs?: number;
}

/** @param options with a client from `createBedrockClient` */
export function createSonicSpeech(options: SonicOptions): Speech {
  const { client, model = MODEL, wait = sleep, answerMs = ANSWER_MS } = options;
  const price = priceOf(model, options.prices);

  const hear = (samples: Float32Array): Promise<SonicAnswer> =>
    modelCall(
      { provider: 'bedrock', operation: 'InvokeModelWithBidirectionalStream', model },
      async (tell) => {
        const answer = await listen(samples);
        const { inputTokens, outputTokens } = usageOf([answer], price);
        tell({ inputTokens, outputTokens });
        return answer;
      },
    );

  async function listen(samples: Float32Array): Promise<SonicAnswer> {
    const listener = createSonicListener();
    const turn = Promise.withResolvers<void>();
    try {
      const { body } = await client.send(
        new InvokeModelWithBidirectionalStreamCommand({
          modelId: model,
          body: session(samples, wait, () => Promise.race([turn.promise, sleep(answerMs)])),
        }),
      );
      for await (const { chunk, ...failure } of body ?? []) {
        const [error] = Object.values(failure).filter((value) => value instanceof Error);
        if (error) throw error;
        if (chunk?.bytes) listener.hear(chunk.bytes);
        if (listener.answer.answered) turn.resolve();
      }
    } catch (error) {
      throw bedrockError(error, model);
    } finally {
      turn.resolve();
    }
    if (!listener.answer.answered)
      throw new ModelUnavailable(`${model} ended before it had heard a part out. Try again.`);
    return listener.answer;
  }

  return {
    model,
    async transcribe(bytes) {
      const samples = await decodeRecording(bytes);
      const spans = cutAtSilences(samples, RATE, LONGEST_PART);
      const answers: SonicAnswer[] = [];
      for (let at = 0; at < spans.length; at += SESSIONS) {
        const batch = spans.slice(at, at + SESSIONS);
        const heard = await Promise.allSettled(
          batch.map(({ start, end }) => hear(samples.subarray(start, end))),
        );
        answers.push(...heard.flatMap((part) => (part.status === 'fulfilled' ? part.value : [])));
        const failed = heard.find((part) => part.status === 'rejected');
        // The parts that were heard are paid for.
        if (failed) throw Object.assign(failed.reason as Error, { usage: usageOf(answers, price) });
      }
      const parts = spans.map(({ start, end }, index): Part => {
        const segments: TranscriptSegment[] = spread(
          answers[index]?.sentences ?? [],
          0,
          (end - start) / RATE,
        );
        return { start: start / RATE, segments };
      });
      const seconds = samples.length / RATE;
      return { segments: stitch(parts, seconds), seconds, model, usage: usageOf(answers, price) };
    },
    async close() {
      client.destroy();
    },
  };
}

/** The events of a session; the last ones wait for the model's turn. */
async function* session(
  samples: Float32Array,
  wait: (ms: number) => Promise<unknown>,
  turn: () => Promise<unknown>,
): AsyncGenerator<InvokeModelWithBidirectionalStreamInput> {
  const names = { prompt: randomUUID(), instruction: randomUUID(), sound: randomUUID() };
  const events = (all: Array<Record<string, unknown>>) =>
    all.map((event) => ({ chunk: { bytes: encodeEvent(event) } }));
  yield* events(openingEvents(names));
  const sound = Buffer.concat([pcm16(samples), Buffer.alloc(SILENCE * RATE * 2)]);
  const size = CHUNK * RATE * 2;
  for (let at = 0; at < sound.length; at += size) {
    yield* events([soundEvent(names, sound.subarray(at, at + size))]);
    await wait(CHUNK * 1000);
  }
  yield* events([soundEnd(names)]);
  await turn();
  yield* events(closingEvents(names));
}

function usageOf(
  answers: readonly SonicAnswer[],
  { inputToken, outputToken, spokenInputToken = inputToken, spokenOutputToken = outputToken }: Price,
): { inputTokens: number; outputTokens: number; microUsd: number } {
  const sum = (count: (tokens: SonicTokens) => number): number =>
    answers.reduce((total, { tokens }) => total + count(tokens), 0);
  return {
    inputTokens: sum(({ input }) => input.speech + input.text),
    outputTokens: sum(({ output }) => output.speech + output.text),
    microUsd: Math.ceil(
      sum(
        ({ input, output }) =>
          input.speech * spokenInputToken +
          input.text * inputToken +
          output.speech * spokenOutputToken +
          output.text * outputToken,
      ),
    ),
  };
}
