import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const cores = availableParallelism();
const out = ['**/node_modules/**', '**/dist/**', '**/.artissist/**', '**/cdk.out/**'];
/** Suites that start the whole local cloud, a browser or a build: one at a time, after the others. */
const whole = ['infra/journeys/**/*.test.ts', 'bench/**/*.test.ts', 'infra/build/**/*.test.ts'];

const shared = {
  setupFiles: ['./infra/testing/stay-local.ts'],
  testTimeout: 30_000,
  hookTimeout: 120_000,
  // Long enough for a machine that is busy: what is waited for comes, or the test fails.
  expect: { poll: { timeout: 20_000 } },
};

/** A file for the results as JSON, for programs that count them. */
const results = process.env.TEST_RESULTS;

export default defineConfig({
  test: {
    reporters: results
      ? ['default', './infra/testing/not-run-reporter.ts', ['json', { outputFile: results }]]
      : ['default', './infra/testing/not-run-reporter.ts'],
    globalSetup: ['./infra/testing/build-once.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'parts',
          include: ['{api,bench,content,infra,openapi,site}/**/*.test.ts'],
          exclude: [...out, ...whole],
          maxWorkers: cores,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'whole',
          // Each may start the platform several times, on machines that are busy with other things.
          testTimeout: 120_000,
          include: whole,
          exclude: out,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
