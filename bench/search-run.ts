/** One engine in a process of its own, so that its memory is its own: `node bench/search-run.ts <engine> [works]`. */
import '../infra/setup/node-version.mjs';
import { measureLocal } from './search-local.ts';
import type { Measured } from './search-measured.ts';
import { measureMiniSearch, measureOrama } from './search-others.ts';

const engines: Record<string, (most: number) => Promise<Measured>> = {
  local: (most) => measureLocal('public', most),
  'local, tenants': (most) => measureLocal('tenant', most),
  MiniSearch: measureMiniSearch,
  Orama: measureOrama,
};

const [name = '', most = 'Infinity'] = process.argv.slice(2);
const engine = engines[name];
if (!engine) throw new Error(`There is no engine ${name}. Known: ${Object.keys(engines).join(', ')}`);
const measured = await engine(Number(most));
// On Linux the most that was resident at once, in KiB.
const peak = { name: 'memory at most', value: (process.resourceUsage().maxRSS * 1024) / 1e6, unit: 'MB' };
process.stdout.write(JSON.stringify({ ...measured, facts: [...measured.facts, peak] }));
