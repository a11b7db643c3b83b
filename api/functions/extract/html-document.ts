/** A page's text as a document. */
import { parseHTML } from 'linkedom';

/** What belongs into the head wherever it is written. */
const OF_HEAD = 'body > title, body > meta, body > link';

/**
 * The parser takes elements as they are written, and pages may leave out `html`, `head` and `body`:
 * https://html.spec.whatwg.org/multipage/syntax.html#optional-tags. Those get them.
 */
export function htmlDocument(html: string): Document {
  if (/<head[\s>]/i.test(html) && /<body[\s>]/i.test(html)) return parseHTML(html).document;
  const [written = ''] = /<html(\s[^>]*)?>/i.exec(html) ?? [];
  const rest = html.replace(/<!doctype[^>]*>|<\/?(html|head|body)(\s[^>]*)?>/gi, '');
  const { document } = parseHTML(
    `<!doctype html>${written || '<html>'}<head></head><body>${rest}</body></html>`,
  );
  document.head.append(...document.querySelectorAll(OF_HEAD));
  return document;
}
