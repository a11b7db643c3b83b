/** The words of an element as a reader sees them: blocks on lines of their own, white space collapsed but in `pre`. */

const APART = new Set(
  'P H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE UL OL DL TABLE FIGURE HR SECTION ARTICLE'.split(' '),
);
const OWN_LINE = new Set(
  'DIV LI TR DT DD FIGCAPTION HEADER FOOTER MAIN ASIDE ADDRESS CAPTION DETAILS SUMMARY FORM FIELDSET'.split(
    ' ',
  ),
);
const NOT_TEXT = new Set(
  'TITLE SCRIPT STYLE TEMPLATE NOSCRIPT SVG IFRAME OBJECT HEAD TEXTAREA SELECT BUTTON'.split(' '),
);

const TEXT = 3;
const ELEMENT = 1;

/** @param root an element of any DOM */
export function textOfHtml(root: Node): string {
  const parts: string[] = [];
  collect(root, parts, false);
  return parts
    .join('')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n[^\S\n]+(?=\S)/g, (indent) => (indent.includes('\t') ? '\n' : indent))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function collect(node: Node, parts: string[], preformatted: boolean): void {
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) {
      const text = child.nodeValue ?? '';
      parts.push(preformatted ? text : collapsed(text, parts.at(-1)));
    }
    if (child.nodeType !== ELEMENT) continue;
    const name = child.nodeName.toUpperCase();
    if (NOT_TEXT.has(name)) continue;
    const edge = APART.has(name) ? '\n\n' : OWN_LINE.has(name) && !endsLine(parts.at(-1)) ? '\n' : '';
    if (name === 'BR') parts.push('\n');
    if ((name === 'TD' || name === 'TH') && !endsLine(parts.at(-1))) parts.push(' \t');
    if (edge) parts.push(edge);
    collect(child, parts, preformatted || name === 'PRE');
    if (APART.has(name)) parts.push('\n\n');
    else if (OWN_LINE.has(name) && !endsLine(parts.at(-1))) parts.push('\n');
  }
}

const endsLine = (text: string | undefined): boolean => text === undefined || text.endsWith('\n');

/** One space for white space, and none at the beginning of a line. */
function collapsed(text: string, before: string | undefined): string {
  const single = text.replace(/[ \t\r\n\f]+/g, ' ');
  return endsLine(before) ? single.trimStart() : single;
}
