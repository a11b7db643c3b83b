/** The process in which texts are rendered that could take long: one at a time, as its parent sends them. */
import { markdownToHtml } from './markdown.ts';

process.on('disconnect', () => process.exit());
process.on('message', (text: string) => process.send?.({ html: rendered(text) }));
process.send?.('ready');

/** HTML, or null when the text is nested too deeply to be rendered. */
function rendered(text: string): string | null {
  try {
    return markdownToHtml(text);
  } catch (error) {
    // The stack is full: https://nodejs.org/api/errors.html#class-rangeerror
    if (error instanceof RangeError) return null;
    throw error;
  }
}
