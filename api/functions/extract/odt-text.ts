/** Text of an OpenDocument `content.xml`: OpenDocument 1.3 part 3, sections 5 (text) and 6 (inline elements). */
import { DOMParser } from 'linkedom';

/** What is no part of the running text. */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note-citation',
  'text:sequence-decls',
  'office:forms',
  'svg:title',
  'svg:desc',
]);
const PARAGRAPHS = new Set(['text:p', 'text:h']);

export function odtText(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
  const [body] = document.getElementsByTagName('office:text');
  const parts: string[] = [];
  if (body) collect(body, parts, false);
  return parts
    .join('')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function collect(node: Node, parts: string[], inParagraph: boolean): void {
  for (const child of node.childNodes) {
    // White space is collapsed, as section 6.1.2 asks; outside of paragraphs it is the file's own layout.
    if (child.nodeType === 3 && inParagraph) parts.push((child.nodeValue ?? '').replace(/\s+/g, ' '));
    if (child.nodeType !== 1) continue;
    const name = child.nodeName.toLowerCase();
    if (LEFT_OUT.has(name)) continue;
    if (name === 'text:s')
      parts.push(' '.repeat(Math.min(Number(attribute(child, 'text:c') ?? 1) || 1, 100)));
    else if (name === 'text:tab') parts.push('\t');
    else if (name === 'text:line-break') parts.push('\n');
    else collect(child, parts, inParagraph || PARAGRAPHS.has(name));
    if (PARAGRAPHS.has(name)) parts.push('\n\n');
  }
}

const attribute = (node: Node, name: string): string | null => (node as Element).getAttribute(name);
