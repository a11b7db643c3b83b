/**
 * Markdown as the words that a reader sees, for finding and for embedding; not for showing. Marks are taken away one by
 * one without looking for their partners, and lengths are bounded, so that no text takes longer than another.
 */

const LABEL = String.raw`\[([^[\]]{0,500})\]`;
/** An address, at most one pair of brackets inside, and a title. */
const TARGET = String.raw`\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s{1,5}"[^"]{0,200}")?\)`;

/** Marks with what stays of each. Order counts: blocks first, then what may stand inside. */
const MARKS: ReadonlyArray<[RegExp, string]> = [
  // Fences, rules and underlines of headings, on lines of their own.
  [/^ {0,3}(?:`{3,}|~{3,}).*$/gmu, ''],
  [/^ {0,3}(?:(?:[-*_] ?){3,}|=+)$/gmu, ''],
  // Headings, quotations, list items.
  [/^ {0,3}(?:#{1,6} +|> ?|[-*+] +|\d{1,9}[.)] +)+/gmu, ''],
  // Pictures and links keep their words, automatic links their address. A link may hold a picture.
  [new RegExp(`!${LABEL}${TARGET}`, 'gu'), '$1'],
  [new RegExp(`${LABEL}(?:${TARGET}|\\[[^[\\]]{0,500}\\])`, 'gu'), '$1'],
  [/<((?:https?:\/\/|mailto:)[^<>\s]{1,1000})>/gu, '$1'],
  [/<!--(?:[^-]|-(?!->)){0,1000}-->/gu, ' '],
  [/<\/?[a-zA-Z][^<>]{0,1000}>/gu, ' '],
  // Emphasis and code around words; what stands between spaces or inside a word is no mark.
  [/(?<!\\)(?:(?<=\S)[*`]+|[*`]+(?=\S)|~~)/gu, ''],
  [/(?<![\p{L}\p{N}_\\])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])/gu, ''],
  // Characters that were escaped.
  [/\\([!-/:-@[-`{-~])/gu, '$1'],
];

/** Plain text of CommonMark, lines joined to paragraphs. */
export function plainText(markdown: string): string {
  let text = markdown;
  for (const [mark, rest] of MARKS) text = text.replaceAll(mark, rest);
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .join('\n\n');
}
