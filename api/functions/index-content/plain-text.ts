/** Markdown as the words that a reader sees, for finding and for embedding; not for showing. */

/** Marks with what stays of each. Order counts: blocks first, then what may stand inside. */
const MARKS: ReadonlyArray<[RegExp, string]> = [
  // Fences and rules of their own lines.
  [/^ {0,3}(?:`{3,}|~{3,}).*$/gmu, ''],
  [/^ {0,3}(?:[-*_] ?){3,}$/gmu, ''],
  // Headings, quotations, list items.
  [/^ {0,3}(?:#{1,6} +|> ?|[-*+] +|\d{1,9}[.)] +)+/gmu, ''],
  // Pictures and links keep their words, automatic links their address.
  [/!?\[([^\]]*)\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)|\[[^\]]*\])/gu, '$1'],
  [/<((?:https?:\/\/|mailto:)[^>\s]+)>/gu, '$1'],
  [/<!--[\s\S]*?-->/gu, ' '],
  [/<\/?[a-zA-Z][^>]*>/gu, ' '],
  // Emphasis and code around words.
  [/(\*{1,3}|~~|`+)(?=\S)([\s\S]*?\S)\1/gu, '$2'],
  [/(?<![\p{L}\p{N}])(_{1,3})(?=\S)([^_]*\S)\1(?![\p{L}\p{N}])/gu, '$2'],
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
