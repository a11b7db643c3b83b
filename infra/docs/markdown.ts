/** Small pieces of Markdown, for pages that are generated. */

/** Inline code. */
export const code = (text: string): string => `\`${text}\``;

/** A block of code in a language. */
export const block = (language: string, text: string): string =>
  `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** A link whose text is code. */
export const codeLink = (text: string, address: string): string => `[\`${text}\`](${address})`;

/** The id that publishing gives to a heading of one word or several. */
export const anchor = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s+/g, '-');

const cell = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .trim();

/** A table of GitHub's Markdown; nothing when it has no rows. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Blocks one after the other; empty ones are left out. */
export const blocks = (parts: ReadonlyArray<string | false | undefined>): string =>
  parts.filter((part) => part !== '' && part !== false && part !== undefined).join('\n\n') + '\n';
