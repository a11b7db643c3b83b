/**
 * The documentation as a deployment takes it along: its pages as JSON, and the files of its search index, which is made by a
 * program of this machine's processor and so not where it is deployed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createTextRenderer } from '#api/functions/publish/text-renderer.ts';
import { docsPages } from '../docs/pages.ts';
import { searchFiles } from '../docs/search-index.ts';

const OUT = join(import.meta.dirname, '../../dist/docs');
/** Changes of these make another index of the same pages. */
const TOOLS = ['package-lock.json', 'infra/docs/search-index.ts', 'api/functions/publish/markdown.ts'];

/**
 * Makes it unless it is made.
 * @param origin of the platform, for examples
 * @returns folder of the layer: `docs/docs.json`, and `docs/search/`
 */
export async function buildDocs(origin: string): Promise<string> {
  const pages = docsPages(origin);
  const json = JSON.stringify(pages);
  const hash = createHash('sha256').update(json);
  for (const tool of TOOLS) hash.update(readFileSync(join(import.meta.dirname, '../..', tool)));
  const stamp = hash.digest('hex');
  const file = join(OUT, 'stamp');
  const layer = join(OUT, 'layer');
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return layer;
  rmSync(OUT, { recursive: true, force: true });
  const texts = createTextRenderer();
  const rendered = [];
  for (const page of pages)
    rendered.push({ ...page, bodyHtml: await texts.publication()(page.body, 'body') });
  for (const { path, content } of await searchFiles(rendered)) {
    const to = join(layer, 'docs/search', path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  writeFileSync(join(layer, 'docs/docs.json'), json);
  writeFileSync(file, stamp);
  return layer;
}
