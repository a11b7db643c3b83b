/** All pages of the documentation: guides that people write, and the reference, made from the contracts. */
import { readFileSync } from 'node:fs';
import { openapi } from '#openapi/document.gen.ts';
import { graphqlPages } from './graphql-reference.ts';
import { readGuides } from './guides.ts';
import type { DocsPage } from './page.ts';
import { problemPages, problemSlug, problemTable } from './problem-pages.ts';
import { type OpenApi, restPages, sharedTables } from './rest-reference.ts';

const GUIDES = new URL('../../content/docs/', import.meta.url);
const SCHEMA = new URL('../../api/schema.graphql', import.meta.url);

/** Origin that guides and examples are written with. */
export const WRITTEN_ORIGIN = 'http://localhost:4321';

/**
 * The pages, by their place. The same inputs give the same pages.
 * @param origin of the platform that shows them; it takes the place of the one in the examples
 */
export function docsPages(origin: string = WRITTEN_ORIGIN): DocsPage[] {
  const document = JSON.parse(openapi) as OpenApi;
  const { parameters, headers } = sharedTables(document);
  const filled = (body: string): string =>
    body
      .replace('<!-- shared parameters -->', parameters)
      .replace('<!-- headers -->', headers)
      .replace('<!-- problems -->', problemTable())
      .replaceAll(WRITTEN_ORIGIN, origin);
  return [
    ...readGuides(GUIDES),
    ...restPages(document, problemSlug),
    ...graphqlPages(readFileSync(SCHEMA, 'utf8')),
    ...problemPages(),
  ]
    .map((page) => ({ ...page, body: filled(page.body) }))
    .toSorted((a, b) => a.sortOrder - b.sortOrder || (a.path < b.path ? -1 : 1));
}
