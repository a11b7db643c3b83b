/** Readable text of a page, without what stands around it, by Readability; and what the page says about itself. */
import { Readability } from '@mozilla/readability';
import { ExtractionRefusal, type Extracted } from './extracted.ts';
import { htmlDocument } from './html-document.ts';
import { textOfHtml } from './html-text.ts';
import { pageFacts } from './page-facts.ts';

/** Elements of a page: a long article has thousands. */
const MOST_ELEMENTS = 100_000;
/** Elements in each other. Readability's time grows with the square of it, and pages have some dozens. */
const DEEPEST = 256;

/**
 * @param address of the page, for addresses relative to it
 * @throws ExtractionRefusal `no-text`, `too-large`
 */
export function readHtml(html: string, address?: string): Extracted {
  const document = htmlDocument(html);
  if (document.getElementsByTagName('*').length > MOST_ELEMENTS) {
    throw new ExtractionRefusal('too-large', `The page has over ${MOST_ELEMENTS} elements.`);
  }
  const depth = depthOf(document);
  if (depth > 8 * DEEPEST)
    throw new ExtractionRefusal('damaged', 'The page is nested too deeply to be read.');
  // First, since Readability takes the document apart.
  const facts = pageFacts(document, address);
  const whole = document.body ? textOfHtml(document.body) : '';
  const article =
    depth > DEEPEST ? null : new Readability<Node>(document, { serializer: (node) => node }).parse();
  const readable = article?.content ? textOfHtml(article.content) : '';
  const text = readable || whole;
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new ExtractionRefusal('no-text', 'The page holds no words; it may need JavaScript to show them.');
  }
  return {
    title: tidy(article?.title) ?? tidy(facts.title),
    author: tidy(article?.byline)?.replace(/^by\s+/i, '') ?? tidy(facts.author),
    site: tidy(article?.siteName) ?? tidy(facts.site),
    date: tidy(article?.publishedTime) ?? facts.date,
    language: tidy(facts.language),
    imageUrl: facts.imageUrl,
    licence: tidy(facts.licence),
    text,
    warnings: readable ? [] : ['The page has no article; all of its words were taken.'],
  };
}

/** How many elements stand in each other, without recursion. */
function depthOf(document: Document): number {
  let deepest = 0;
  let depth = 0;
  let node: Element | null = document.documentElement;
  while (node) {
    deepest = Math.max(deepest, depth);
    if (node.firstElementChild) {
      node = node.firstElementChild;
      depth += 1;
      continue;
    }
    while (node && !node.nextElementSibling) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node?.nextElementSibling ?? null;
  }
  return deepest;
}

/** Longer ones are no titles and no names. */
const LONGEST_FACT = 1000;

const tidy = (text: string | null | undefined): string | undefined =>
  text?.replace(/\s+/g, ' ').trim().slice(0, LONGEST_FACT) || undefined;
