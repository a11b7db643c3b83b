/** The language of a text, by fastText's `lid.176` model, which stands in the package. */
import type { getLIDModel } from 'fasttext.wasm.js';
import type { Found } from './port.ts';

/** Letters below which a guess is worth nothing; in most other scripts a letter says more than in Latin ones. */
const FEWEST_LETTERS = 16;
const FEWEST_OTHER_LETTERS = 6;
const SURE_ENOUGH = 0.35;
/** Characters that are looked at: the model is as sure after them as after all. */
const MOST = 4_000;
/** Characters shown as what it rests on. */
const PASSAGE = 120;

type Model = Awaited<ReturnType<typeof getLIDModel>>;
let loaded: Promise<Model> | undefined;

/** BCP 47 tag of the language, with how sure that is; undefined for a short or a mixed text. */
export async function languageOf(text: string): Promise<Found<string> | undefined> {
  const plain = text.slice(0, MOST).replace(/\s+/gu, ' ').trim();
  const other = plain.match(/[^\P{L}\p{Script=Latin}]/gu)?.length ?? 0;
  if ((plain.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS && other < FEWEST_OTHER_LETTERS)
    return undefined;
  loaded ??= load();
  // Words in capitals confuse the model.
  const answer = await (await loaded).identify(plain.toLowerCase());
  const value = answer.alpha2 ?? answer.alpha3;
  const confidence = Math.min(Math.max(answer.possibility, 0), 1);
  if (!value || confidence < SURE_ENOUGH) return undefined;
  return { value, confidence, passage: plain.slice(0, PASSAGE) };
}

async function load(): Promise<Model> {
  const fasttext = await import('fasttext.wasm.js');
  const model = await fasttext.getLIDModel();
  await model.load();
  return model;
}
