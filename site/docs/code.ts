/** Code as it is shown. */

const BLOCK = /(<pre><code class="language-(?:bash|sh|js|ts)">)([\s\S]*?)(<\/code><\/pre>)/g;
const NOTE = /^([ \t]*)((?:#|\/\/) .*)$/gm;

/** Marks lines of code that are notes to the reader. Everything else in the HTML stays as it is. */
export const withNotes = (html: string): string =>
  html.replaceAll(
    BLOCK,
    (_, open: string, code: string, close: string) =>
      open + code.replaceAll(NOTE, '$1<span class="note">$2</span>') + close,
  );
