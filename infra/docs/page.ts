/** A page of the documentation before it is loaded. */
export interface DocsPage {
  /** Address below `/docs/`; `index` is `/docs/` itself. */
  path: string;
  title: string;
  /** One or two plain sentences for lists and link previews. */
  summary: string;
  /** Place in the list of pages: smaller first. */
  sortOrder: number;
  /** CommonMark with GitHub tables. */
  body: string;
}

/** The address of a page. */
export const docsAddress = (path: string): string => (path === 'index' ? '/docs/' : `/docs/${path}/`);
