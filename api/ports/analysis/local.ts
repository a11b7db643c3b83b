/**
 * Analysis on this machine, by rules and lexicons: it quotes and counts, and makes nothing up. Texts are read as
 * English; of a text in another language it says the language, the words of the vocabulary and a lead as summary.
 * No object detector that can be relied on for art is small enough, so `objects` stays empty.
 * Nothing in an input can instruct it, for it follows none.
 */
import type { Embeddings, Usage } from '../embeddings/port.ts';
import { languageOf } from './local-language.ts';
import { namesOf } from './local-names.ts';
import { createOcr } from './local-ocr.ts';
import { altTextOf, captionOf } from './local-picture.ts';
import { passageOf, readText, type Sentence } from './local-reading.ts';
import { summaryOf } from './local-summary.ts';
import { freeTags, vocabularyTags } from './local-tags.ts';
import { mediumOf, moodOf, periodOf, techniqueOf } from './local-terms.ts';
import { paletteOfPicture } from '../../pictures.ts';
import type { Analysis, TextAnalysis, TextInput } from './port.ts';

const TEXT_MODEL = 'local-text@1';
const IMAGE_MODEL = 'local-picture@1';
/** Grows with every change of rules or lexicons that changes answers. */
const RULES = 'rules-1';
/** From this confidence on a text is taken to be in another language than English. */
const FOREIGN = 0.6;

/**
 * @param embeddings for the summary; sentences are compared by their vectors
 */
export function createLocalAnalysis(options: { embeddings: Pick<Embeddings, 'embedTexts'> }): Analysis {
  const ocr = createOcr();

  return {
    textModel: TEXT_MODEL,
    imageModel: IMAGE_MODEL,
    promptVersion: RULES,
    mostOfText: ({ title = '', text }) => used(`${title} ${text}`).inputTokens,
    mostOfImage: () => used('').inputTokens,
    async analyseText(input) {
      const { result, usage } = await analyse(input, options.embeddings);
      return { result, usage, model: TEXT_MODEL, promptVersion: RULES };
    },
    async analyseImage(input) {
      const { bytes, contentType: _, ...known } = input;
      const palette = await paletteOfPicture(bytes);
      const ocrText = await ocr.read(bytes);
      const seen = { ...known, palette, ...(ocrText && { ocrText: ocrText.value }) };
      const [altText, caption] = [altTextOf(seen), captionOf(seen)];
      const result = {
        ...(altText && { altText }),
        ...(caption && { caption }),
        palette,
        ...(ocrText && { ocrText }),
        objects: [],
      };
      return { result, usage: used(''), model: IMAGE_MODEL, promptVersion: RULES };
    },
    close: () => ocr.close(),
  };
}

async function analyse(
  { title = '', text, vocabulary }: TextInput,
  embeddings: Pick<Embeddings, 'embedTexts'>,
): Promise<{ result: TextAnalysis; usage: Usage }> {
  const language = await languageOf(text);
  const body = await readText(text);
  const sentences = [...(await readText(title)), ...body];
  const tags = vocabularyTags(sentences, vocabulary);
  const foreign = language !== undefined && language.value !== 'en' && language.confidence >= FOREIGN;
  const told = foreign ? { found: leadOf(body) } : await summaryOf(body, embeddings);
  const result = {
    language,
    summary: told.found,
    tags,
    ...(foreign
      ? { freeTags: [], people: [], places: [] }
      : englishOf(
          sentences,
          tags.map(({ value }) => value),
        )),
  };
  const known = Object.entries(result).filter(([, value]) => value !== undefined);
  return { result: Object.fromEntries(known) as unknown as TextAnalysis, usage: used(`${title} ${text}`) };
}

function englishOf(sentences: readonly Sentence[], tags: readonly string[]): Omit<TextAnalysis, 'tags'> {
  const names = namesOf(sentences);
  const medium = mediumOf(sentences);
  return {
    freeTags: freeTags(sentences, [...tags, ...(medium ? [medium.value] : [])]),
    medium,
    technique: techniqueOf(sentences),
    period: periodOf(sentences),
    mood: moodOf(sentences),
    ...names,
  };
}

/** The first two sentences of a longer text. */
function leadOf(sentences: readonly Sentence[]): TextAnalysis['summary'] {
  const prose = sentences.filter(({ text }) => text.length >= 30 && text.length <= 400);
  if (prose.length < 4) return undefined;
  const value = prose.slice(0, 2).map(({ text }) => text);
  return { value: value.join(' '), confidence: 0.2, passage: passageOf(value[0] ?? '') };
}

/** Local models cost nothing; words stand for tokens. */
const used = (text: string): Usage => ({
  inputTokens: text.split(/\s+/).filter(Boolean).length,
  outputTokens: 0,
  microUsd: 0,
});
