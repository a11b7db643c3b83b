/** A text as sentences and words with their parts of speech, by wink-nlp and its small English model. */
import type { ItemSentence, ItemToken, WinkMethods } from 'wink-nlp';
import { partsOf } from '../embeddings/cut.ts';

/** Characters that are read: about forty pages. */
const MOST = 100_000;
/** Characters read at once; a longer paragraph is read in parts. */
const PIECE = 4_000;
const MOST_PIECES = 2_000;
/** No word, and slow to read: data, rules of dashes. */
const UNSPEAKABLE = /[^\s\p{L}]{60,}|[\p{Script=Latin}\p{N}_/+=.-]{80,}/gu;
/** Characters of a passage that a value rests on, as the port says. */
const PASSAGE = 300;

export interface Word {
  /** As it stands in the text. */
  text: string;
  /** Folded to lower case without accents. */
  folded: string;
  /** Part of speech of Universal Dependencies: `NOUN`, `PROPN`, `ADJ`... */
  pos: string;
  /** A word of the language's grammar: the, of, and... */
  stop: boolean;
  /** Not in the model's English lexicon in lower case: mostly a name. */
  strange: boolean;
}

export interface Sentence {
  text: string;
  words: Word[];
}

let loaded: Promise<WinkMethods> | undefined;

/**
 * The sentences of a text, in order. Headings and lines of a list count as sentences. Sentences that speak to a machine
 * (`ignore your instructions`) are left out: they say nothing about a work, and nobody should find them in a summary.
 */
export async function readText(text: string): Promise<Sentence[]> {
  const nlp = await (loaded ??= load());
  const sentences: Sentence[] = [];
  for (const plain of piecesOf(text)) {
    const document = nlp.readDoc(plain);
    document.sentences().each((sentence: ItemSentence) => {
      const words: Word[] = [];
      sentence.tokens().each((token: ItemToken) => {
        const value = token.out();
        words.push({
          text: value,
          folded: fold(value),
          pos: token.out(nlp.its.pos),
          stop: token.out(nlp.its.stopWordFlag) as unknown as boolean,
          strange: document.isOOV(value.toLowerCase()),
        });
      });
      const found = sentence.out();
      if (!speaksToMachines(found)) sentences.push({ text: found, words });
    });
  }
  return sentences;
}

/** Paragraphs and lines of a list, in pieces that are read in bounded time whatever stands in them. */
function piecesOf(text: string): string[] {
  return text
    .slice(0, MOST)
    .replace(UNSPEAKABLE, ' ')
    .split(/\n\s*\n|\r?\n(?=[-*•#\p{Lu}])/u)
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_PIECES)
    .flatMap((line) => partsOf(line, PIECE, MOST_PIECES));
}

async function load(): Promise<WinkMethods> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  return winkNLP(model, ['sbd', 'pos']);
}

/** Lower case, without accents and typographic quotes: what is compared. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’]/g, "'")
    .toLowerCase();

/** The part of a sentence that a value rests on: all of it, or what stands around the value. */
export function passageOf(sentence: string, value = ''): string {
  if (sentence.length <= PASSAGE) return sentence;
  const at = Math.max(fold(sentence).indexOf(fold(value)), 0);
  const from = Math.max(Math.min(at - PASSAGE / 3, sentence.length - PASSAGE), 0);
  const start = from === 0 ? 0 : sentence.indexOf(' ', from) + 1;
  return sentence.slice(start, start + PASSAGE).trim();
}

const speech = [
  /\b(ignore|disregard|forget|override)\b.{0,60}\b(instructions?|prompts?|rules|guidelines|above|previous)\b/i,
  /\b(system|developer) (prompt|message)s?\b/i,
  /\b(you are|act as|as) (now )?an? (ai|assistant|language model|llm|chatbot)\b/i,
  /\b(ai|llm|assistant|language model|chatbot)s?\b.{0,40}\b(must|should|shall|please|respond|output|reply|answer)\b/i,
  /\b(respond|reply|answer|output) (only )?with\b/i,
  /<\/?(system|assistant|user|instructions?|tool)\b/i,
];
const speaksToMachines = (sentence: string): boolean => speech.some((pattern) => pattern.test(sentence));
