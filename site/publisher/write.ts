/** Renders outputs and puts them into the store. */
import { cacheControlOf, contentTypeOf, PAGE_CACHE } from '#api/ports/site-store/paths.ts';
import type { SiteStore } from '#api/ports/site-store/port.ts';
import { type Output, storePath } from './outputs.ts';
import type { Renderer } from './renderer.ts';

/** Puts outputs into the store. Answers the store paths whose bytes changed. */
export type Write = (outputs: readonly Output[]) => Promise<string[]>;

/**
 * Everything is rendered before anything is written: a page that fails changes nothing.
 * @throws Error when a page fails or answers anything but 200
 */
export function createWrite({ store, renderer }: { store: SiteStore; renderer: Renderer }): Write {
  return async (outputs) => {
    const made: Array<{ path: string; make: () => Promise<boolean> }> = [];
    for (const output of outputs) {
      const path = storePath(output.address);
      if (output.kind === 'redirect') {
        made.push({ path, make: () => store.redirect(path, output.location) });
        continue;
      }
      const { status, bytes } = await renderer.render(output.address, output.view);
      if (status !== 200) throw new Error(`The page ${output.address} answered ${status} instead of 200`);
      made.push({ path, make: () => store.write(path, htmlFile(bytes)) });
    }
    const changed: string[] = [];
    for (const { path, make } of made) if (await make()) changed.push(path);
    return changed;
  };
}

const htmlFile = (bytes: Uint8Array) => ({
  bytes,
  contentType: contentTypeOf('index.html'),
  cacheControl: PAGE_CACHE,
});

/** Writes the 404 page and the files that pages refer to; these first, so that no page comes before its style. */
export async function writeAssets({
  store,
  renderer,
}: {
  store: SiteStore;
  renderer: Renderer;
}): Promise<string[]> {
  const changed: string[] = [];
  for (const { path, bytes } of renderer.assets()) {
    const file = { bytes, contentType: contentTypeOf(path), cacheControl: cacheControlOf(path) };
    if (await store.write(path, file)) changed.push(path);
  }
  const { bytes } = await renderer.render('/404/', {});
  if (await store.write('404.html', htmlFile(bytes))) changed.push('404.html');
  return changed;
}
