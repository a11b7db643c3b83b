/** A platform with its documentation loaded, as a start leaves it, for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLATFORM_TENANT } from '#api/resolvers/_lib/keys.ts';
import { createDocsTable } from '../docs/docs-table.ts';
import type { DocsStore } from '../docs/load.ts';
import { prepareDemo, type Demo } from '../local/demo.ts';
import { logTo } from '../local/log.ts';
import { startPlatform, type Platform } from '../local/platform.ts';

export interface DocsPlatform extends Platform {
  demo: Demo;
  docs: DocsStore;
  logged: string[];
  settled(): Promise<void>;
  remove(): Promise<void>;
}

export async function startDocsPlatform(): Promise<DocsPlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'artissist-docs-'));
  const logged: string[] = [];
  const settings = { port: 0, dataDir, dynamodbEndpoint: undefined, samples: false };
  const platform = await startPlatform({ settings, log: logTo((line) => logged.push(line)) });
  const demo = await prepareDemo(platform, settings, () => undefined);
  return {
    ...platform,
    demo,
    docs: createDocsTable({ table: platform.table, uid: PLATFORM_TENANT }),
    logged,
    async settled() {
      await platform.events.bus.idle({ withConsequences: true });
      await platform.publisher.flush();
    },
    async remove() {
      await platform.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
