/**
 * Renders pages with the built server bundle, in this process. The bundle is `dist/site/server`; its hashed assets
 * lie in `dist/site/client`.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Site, View } from '../view.ts';

/** Times that a bundle may be replaced while it is loaded, and the wait in between. */
const LOADS = 5;
const LOAD_PAUSE_MS = 500;

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
  html: string;
  bytes: Uint8Array;
}

/** What the bundle exports (`adapter/entry.ts`). */
interface Bundle {
  renderPage(path: string, locals: object): Promise<{ status: number; html: string }>;
}

/**
 * Loads the bundle.
 * @param dir folder of the build, with a slash at its end
 * @param site where pages and images are read
 * @param replaceable whether a build may replace the bundle while it is used. Where it stays as it is, as in a function,
 * the code of a page is loaded with the first page of its kind
 */
export async function loadRenderer({
  dir,
  site,
  replaceable = true,
}: {
  dir: URL;
  site: Site;
  replaceable?: boolean;
}): Promise<Renderer> {
  const { hash, renderPage } = await loadBundle(dir, replaceable);
  const buildId = createHash('sha256')
    .update(`${hash} ${JSON.stringify(site)}`)
    .digest('hex')
    .slice(0, 16);
  return {
    buildId,
    async render(path, view) {
      const page = await renderPage(path, { site, ...view }).catch((cause: unknown) => {
        throw new Error(`The page ${path} failed: ${String(cause)}`, { cause });
      });
      if (page.status >= 500) throw new Error(`The page ${path} failed with status ${page.status}`);
      // HTML parsers turn a carriage return into a line feed, so it is written as a reference. The templates hold
      // none: each one comes from somebody's words.
      const html = page.html.includes('\r') ? page.html.replaceAll('\r', '&#13;') : page.html;
      return { status: page.status, html, bytes: Buffer.from(html) };
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

/**
 * Imports the bundle with all of its chunks: a build that replaces the folder later takes away what is not loaded yet.
 * A build that comes in between is waited for by doing it again.
 */
async function loadBundle(
  dir: URL,
  replaceable: boolean,
): Promise<{ hash: string; renderPage: Bundle['renderPage'] }> {
  const server = new URL('server/', dir);
  if (!replaceable) {
    const { renderPage } = (await import(new URL('entry.mjs', server).href)) as Bundle;
    return { hash: hashOf(server), renderPage };
  }
  for (let left = LOADS; ; left -= 1) {
    try {
      const hash = hashOf(server);
      const chunks = readdirSync(new URL('chunks/', server)).filter((name) => name.endsWith('.mjs'));
      const [{ renderPage }] = await Promise.all([
        // Another bundle at the same place is another module.
        import(`${new URL('entry.mjs', server).href}?${hash}`) as Promise<Bundle>,
        ...chunks.map((name) => import(new URL(`chunks/${name}`, server).href) as Promise<unknown>),
      ]);
      if (hashOf(server) === hash) return { hash, renderPage };
      if (left === 1) throw new Error(`The bundle in ${server.href} changes all the time.`);
    } catch (error) {
      if (left === 1) throw error;
    }
    await sleep(LOAD_PAUSE_MS);
  }
}

function hashOf(server: URL): string {
  const hash = createHash('sha256');
  const files = readdirSync(server, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const file of files.map((entry) => `${entry.parentPath}/${entry.name}`).sort())
    hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
