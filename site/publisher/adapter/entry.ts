/** What the bundle gives to the renderer. */
import { createApp } from 'astro/app/entrypoint';

/** The pages, ready to be asked. Pages answer in one piece: nothing is sent before all of it is made. */
export const app = createApp({ streaming: false });
