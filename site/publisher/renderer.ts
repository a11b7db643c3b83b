/**
 * Renders pages with the built server bundle, in this process. The bundle is `dist/site/server`; its hashed assets
 * lie in `dist/site/client`.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Site, View } from '../view.ts';

const RETURN = 0x0d;

/** What the publisher needs of the pages. */
export interface Renderer {
  /** Changes whenever the bundle or the site's addresses do: pages rendered with others are stale. */
  buildId: string;
  /**
   * Renders one address.
   * @param path the address, with its slashes
   * @param view what its page shows
   * @throws Error when the page fails, with the address
   */
  render(path: string, view: Omit<View, 'site'>): Promise<Rendered>;
  /** The files that pages refer to, by their address without the leading slash. */
  assets(): Iterable<{ path: string; bytes: Uint8Array }>;
}

/** A page. `html` is its text, `bytes` the same in UTF-8. */
export interface Rendered {
  status: number;
  bytes: Uint8Array;
  readonly html: string;
}

/** The part of Astro's `App` that is used (`astro/app`). */
interface App {
  match(request: Request): unknown;
  render(request: Request, options: { locals: object; routeData: unknown }): Promise<Response>;
}

/**
 * Loads the bundle.
 * @param dir folder of the build, with a slash at its end
 * @param site where pages and images are read
 */
export async function loadRenderer({ dir, site }: { dir: URL; site: Site }): Promise<Renderer> {
  const bundle = hashOf(dir);
  const buildId = createHash('sha256').update(`${bundle} ${JSON.stringify(site)}`).digest('hex').slice(0, 16);
  const entry = new URL('server/entry.mjs', dir);
  const { app } = (await import(`${entry.href}?${bundle}`)) as { app: App };
  return {
    buildId,
    async render(path, view) {
      const request = new Request(`https://site.invalid${path}`);
      const response = await app.render(request, {
        locals: { site, ...view },
        routeData: app.match(request),
      });
      if (response.status >= 500) throw new Error(`The page ${path} failed with status ${response.status}`);
      let bytes: Buffer = Buffer.from(await response.arrayBuffer());
      // HTML parsers turn a carriage return into a line feed, so it is written as a reference. The templates hold
      // none: each one comes from somebody's words.
      if (bytes.includes(RETURN)) bytes = Buffer.from(bytes.toString().replaceAll('\r', '&#13;'));
      return {
        status: response.status,
        bytes,
        get html() {
          return bytes.toString();
        },
      };
    },
    *assets() {
      const client = new URL('client/', dir);
      for (const entry of readdirSync(client, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const file = `${entry.parentPath}/${entry.name}`;
        yield {
          path: file.slice(fileURLToPath(client).length).replace(/^\//, ''),
          bytes: readFileSync(file),
        };
      }
    },
  };
}

function hashOf(dir: URL): string {
  const server = new URL('server/', dir);
  const hash = createHash('sha256');
  const files = readdirSync(server, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const file of files.map((entry) => `${entry.parentPath}/${entry.name}`).sort())
    hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
