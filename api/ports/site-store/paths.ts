/** Addresses of the site as the store takes them, and what their endings mean. */

/** Pages: browsers ask every time, the edge keeps them until it is told. */
export const PAGE_CACHE = 'public, max-age=0, s-maxage=86400, must-revalidate';
/** Build assets carry their hash in the name. */
export const ASSET_CACHE = 'public, max-age=31536000, immutable';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  mjs: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
  yaml: 'application/yaml',
};

/** Whether an address is a page: the root, or one with a slash at its end. */
export const isPage = (path: string): boolean => path === '' || path.endsWith('/');

/** The file that an address stands for: pages are `index.html` below theirs. */
export const fileOf = (path: string): string => (isPage(path) ? `${path}index.html` : path);

/** The address of a file; the reverse of `fileOf`. */
export const pathOf = (file: string): string =>
  file === 'index.html' || file.endsWith('/index.html') ? file.slice(0, -'index.html'.length) : file;

/** Media type by the file's ending. */
export const contentTypeOf = (path: string): string =>
  TYPES[fileOf(path).split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream';

/** How long caches may keep a file, by its address. */
export const cacheControlOf = (path: string): string =>
  path.startsWith('_astro/') ? ASSET_CACHE : PAGE_CACHE;

/**
 * Lets through what can be an address: no slash in front, no empty, `.` or `..` segment, no control character or
 * backslash, and none of the endings that a store keeps for itself.
 * @throws Error when it is none
 */
export function assertPath(path: string): string {
  const segments = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
  const bad =
    path !== '' &&
    (path.length > 1000 ||
      /[\u0000-\u001f\u007f\\]/.test(path) ||
      /\.(?:redirect|meta)$/.test(path) ||
      segments.at(-1) === 'index.html' ||
      segments.some((segment) => segment === '' || segment === '.' || segment === '..'));
  if (bad)
    throw new Error(
      `A site path is relative, without empty or dot segments. Received: ${JSON.stringify(path)}`,
    );
  return path;
}
