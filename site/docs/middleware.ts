/** Starlight's middleware, for the documentation's pages only. */
import { onRequest as starlight } from '@astrojs/starlight/locals';
import type { MiddlewareHandler } from 'astro';
import { defineMiddleware } from 'astro:middleware';

const docs = starlight as MiddlewareHandler;

export const onRequest = defineMiddleware((context, next) =>
  context.url.pathname.startsWith('/docs/') ? docs(context, next) : next(),
);
