/**
 * Renders the texts of what is published. Plain ones are rendered in line; the others in a process, so that nothing else
 * waits for them, and within limits. What was rendered is kept for a while: publishing again renders what has changed.
 */
import { createHash } from 'node:crypto';
import { setImmediate as otherWork } from 'node:timers/promises';
import { createMarkdownProcess, type MarkdownProcess, type RenderedText } from './markdown-process.ts';
import { isPlain } from './plain.ts';
import { Problem } from './problem.ts';

/**
 * Renders a text.
 *
 * @param field Where the text is: `body`, `statement` or `logs/<id>/body`.
 * @throws Problem (`TextTooComplex`) that names the field.
 */
export type RenderText = (text: string, field: string) => Promise<string>;

export interface TextRenderer {
  /** Renders the texts of one publication, which share a limit of time. */
  publication(): RenderText;
}

export interface TextLimits {
  /** Milliseconds of work on one text. */
  textMs: number;
  /** Milliseconds of work on all texts of one publication: it has 30 s for everything. */
  publicationMs: number;
  /** Characters that are kept. */
  keptLength: number;
}

const LIMITS: TextLimits = { textMs: 5000, publicationMs: 20_000, keptLength: 32 * 1_048_576 };

export function createTextRenderer(
  other: MarkdownProcess = createMarkdownProcess(),
  limits: TextLimits = LIMITS,
): TextRenderer {
  const kept = keptTexts(limits.keptLength);

  /** A plain text that is nested too deeply all the same is refused like any other. */
  async function renderPlain(text: string): Promise<string | null> {
    // Loaded with the first text: it is most of what publishing loads.
    const { markdownToHtml } = await import('./markdown.ts');
    try {
      return markdownToHtml(text);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  return {
    publication() {
      let left = limits.publicationMs;
      return async (text, field) => {
        const key = createHash('sha256').update(text).digest('base64');
        let html = kept.get(key);
        if (html === undefined) {
          if (isPlain(text)) {
            await otherWork();
            html = await renderPlain(text);
          } else {
            const limit = Math.min(limits.textMs, left);
            const rendered: RenderedText = await other.render(text, limit);
            left = Math.max(1, left - rendered.milliseconds);
            html = rendered.html;
            // Only what had the whole time of a text says something about the text.
            if (html === null && limit < limits.textMs) throw publicationTooComplex(field, limits);
          }
          kept.set(key, html);
        }
        if (html === null) throw textTooComplex(text, field, limits);
        return html;
      };
    },
  };
}

/** Rendered texts by hash, the least recently used one leaving first; null is a text that could not be rendered. */
function keptTexts(mostLength: number) {
  const texts = new Map<string, string | null>();
  let length = 0;
  const sizeOf = (key: string): number => key.length + (texts.get(key)?.length ?? 0);
  function remove(key: string): void {
    length -= sizeOf(key);
    texts.delete(key);
  }
  return {
    get(key: string): string | null | undefined {
      const html = texts.get(key);
      if (html === undefined) return undefined;
      texts.delete(key);
      texts.set(key, html);
      return html;
    },
    set(key: string, html: string | null): void {
      if (texts.has(key)) remove(key);
      texts.set(key, html);
      length += sizeOf(key);
      for (const oldest of texts.keys()) {
        if (length <= mostLength) break;
        remove(oldest);
      }
    },
  };
}

const shown = (text: string): string => `${JSON.stringify(text.slice(0, 60))}… (${text.length} characters)`;

function textTooComplex(text: string, field: string, { textMs }: TextLimits): Problem {
  const fix = 'Use fewer marks, quotes, lists and elements within each other, or divide the text.';
  return new Problem(
    'TextTooComplex',
    `The Markdown of ${field} cannot be rendered within ${textMs / 1000} s. Received: ${shown(text)}. ${fix} Nothing was published.`,
    { field, received: shown(text), fix },
  );
}

function publicationTooComplex(field: string, { publicationMs }: TextLimits): Problem {
  const fix =
    'Publish again, which goes on from what is rendered by now, or shorten the texts: several that are simpler take less.';
  return new Problem(
    'TextTooComplex',
    `The texts up to ${field} took longer than ${publicationMs / 1000} s to render. ${fix} Nothing was published.`,
    { field, received: `${publicationMs / 1000} s of rendering`, fix },
  );
}
