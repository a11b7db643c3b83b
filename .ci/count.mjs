// @ts-check
/**
 * `node .ci/count.mjs <folder>`: prints each failed test with the first lines of its reason, which the output above may
 * be too long to show, and at the end `N passed, N failed`, summed over the test runs whose results are in the
 * folder: `<run>.json` from vitest's JSON reporter and `<run>.code`, the exit code. A run that failed without a failed
 * test, as when it could not start, counts as one failure.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder with the results: node .ci/count.mjs <folder>');

const LINES_OF_A_REASON = 6;

let passed = 0;
let failed = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.code'))) {
  const code = Number(readFileSync(join(folder, file), 'utf8'));
  const json = join(folder, file.replace(/\.code$/, '.json'));
  const run = existsSync(json)
    ? JSON.parse(readFileSync(json, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  passed += run.numPassedTests;
  failed += run.numFailedTests === 0 && code !== 0 ? 1 : run.numFailedTests;
  for (const { name, message, status, assertionResults } of run.testResults) {
    const tests = assertionResults.filter((test) => test.status === 'failed');
    for (const test of tests) tell(`${name} > ${test.fullName}`, test.failureMessages.join('\n'));
    if (status === 'failed' && tests.length === 0) tell(name, message);
  }
}
console.log(`${passed} passed, ${failed} failed`);

/** @param {string} name @param {string} reason */
function tell(name, reason) {
  console.log(`FAILED: ${relative(process.cwd(), name)}`);
  const lines = reason.split('\n').filter((line) => line.trim() !== '' && !line.includes('/node_modules/'));
  for (const line of lines.slice(0, LINES_OF_A_REASON)) console.log(`  ${line}`);
}
