/** Addresses of pages, with the trailing slash that is canonical. */

export const portfolioPath = (handle: string): string => `/@${handle}/`;
export const worksPath = (handle: string, number: number): string =>
  number === 1 ? portfolioPath(handle) : `/@${handle}/works/${number}/`;
export const workPath = (handle: string, slug: string): string => `/@${handle}/${slug}/`;
export const pagePath = (handle: string, path: string): string => `/@${handle}/pages/${path}/`;
export const docsPath = (path: string): string => (path === 'index' ? '/docs/' : `/docs/${path}/`);
export const directoryPath = (number: number): string =>
  number === 1 ? '/portfolios/' : `/portfolios/${number}/`;
