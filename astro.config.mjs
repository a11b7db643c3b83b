// The site's build: one server bundle that the publisher renders every page with, and its hashed assets.
import { defineConfig } from 'astro/config';
import { docsIntegration } from './site/docs/integration.ts';
import { publisherAdapter } from './site/publisher/adapter/integration.ts';

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist/site',
  output: 'server',
  adapter: publisherAdapter(),
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  prefetch: false,
  session: false,
  devToolbar: { enabled: false },
  integrations: [docsIntegration()],
  vite: {
    // Everything goes into the bundle, so that it runs where there is no node_modules. Fonts stay files.
    ssr: { noExternal: true },
    build: { assetsInlineLimit: 0 },
  },
});
