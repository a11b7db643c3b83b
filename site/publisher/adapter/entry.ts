/** What the bundle gives to the renderer. */
import { createApp } from 'astro/app/entrypoint';

/** The pages, ready to be asked. Pages answer in one piece: nothing is sent before all of it is made. */
export const app = createApp({ streaming: false });

// Each page's module is asked for at each rendering; the promise of the first time saves the walk through the loader.
for (const [component, load] of app.manifest.pageMap ?? []) {
  let loaded: ReturnType<typeof load> | undefined;
  app.manifest.pageMap?.set(component, () => (loaded ??= load()));
}
