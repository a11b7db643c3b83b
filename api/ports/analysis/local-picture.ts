/**
 * Words for a picture that nobody has described: what is known of it and what can be measured, never a guess at what it
 * shows. So a person has something to begin with, and whoever reads it is told the truth.
 */
import { colourName } from './colour-names.ts';
import type { Found, ImageInput } from './port.ts';

/** Characters of an alternative text: screen readers read it in one breath. */
const LONGEST = 250;
/** It names the work and its colours, and says nothing of what is seen. */
const CONFIDENCE = 0.25;
const NAMED_COLOURS = 3;

interface Known extends Omit<ImageInput, 'bytes' | 'contentType'> {
  palette: readonly string[];
  ocrText?: string;
}

/** `Boats at Argenteuil, oil on canvas by Claude Monet, 1874. Mainly blue, green and beige.` */
export function altTextOf(known: Known): Found<string> | undefined {
  const { title, ocrText } = known;
  const label = labelOf({ ...known, title: title ?? 'Picture' });
  const colours = namesOf(known.palette);
  const words = ocrText?.replace(/\s+/gu, ' ').trim();
  const value = [
    `${label}.`,
    colours.length > 0 ? `Mainly ${listed(colours)}.` : '',
    words ? `Text in the picture: “${words}”.` : '',
  ]
    .filter(Boolean)
    .join(' ');
  if (!title && !words && colours.length === 0) return undefined;
  return { value: shortened(value), confidence: title ? CONFIDENCE : CONFIDENCE / 2 };
}

/** What stands beside a picture on a wall; undefined without a title. */
export function captionOf(known: Known): Found<string> | undefined {
  const { title } = known;
  if (!title?.trim()) return undefined;
  return { value: shortened(labelOf({ ...known, title })), confidence: 0.5 };
}

function labelOf({ title = '', artist, medium, dateText }: Omit<Known, 'palette'>): string {
  const made = [plain(medium), artist?.trim() ? `by ${plain(artist)}` : ''].filter(Boolean).join(' ');
  return [plain(title), lowered(made), plain(dateText)]
    .filter(Boolean)
    .join(', ')
    .replace(/[.\s]+$/, '');
}

const plain = (text = ''): string => text.replace(/\s+/gu, ' ').trim();
/** `Oil on canvas` inside a sentence; `SVG drawing` stays. */
const lowered = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** Different names of the largest colours, in their order. */
const namesOf = (palette: readonly string[]): string[] =>
  [...new Set(palette.map(colourName))].slice(0, NAMED_COLOURS);

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).toWellFormed()}…`;
}
