/** The content security policy of the documentation. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { DocsView } from '#site/view.ts';

/** What renders a page with the build in question. */
export interface PageRenderer {
  buildId: string;
  render(path: string, view: { docs: DocsView }): Promise<{ html: string }>;
}

/** Scripts in the page itself; those with an address are 'self', those with another type are data. */
const INLINE = /<script(?![^>]*\bsrc=)(?![^>]*\btype="(?!module")[^"]*")[^>]*>([\s\S]*?)<\/script>/g;

/**
 * The policy for addresses below `/docs/`: scripts of our own files, and the few that the layout writes into its
 * pages, by their hashes. They are the same on every page, so one page is rendered to find them. Search compiles
 * WebAssembly and reads its index; the layout sets lengths in `style` attributes.
 * @param dir folder of the build: the policy is kept there, so that a later start renders nothing for it
 */
export async function docsPolicy(renderer: PageRenderer, dir?: URL): Promise<string> {
  const file = dir && new URL('docs-policy.json', dir);
  const kept = file && keptPolicy(file);
  if (kept?.buildId === renderer.buildId) return kept.policy;
  const policy = await policyOf(renderer);
  if (file) writeFileSync(file, JSON.stringify({ buildId: renderer.buildId, policy }));
  return policy;
}

function keptPolicy(file: URL): { buildId: string; policy: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { buildId: string; policy: string };
  } catch {
    // None was kept, or its writing was cut short: it is made again.
    return undefined;
  }
}

async function policyOf(renderer: PageRenderer): Promise<string> {
  const { html } = await renderer.render('/docs/policy/', { docs: SAMPLE });
  const hashes = [...html.matchAll(INLINE)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...new Set(hashes)].join(' '),
    "connect-src 'self'",
    "worker-src 'self'",
    "img-src 'self' data:",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const page = {
  id: '',
  path: 'policy',
  title: 'Policy',
  summary: null,
  body: '',
  bodyHtml: '<h2 id="one">One</h2><pre><code>one</code></pre>',
  language: 'en',
  sortOrder: null,
  visibility: 'LISTED' as const,
  version: 1,
  publishedAt: '2026-01-01T00:00:00.000Z',
};
const SAMPLE = { page, pages: [page] };
