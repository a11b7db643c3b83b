/** `npm run build`: everything that is deployed and run here, made once. What has not changed is left alone. */
import '../setup/node-version.mjs';
import { join } from 'node:path';
import { inventory } from '../inventory.ts';
import { bundleFunctions } from './functions.ts';
import { buildLayers } from './layers.ts';
import { buildResolvers } from './resolvers.ts';
import { buildSite } from './site.ts';

const dist = join(import.meta.dirname, '../../dist');

const steps: Array<[string, () => Promise<unknown>]> = [
  ['resolvers', () => buildResolvers(inventory, join(dist, 'resolvers'))],
  ['site', () => buildSite()],
  ['layers', () => buildLayers(join(dist, 'layers'))],
  ['functions', () => bundleFunctions(inventory.functions, join(dist, 'functions'))],
];

for (const [name, build] of steps) {
  const started = performance.now();
  await build();
  process.stdout.write(`${name.padEnd(10)} ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
