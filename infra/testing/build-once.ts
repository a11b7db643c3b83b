/** Before any test: what several of them run is built once, so that no two build it at the same time. */
import { join } from 'node:path';
import { buildResolvers } from '../build/resolvers.ts';
import { buildSite } from '../build/site.ts';
import { inventory } from '../inventory.ts';

export async function setup(): Promise<void> {
  await buildSite();
  await buildResolvers(inventory, join(import.meta.dirname, '../../dist/resolvers'));
}
