/** The contract on the local twin. The twin of AWS passes the same suite in `aws.contract.test.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { Twin } from './fixture.testing.ts';
import { createLocalSearchIndex } from './local.ts';
import { searchIndexContract } from './search-index.contract.ts';

async function startLocal(): Promise<Twin> {
  const dir = mkdtempSync(join(tmpdir(), 'search-index-'));
  const index = await createLocalSearchIndex({ dir });
  return {
    index,
    dimensions: 16,
    settle: async () => undefined,
    async end() {
      await index.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

describe('search index in a folder', () => searchIndexContract(startLocal));
