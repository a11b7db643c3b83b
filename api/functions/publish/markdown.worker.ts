/** The thread in which texts are rendered that could take long. */
import { parentPort } from 'node:worker_threads';
import { markdownToHtml } from './markdown.ts';

/** What a thread is asked; it answers HTML, or null when the text is nested too deeply to be rendered. */
parentPort?.on('message', (text: string) => parentPort?.postMessage(rendered(text)));

function rendered(text: string): string | null {
  try {
    return markdownToHtml(text);
  } catch (error) {
    // The stack is full: https://nodejs.org/api/errors.html#class-rangeerror
    if (error instanceof RangeError) return null;
    throw error;
  }
}
