/**
 * The form that language models fill in, and the reading of what they filled in. Nothing of an answer is taken on trust:
 * shapes are checked, passages must stand in the text, tags in the vocabulary, lengths and numbers within bounds.
 */
import type { Found, ImageAnalysis, TextAnalysis, TextInput } from './port.ts';

/** The JSON Schema of a form. One shape throughout: lists of findings, empty where there is nothing. */
export interface Form {
  name: string;
  description: string;
  schema: {
    type: 'object';
    properties: Record<string, unknown>;
    required: string[];
    additionalProperties: false;
  };
}

const finding = (withPassage: boolean): object => {
  const properties = {
    value: { type: 'string' },
    confidence: { type: 'number' },
    ...(withPassage ? { passage: { type: 'string' } } : {}),
  };
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
};

function form(name: string, description: string, fields: readonly string[], withPassage: boolean): Form {
  const list = { type: 'array', items: finding(withPassage) };
  const properties = Object.fromEntries(fields.map((field) => [field, list]));
  return {
    name,
    description,
    schema: { type: 'object', properties, required: [...fields], additionalProperties: false },
  };
}

const SINGLE = ['language', 'summary', 'medium', 'technique', 'period', 'mood'] as const;
const LISTS = ['tags', 'freeTags', 'people', 'places'] as const;
const OF_PICTURES = ['altText', 'caption', 'ocrText'] as const;

export const TEXT_FORM = form(
  'record_text',
  'Records what a text says of a work.',
  [...SINGLE, ...LISTS],
  true,
);
export const IMAGE_FORM = form(
  'record_picture',
  'Records what is to be seen.',
  [...OF_PICTURES, 'objects'],
  false,
);

const MOST_VALUES = 12;
const MOST_FREE = 6;
const PASSAGE = 300;
/** Characters of a value: of most, and of those that are sentences. */
const LONGEST = { value: 120, summary: 1_000, altText: 300, caption: 300, ocrText: 2_000 };
/** Confidence of a value whose passage does not stand in the text. */
const UNSUPPORTED = 0.3;

/** The answer to `TEXT_FORM`; undefined where it is not in the form. */
export function textAnswer(answer: unknown, input: TextInput): TextAnalysis | undefined {
  const fields = fieldsOf(answer, TEXT_FORM);
  if (!fields) return undefined;
  const source = `${input.title ?? ''}\n${input.text}`.replace(/\s+/gu, ' ');
  const checked = (field: string): Array<Found<string>> =>
    (fields[field] ?? []).map((found) => supported(found, source));
  const one = (field: (typeof SINGLE)[number]): Found<string> | undefined => checked(field)[0];
  const words = new Map(input.vocabulary.map((word) => [word.trim().toLowerCase(), word]));
  const inVocabulary = ({ value }: Found<string>): string | undefined => words.get(value.toLowerCase());
  const tagged = distinct([...checked('tags'), ...checked('freeTags')]);
  const language = one('language');
  return defined({
    language: language && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language.value) ? language : undefined,
    summary: one('summary'),
    tags: tagged
      .flatMap((found) => ({ ...found, value: inVocabulary(found) ?? '' }))
      .filter(({ value }) => value)
      .slice(0, MOST_VALUES),
    freeTags: tagged.filter((found) => !inVocabulary(found)).slice(0, MOST_FREE),
    medium: one('medium'),
    technique: one('technique'),
    period: one('period'),
    mood: one('mood'),
    people: distinct(checked('people')),
    places: distinct(checked('places')),
  });
}

/** The answer to `IMAGE_FORM`, but for the palette; undefined where it is not in the form. */
export function imageAnswer(answer: unknown): Omit<ImageAnalysis, 'palette'> | undefined {
  const fields = fieldsOf(answer, IMAGE_FORM);
  if (!fields) return undefined;
  const one = (field: (typeof OF_PICTURES)[number]): Found<string> | undefined => fields[field]?.[0];
  return defined({
    altText: one('altText'),
    caption: one('caption'),
    ocrText: one('ocrText'),
    objects: distinct(fields['objects'] ?? []),
  });
}

type Fields = Record<string, Array<Found<string>>>;

/** Every field as a list of findings; undefined unless all are there in the form. Empty values are left out. */
function fieldsOf(answer: unknown, { schema }: Form): Fields | undefined {
  if (!isRecord(answer)) return undefined;
  const fields: Fields = {};
  for (const field of schema.required) {
    const list = answer[field] ?? [];
    if (!Array.isArray(list) || !(field in answer)) return undefined;
    const found = list.slice(0, MOST_VALUES * 4).map((entry) => foundOf(entry, field));
    if (found.includes(undefined)) return undefined;
    fields[field] = found.flatMap((value) => (value && value.value !== '' ? [value] : []));
  }
  return fields;
}

function foundOf(entry: unknown, field: string): Found<string> | undefined {
  if (!isRecord(entry)) return undefined;
  const { value, confidence, passage } = entry;
  if (typeof value !== 'string' || typeof confidence !== 'number' || !Number.isFinite(confidence))
    return undefined;
  if (passage !== undefined && typeof passage !== 'string') return undefined;
  const longest = LONGEST[field as keyof typeof LONGEST] ?? LONGEST.value;
  return {
    value: shortened(field === 'ocrText' ? value.trim() : plain(value), longest),
    confidence: Math.min(Math.max(confidence, 0), 1),
    ...(passage ? { passage: plain(passage) } : {}),
  };
}

/** With its passage where that stands in the source, as it stands there; else without one, and less sure. */
function supported({ passage, ...found }: Found<string>, source: string): Found<string> {
  const at = passage ? source.toLowerCase().indexOf(passage.toLowerCase()) : -1;
  if (!passage || at < 0) return { ...found, confidence: Math.min(found.confidence, UNSUPPORTED) };
  return { ...found, passage: source.slice(at, at + Math.min(passage.length, PASSAGE)).trim() };
}

/** The first of each value, whatever its capitals. */
function distinct(found: ReadonlyArray<Found<string>>): Array<Found<string>> {
  const seen = new Set<string>();
  return found
    .filter(({ value }) => {
      const key = value.toLowerCase();
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST_VALUES * 2);
}

/** One line without control characters. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .toWellFormed();

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).toWellFormed()}…`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without the fields that are undefined. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
