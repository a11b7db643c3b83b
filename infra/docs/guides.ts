/** Guides: Markdown files that people write, with `title`, `summary` and `sortOrder` in front. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { DocsPage } from './page.ts';

const FRONT = /^---\n([\s\S]*?)\n---\n+/;

/**
 * Every guide of a folder. A file's path below it, without `.md`, is the page's.
 * @throws Error that names the file whose front is not complete
 */
export function readGuides(dir: URL): DocsPage[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => guideOf(file, readFileSync(new URL(file, dir), 'utf8')));
}

function guideOf(file: string, text: string): DocsPage {
  const front = FRONT.exec(text);
  const { title, summary, sortOrder } = (front ? parse(front[1] ?? '') : {}) as Partial<DocsPage>;
  if (typeof title !== 'string' || typeof summary !== 'string' || typeof sortOrder !== 'number') {
    throw new Error(`${file} must begin with title, summary and sortOrder between two lines of ---.`);
  }
  return {
    path: file.slice(0, -'.md'.length),
    title,
    summary,
    sortOrder,
    body: text.slice(front?.[0].length ?? 0),
  };
}
