/** What PDF text needs before it is prose. */

/** Characters that no text has: codes of glyphs that the font does not map to any. */
const CODES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd\ue000-\uf8ff]/;
const SCRIPTS = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
];

/**
 * A run of text without glyph codes. Where a font maps only some of its glyphs, pdf.js gives the codes of the others as
 * characters, and control characters among them give that away; then only letters of the run's first script are kept.
 */
export function mappedText(run: string): string {
  if (!CODES.test(run)) return run;
  const first = /\p{L}/u.exec(run)?.[0] ?? '';
  const script = SCRIPTS.find((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(first));
  const foreign = script
    ? new RegExp(`[^\\p{Script=${script}}\\p{Script=Inherited}\\p{N}\\p{P}\\p{Z}\\n\\t]`, 'gu')
    : new RegExp(CODES, 'g');
  return run.replace(foreign, '');
}

/** Words that were parted at a line's end, made whole: `adip-⏎iscing`. Soft hyphens go everywhere. */
export function joinHyphens(text: string): string {
  return text.replace(/\u00ad\n?/g, '').replace(/(\p{Ll})[-\u2010]\n(?=\p{Ll})/gu, '$1');
}
