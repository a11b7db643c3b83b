/** Where the words of a query stand in a document: parts of its texts, never markup. Pure. */
import type { Highlight, SearchDocument } from './port.ts';
import { fold, isUnspaced, terms, wordsWithin } from './search-text.ts';

/** What counts as found in a text. */
export interface Sought {
  /** Stems of words. */
  stems: ReadonlySet<string>;
  /** What words may begin with. */
  beginnings: readonly string[];
  /** Runs of scripts without spaces. */
  runs: readonly string[];
}

const FIELDS = ['title', 'altTitles', 'people', 'tags', 'medium', 'summary', 'body', 'context'] as const;
/** Highlights of one document, at most. */
const MOST = 4;
/** Characters of a highlight, about. */
const LENGTH = 180;
/** Characters of a text that are looked through. */
const READ = 100_000;

interface Span {
  start: number;
  end: number;
}

/** The most telling highlights: at most one of a text, none where nothing was found. */
export function highlightsOf(document: SearchDocument, sought: Sought): Highlight[] {
  const found: Highlight[] = [];
  for (const field of FIELDS) {
    const value = document[field];
    for (const text of value === undefined ? [] : typeof value === 'string' ? [value] : value) {
      if (found.length === MOST) return found;
      const read = text.slice(0, READ);
      const spans = spansOf(read, sought);
      if (spans.length > 0) found.push({ field, parts: partsOf(read, spans) });
    }
  }
  return found;
}

function spansOf(text: string, { stems, beginnings, runs }: Sought): Span[] {
  const folded = fold(text);
  const within = (start: string): boolean => folded.includes(start);
  // A stem may differ from its words in the last letter. Most texts hold none of them and are not read word by word.
  const may = [...stems].some((stem) => within(stem.slice(0, Math.max(1, stem.length - 1))));
  if (!may && !beginnings.some(within) && !runs.some(within)) return [];
  const spans: Span[] = [];
  for (const { start, end, word } of wordsWithin(text)) {
    if (isUnspaced(word)) {
      for (const run of runs) {
        const at = word.indexOf(run);
        // Folding may change the length of such a run: then all of it is marked.
        if (at >= 0 && word.length === end - start)
          spans.push({ start: start + at, end: start + at + run.length });
        else if (at >= 0) spans.push({ start, end });
      }
    } else if (
      stems.has(terms(word)[0] ?? '') ||
      beginnings.some((beginning) => word.startsWith(beginning))
    ) {
      spans.push({ start, end });
    }
  }
  return merged(spans);
}

function merged(spans: Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else apart.push({ ...span });
  }
  return apart;
}

/** The stretch with the most found words, cut at spaces, with an ellipsis where text was left out. */
function partsOf(text: string, spans: Span[]): Highlight['parts'] {
  const { from, to } = stretch(text, spans);
  const parts: Highlight['parts'] = [];
  const add = (piece: string, match: boolean): void => {
    if (piece !== '') parts.push({ text: piece, match });
  };
  let at = from;
  if (from > 0) add('… ', false);
  for (const { start, end } of spans) {
    if (start < from || end > to) continue;
    add(text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  add(text.slice(at, to), false);
  if (to < text.length) add(' …', false);
  return parts;
}

function stretch(text: string, spans: Span[]): { from: number; to: number } {
  if (text.length <= LENGTH) return { from: 0, to: text.length };
  let best = { count: 0, first: 0, last: 0 };
  for (let first = 0, last = 0; first < spans.length; first += 1) {
    last = Math.max(last, first);
    while (last + 1 < spans.length && spans[last + 1]!.end - spans[first]!.start <= LENGTH) last += 1;
    if (last - first + 1 > best.count) best = { count: last - first + 1, first, last };
  }
  const { start } = spans[best.first]!;
  const { end } = spans[best.last]!;
  const margin = Math.max(0, Math.floor((LENGTH - (end - start)) / 2));
  return {
    from: afterSpace(text, Math.max(0, start - margin), start),
    to: beforeSpace(text, Math.min(text.length, end + margin), end),
  };
}

function afterSpace(text: string, wanted: number, bound: number): number {
  if (wanted === 0) return 0;
  const space = text.indexOf(' ', wanted);
  return space >= 0 && space < bound ? space + 1 : insidePair(text, wanted) ? wanted - 1 : wanted;
}

function beforeSpace(text: string, wanted: number, bound: number): number {
  if (wanted === text.length) return wanted;
  const space = text.lastIndexOf(' ', wanted);
  return space >= bound ? space : insidePair(text, wanted) ? wanted + 1 : wanted;
}

/** Whether a cut would part the two halves of one character. */
const insidePair = (text: string, at: number): boolean => /[\udc00-\udfff]/u.test(text.charAt(at));
