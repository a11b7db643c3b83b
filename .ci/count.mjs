// @ts-check
/**
 * `node .ci/count.mjs <folder>`: prints `N passed, N failed`, summed over the test runs whose results are in the
 * folder: `<run>.json` from vitest's JSON reporter and `<run>.code`, the exit code. A run that failed without a failed
 * test, as when it could not start, counts as one failure.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder with the results: node .ci/count.mjs <folder>');

let passed = 0;
let failed = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.code'))) {
  const code = Number(readFileSync(join(folder, file), 'utf8'));
  const json = join(folder, file.replace(/\.code$/, '.json'));
  const run = existsSync(json)
    ? JSON.parse(readFileSync(json, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 };
  passed += run.numPassedTests;
  failed += run.numFailedTests === 0 && code !== 0 ? 1 : run.numFailedTests;
}
console.log(`${passed} passed, ${failed} failed`);
