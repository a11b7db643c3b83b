/** Analysis by a language model, whoever serves it: asks, checks the answer, and asks once more when it is none. */
import { paletteOfPicture, pixelsAsJpeg } from '../../pictures.ts';
import { ModelRefusal, type Usage } from '../embeddings/port.ts';
import { type Form, IMAGE_FORM, imageAnswer, TEXT_FORM, textAnswer } from './answer.ts';
import type { Analysis, Answered, TextAnalysis, TextInput } from './port.ts';
import { IMAGE_SYSTEM, imageQuestion, PROMPT_VERSION, TEXT_SYSTEM, textQuestion } from './prompt.ts';

/** Pixels of the longer side that are sent: models see no more, and every pixel is paid for. */
const SIDE = 1280;
/** Asked again when an answer is not in the form. */
const ATTEMPTS = 2;

/** One question to a model that sees texts and pictures. */
export interface Question {
  model: string;
  system: string;
  /** Data between marks, then what to do. */
  text: string;
  /** Pixels without any metadata. */
  jpeg?: Uint8Array;
  form: Form;
}

export interface Reply {
  /** What the model filled in; undefined where it filled in nothing that can be read. */
  answer: unknown;
  usage: Usage;
}

/** Tokens of a picture, at most. */
const PICTURE_TOKENS = 4_000;

/**
 * Tokens that a question has cost at most whose answer never came: it was sent, and is charged as far as it was read
 * and answered.
 */
export const mostUsed = (
  { system, text, jpeg, form }: Question,
  outputTokens: number,
): Pick<Usage, 'inputTokens' | 'outputTokens'> => ({
  inputTokens:
    Math.ceil(Buffer.byteLength(system + text + JSON.stringify(form)) / 2) + (jpeg ? PICTURE_TOKENS : 0),
  outputTokens,
});

/**
 * @param ask puts one question. @throws ModelUnavailable, ModelRefusal
 * @param textModel and imageModel are ids for the receipt
 */
export function createAskedAnalysis(options: {
  textModel: string;
  imageModel: string;
  /** Tokens of one answer, at most. */
  maxTokens: number;
  ask(question: Question): Promise<Reply>;
  close(): Promise<void>;
}): Analysis {
  const { textModel, imageModel, maxTokens, ask, close } = options;

  const textAsked = (input: TextInput): Question => ({
    model: textModel,
    system: TEXT_SYSTEM,
    text: textQuestion(input),
    form: TEXT_FORM,
  });
  const imageAsked = (known: ImageKnown, jpeg: Uint8Array): Question => ({
    model: imageModel,
    system: IMAGE_SYSTEM,
    text: imageQuestion(known),
    jpeg,
    form: IMAGE_FORM,
  });
  const mostOf = (question: Question): number => {
    const { inputTokens, outputTokens } = mostUsed(question, maxTokens);
    return ATTEMPTS * (inputTokens + outputTokens);
  };

  async function answered<T>(
    question: Question,
    read: (answer: unknown) => T | undefined,
  ): Promise<{ result: T; usage: Usage }> {
    let usage: Usage = { inputTokens: 0, outputTokens: 0, microUsd: 0 };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const reply = await ask(question).catch((error: unknown) => {
        // What the first attempt cost is not forgotten when the second one fails.
        if (error instanceof Error)
          Object.assign(error, { usage: sum(usage, (error as { usage?: Usage }).usage ?? FREE) });
        throw error;
      });
      usage = sum(usage, reply.usage);
      const result = read(reply.answer);
      if (result !== undefined) return { result, usage };
    }
    const refusal = new ModelRefusal(
      `${question.model} did not fill in the form ${question.form.name} in ${ATTEMPTS} attempts. Try another model.`,
    );
    refusal.usage = usage;
    throw refusal;
  }

  return {
    textModel,
    imageModel,
    promptVersion: PROMPT_VERSION,
    mostOfText: (input) => (hasLetters(input) ? mostOf(textAsked(input)) : 0),
    mostOfImage: (known) => mostOf(imageAsked(known, new Uint8Array())),
    async analyseText(input) {
      const receipt = { model: textModel, promptVersion: PROMPT_VERSION };
      if (!hasLetters(input)) return { result: EMPTY, usage: FREE, ...receipt };
      return { ...(await answered(textAsked(input), (answer) => textAnswer(answer, input))), ...receipt };
    },
    async analyseImage(input) {
      const [palette, jpeg] = [await paletteOfPicture(input.bytes), await pixelsAsJpeg(input.bytes, SIDE)];
      const { result, usage } = await answered(imageAsked(input, jpeg), imageAnswer);
      return {
        result: { ...result, palette },
        usage,
        model: imageModel,
        promptVersion: PROMPT_VERSION,
      } satisfies Answered<object>;
    },
    close,
  };
}

type ImageKnown = Parameters<Analysis['mostOfImage']>[0];

/** Of a text without letters nothing is asked. */
const hasLetters = ({ text }: TextInput): boolean => /\p{L}/u.test(text);

const FREE: Usage = { inputTokens: 0, outputTokens: 0, microUsd: 0 };
/** Of a text without words: nothing is asked. */
const EMPTY: TextAnalysis = { tags: [], freeTags: [], people: [], places: [] };

const sum = (a: Usage, b: Usage): Usage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
  microUsd: a.microUsd + b.microUsd,
});
