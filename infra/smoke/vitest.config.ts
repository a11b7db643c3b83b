/**
 * `npm run smoke`: the platform at ARTISSIST_ORIGIN is asked what anybody may ask of it and, with ARTISSIST_TOKEN, put
 * through journeys of the suite (`infra/journeys/aimed.testing.ts`). Builds nothing and may leave this machine.
 */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { smokeOrigin } from './origin.ts';

smokeOrigin(process.env);
const writes = Boolean(process.env['ARTISSIST_TOKEN']);
if (!writes) console.warn('NOT RUN: journeys that write (set ARTISSIST_TOKEN)');

export default defineConfig({
  test: {
    name: 'smoke',
    root: join(import.meta.dirname, '../..'),
    include: [
      'infra/smoke/reading.smoke.ts',
      ...(writes ? ['infra/journeys/main-job.test.ts', 'infra/journeys/rest-client.test.ts'] : []),
    ],
    maxWorkers: 1,
    // A deployed platform is given its time, several times in a test.
    testTimeout: 600_000,
    hookTimeout: 120_000,
    // A region's first calls after a deployment meet cold functions.
    retry: 1,
  },
});
