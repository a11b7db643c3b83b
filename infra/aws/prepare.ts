/** Everything that a deployment is made of, bundled from the sources. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRenderer, type Renderer } from '#site/publisher/renderer.ts';
import { buildDocs } from '../build/docs.ts';
import { bundleFunctions } from '../build/functions.ts';
import { buildLayers } from '../build/layers.ts';
import { buildResolvers } from '../build/resolvers.ts';
import { buildSite } from '../build/site.ts';
import { docsPolicy } from '../docs/policy.ts';
import { inventory } from '../inventory.ts';
import { pagePolicy, searchPolicy, securityHeaders } from '../local/site/headers.ts';
import { cloudFunctions, siteResponse } from './cloud-functions.ts';
import { readDefinitions } from './definitions.ts';
import type { Settings } from './settings.ts';
import type { Deployment } from './stacks.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Folder of the layer with sharp. */
export const SHARP_LAYER = join(import.meta.dirname, 'layers/sharp');

/** Bundles what has changed. Needs no network. */
export async function prepare(settings: Settings): Promise<Deployment> {
  const site = await buildSite();
  const resolvers = await buildResolvers(inventory, join(ROOT, 'dist/resolvers'));
  const rows = [...inventory.functions, ...cloudFunctions];
  const functions = await bundleFunctions(rows, join(ROOT, 'dist/functions'));
  const layers = await buildLayers(join(ROOT, 'dist/layers'));
  const origin = `https://${settings.domain}`;
  const renderer = await loadRenderer({ dir: site.dir, site: { origin, media: '' } });
  await putNotFoundPage(renderer, functions.get(siteResponse.name) ?? '');
  return {
    inventory,
    settings,
    schema: readFileSync(join(ROOT, 'api/schema.aws.gen.graphql'), 'utf8'),
    pageHeaders: {
      '/': securityHeaders('/', { '/': pagePolicy() }, true),
      '/search/': securityHeaders('/search/', { '/search/': searchPolicy() }, true),
      '/docs/': securityHeaders('/docs/', { '/docs/': await docsPolicy(renderer) }, true),
    },
    bundles: { resolvers, functions },
    definitions: readDefinitions(inventory.stateMachines),
    layers: { sharp: SHARP_LAYER, docs: await buildDocs(origin), ...layers },
    now: new Date(),
  };
}

/** Puts our 404 page, as the publisher writes it, beside the function at the edge, which can read nothing else in time. */
async function putNotFoundPage(renderer: Renderer, folder: string): Promise<void> {
  const { bytes } = await renderer.render('/404/', {});
  writeFileSync(join(folder, 'not-found.html'), bytes);
}

/**
 * Fills the layer with sharp for Lambda's processor, once for each version in its package.json. Needs the registry, so
 * it belongs to a deployment; what is synthesised without it is complete but for these files.
 */
export function installSharpLayer(): void {
  const folder = join(SHARP_LAYER, 'nodejs');
  const wanted = versionIn(join(folder, 'package-lock.json'));
  if (wanted !== undefined && versionIn(join(folder, 'node_modules/.package-lock.json')) === wanted) return;
  execFileSync('npm', ['ci', '--os=linux', '--cpu=arm64', '--libc=glibc', '--ignore-scripts', '--no-audit'], {
    cwd: folder,
    stdio: 'inherit',
  });
}

function versionIn(lockFile: string): string | undefined {
  if (!existsSync(lockFile)) return undefined;
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  return packages['node_modules/sharp']?.version;
}
