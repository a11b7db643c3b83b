/**
 * Starlight as the documentation's layout, and nothing more. Its own routes, its content collection, its search index
 * and its settings for the whole site stay out: pages come from `site/pages/docs/`, with what the publisher hands them,
 * and portfolios are built as if it were not there.
 */
import starlight from '@astrojs/starlight';
import type { AstroIntegration } from 'astro';

const here = (file: string): string => new URL(file, import.meta.url).pathname;

/** Integrations that Starlight would add. It leaves out those that are there by name. */
const LEFT_OUT = ['astro-expressive-code', '@astrojs/sitemap', '@astrojs/mdx'].map(
  (name): AstroIntegration => ({ name, hooks: {} }),
);

/** The layout asks for content collections when it is loaded; the site has none. */
const noCollections = { find: /^astro:content$/, replacement: here('./no-collections.ts') };

/** Adds the layout to the build. */
export function docsIntegration(): AstroIntegration {
  const layout = starlight({
    title: 'Artissist',
    disable404Route: true,
    prerender: false,
    pagefind: false,
    customCss: [
      '../styles/fonts.css',
      '../styles/tokens.css',
      './docs.css',
      './reading.css',
      './search.css',
    ].map(here),
    tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
    components: {
      Footer: here('./Footer.astro'),
      MobileMenuFooter: here('./Nothing.astro'),
      Search: here('./Search.astro'),
      SiteTitle: here('./Title.astro'),
      ThemeProvider: here('./Nothing.astro'),
      ThemeSelect: here('./Nothing.astro'),
    },
  });
  const setup = layout.hooks['astro:config:setup'];
  return {
    name: 'docs',
    hooks: {
      'astro:config:setup': async (options) => {
        await setup?.({
          ...options,
          config: { ...options.config, integrations: [...options.config.integrations, layout, ...LEFT_OUT] },
          injectRoute: () => undefined,
          addMiddleware: () => undefined,
          updateConfig: ({ vite, scopedStyleStrategy }) =>
            options.updateConfig({
              scopedStyleStrategy,
              vite: { ...vite, resolve: { alias: [noCollections] } },
            }),
        });
      },
    },
  };
}
