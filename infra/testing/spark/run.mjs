/**
 * Runs a command where Spark is: a virtual environment with pyspark and sqlglot from PyPI.
 *
 *   node infra/testing/spark/run.mjs -- npx vitest run infra/analytics/glue
 *
 * SPARK_PYTHON tells the command. Ends with its exit code. Without Java 17, Python with venv or the network it says
 * NOT RUN and ends with 75.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pythonPackages } from '../python-packages.mjs';

/** Of sysexits.h: it may work elsewhere. */
const NOT_HERE = 75;

const separator = process.argv.indexOf('--');
const [program, ...args] = separator === -1 ? [] : process.argv.slice(separator + 1);
if (program === undefined) {
  console.error('Usage: node infra/testing/spark/run.mjs -- <command> [argument...]');
  process.exit(2);
}
const missing = missingJava();
const made = missing ? { reason: missing } : pythonPackages('spark', 'infra/testing/spark/requirements.txt');
if ('reason' in made) {
  console.warn(`\nNOT RUN: ${[program, ...args].join(' ')}\nNOT RUN: ${made.reason}\n`);
  process.exit(NOT_HERE);
}
const { status } = spawnSync(program, args, {
  stdio: 'inherit',
  env: { ...process.env, SPARK_PYTHON: join(made.bin, 'python') },
});
process.exitCode = status ?? 1;

/** @returns {string | undefined} why Java cannot be used */
function missingJava() {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (error) return 'Java is not installed (17 or later is needed).';
  const major = Number(/version "(\d+)/.exec(stderr)?.[1]);
  return major >= 17 ? undefined : `Java 17 or later is needed. Found: ${stderr.split('\n')[0]}`;
}
