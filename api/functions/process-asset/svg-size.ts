/** Whether an SVG says how large it is, without drawing it. */

const ROOT = /<(?:[\w-]+:)?svg\b((?:[^>"']|"[^"]*"|'[^']*')*)>/;
const COMMENTS = /<!--[\s\S]*?-->/g;
/** A length that depends on nothing outside: https://www.w3.org/TR/css-values-4/#absolute-lengths */
const ABSOLUTE = /\s(?:width|height)\s*=\s*["']\s*\+?[\d.]+(?:e[+-]?\d+)?(?:px|pt|pc|in|cm|mm|q)?\s*["']/i;

/**
 * True where the root element has a width or height in absolute units. One with a `viewBox` alone, or with percentages,
 * has proportions but no size: https://www.w3.org/TR/SVG2/coords.html#SizingSVGInCSS
 */
export function statesSize(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536)).replace(COMMENTS, '');
  return ABSOLUTE.test(ROOT.exec(text)?.[1] ?? '');
}
