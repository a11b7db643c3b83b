/** Starlight's middleware, for the documentation's pages only. */
import { onRequest as starlight } from '@astrojs/starlight/locals';
import { defineMiddleware } from 'astro:middleware';

export const onRequest = defineMiddleware((context, next) =>
  context.url.pathname.startsWith('/docs/') ? starlight(context, next) : next(),
);
