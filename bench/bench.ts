/** `npm run bench [name...]`: measures against the bars, prints a table and writes `bench/results.json`. */
import '../infra/setup/node-version.mjs';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { DEMO, startTestPlatform } from '#infra/journeys/platform.testing.ts';
import { benchAnalytics } from './analytics.ts';
import { benchBundles } from './bundles.ts';
import { benchGraphql } from './graphql.ts';
import { benchLighthouse } from './lighthouse.ts';
import type { Row } from './measure.ts';
import { benchPublishAll } from './publish-all.ts';
import { benchPublishOne } from './publish-one.ts';
import { benchRest } from './rest.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';

/** Both are about requests, so they share a platform. */
async function benchApi(): Promise<Row[]> {
  const platform = await startTestPlatform();
  try {
    const token = await platform.signIn(DEMO);
    const tenantId = platform.issuer.users.byEmail(DEMO)?.uid ?? '';
    return [...(await benchGraphql(platform, token, tenantId)), ...(await benchRest(platform, token))];
  } finally {
    await platform.remove();
  }
}

async function benchOne(): Promise<Row[]> {
  const platform = await startTestPlatform();
  try {
    return await benchPublishOne(platform, await platform.signIn(DEMO));
  } finally {
    await platform.remove();
  }
}

const benches: Record<string, () => Promise<Row[]>> = {
  api: benchApi,
  'publish-one': benchOne,
  'publish-all': benchPublishAll,
  search: benchSearch,
  analytics: benchAnalytics,
  bundles: benchBundles,
  start: benchStart,
  lighthouse: benchLighthouse,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  throw new Error(`There is no bench ${unknown.join(', ')}. Known: ${Object.keys(benches).join(', ')}`);
}

const rows: Row[] = [];
/** What went wrong, by bench. The others go on: each takes minutes, and none needs another. */
const failed: Record<string, string> = {};
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name} ...\n`);
  try {
    rows.push(...(await bench()));
  } catch (error) {
    failed[name] = String(error);
    process.exitCode = 1;
    console.error(`${name} failed:`, error);
  }
}

console.table(
  rows.map(({ name, value, unit, bar, met, on }) => ({
    what: name,
    value: `${value} ${unit}`,
    bar: bar === undefined ? '' : `${bar} ${met ? 'met' : 'MISSED'}`,
    on: on ?? '',
  })),
);
if (asked.length === 0) {
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
  const told = Object.keys(failed).length > 0 && { failed };
  const results = { at: new Date().toISOString(), machine, rows, ...told };
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
}
