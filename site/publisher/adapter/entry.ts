/** What the bundle gives to the renderer. */
import { createApp } from 'astro/app/entrypoint';
import { createSheets } from './sheets.ts';

/** The pages, ready to be asked. Pages answer in one piece: nothing is sent before all of it is made. */
export const app = createApp({ streaming: false });

/** Renders an address as `app.render` does, at less cost: see `sheets.ts`. */
export const renderPage = createSheets(app);
