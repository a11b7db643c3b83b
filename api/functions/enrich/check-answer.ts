/**
 * Whatever a model answers is looked at before it becomes a proposal: shapes, lengths, confidences, and whether the
 * passage that a value rests on really stands in the text. A value that does not hold is dropped; an answer that is
 * no answer at all is refused, and asked for again.
 */
import type { Found, ImageAnalysis, TextAnalysis } from '../../ports/analysis/port.ts';
import { NonsenseAnswer } from './failures.ts';

/** Values of one list, and characters of one value. */
const MAX_VALUES = 50;
const SHORT = 200;
const LONG = 4000;

/** @throws NonsenseAnswer */
export function checkedText(answer: unknown, text: string): TextAnalysis {
  const from = members(answer);
  const among = foldSpace(text);
  const one = (name: keyof TextAnalysis, most = SHORT) => found(from[name], most, among);
  const list = (name: keyof TextAnalysis) => founds(from[name], among);
  const language = one('language');
  return dropAbsent({
    language: language && isLanguage(language.value) ? language : undefined,
    summary: one('summary', LONG),
    tags: list('tags'),
    freeTags: list('freeTags'),
    medium: one('medium'),
    technique: one('technique'),
    period: one('period'),
    mood: one('mood'),
    people: list('people'),
    places: list('places'),
  });
}

/** @throws NonsenseAnswer */
export function checkedImage(answer: unknown): ImageAnalysis {
  const from = members(answer);
  const palette = Array.isArray(from.palette) ? (from.palette as unknown[]) : [];
  return dropAbsent({
    altText: found(from.altText, LONG),
    caption: found(from.caption, LONG),
    palette: palette.filter((colour): colour is string => /^#[0-9a-f]{6}$/.test(String(colour))),
    ocrText: found(from.ocrText, LONG),
    objects: founds(from.objects),
  });
}

function members(answer: unknown): Record<string, unknown> {
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer))
    return answer as Record<string, unknown>;
  throw new NonsenseAnswer(
    `A model must answer an object. Received: ${String(JSON.stringify(answer)).slice(0, 200)}`,
  );
}

const founds = (list: unknown, among?: string): Array<Found<string>> => {
  if (!Array.isArray(list)) return [];
  const kept = list.slice(0, MAX_VALUES).flatMap((each: unknown) => found(each, SHORT, among) ?? []);
  const seen = new Set<string>();
  return kept.filter(({ value }) => !seen.has(value.toLowerCase()) && seen.add(value.toLowerCase()));
};

function found(given: unknown, most: number, among?: string): Found<string> | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { value, confidence, passage } = given as Partial<Found<unknown>>;
  if (typeof value !== 'string') return undefined;
  const text = withoutControls(value).trim();
  if (text === '' || text.length > most) return undefined;
  if (typeof confidence !== 'number' || !(confidence >= 0 && confidence <= 1)) return undefined;
  if (passage === undefined || passage === null) return { value: text, confidence };
  if (typeof passage !== 'string' || passage.trim() === '') return undefined;
  if (among !== undefined && !among.includes(foldSpace(passage))) return undefined;
  return { value: text, confidence, passage: passage.trim().slice(0, 300) };
}

const foldSpace = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Control characters other than line breaks have no place in a value. */
const withoutControls = (text: string): string => text.replaceAll(/[^\P{Cc}\n]/gu, '');

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const dropAbsent = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
