/**
 * The documentation as a deployment takes it along: its pages as JSON, and the files of its search index, which is made by a
 * program of this machine's processor and so not where it is deployed.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createTextRenderer } from '#api/functions/publish/text-renderer.ts';
import { docsPages } from '../docs/pages.ts';
import { searchFiles } from '../docs/search-index.ts';

const OUT = join(import.meta.dirname, '../../dist/docs');
/** Changes of these make another index of the same pages. */
const TOOLS = ['package-lock.json', 'infra/docs/search-index.ts', 'api/functions/publish/markdown.ts'];

/** Where functions of a deployment find it. */
export interface DocsTargets {
  /** Folder of the function that loads the pages: gets `docs.json`. */
  pages: string;
  /** Folder of the function that writes the site: gets `docs-search/`. */
  search: string;
}

/** @param origin of the platform, for examples */
export async function putDocs(origin: string, { pages, search }: DocsTargets): Promise<void> {
  const json = JSON.stringify(docsPages(origin));
  await buildSearch(json);
  writeFileSync(join(pages, 'docs.json'), json);
  const target = join(search, 'docs-search');
  rmSync(target, { recursive: true, force: true });
  cpSync(join(OUT, 'search'), target, { recursive: true });
}

/** Makes the index unless it is of these pages. */
async function buildSearch(json: string): Promise<void> {
  const hash = createHash('sha256').update(json);
  for (const tool of TOOLS) hash.update(readFileSync(join(import.meta.dirname, '../..', tool)));
  const stamp = hash.digest('hex');
  const file = join(OUT, 'stamp');
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
  rmSync(OUT, { recursive: true, force: true });
  const render = createTextRenderer();
  const texts = [];
  for (const page of JSON.parse(json) as ReturnType<typeof docsPages>)
    texts.push({ ...page, bodyHtml: await render.publication()(page.body, 'body') });
  for (const { path, content } of await searchFiles(texts)) {
    const to = join(OUT, 'search', path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  writeFileSync(file, stamp);
}
