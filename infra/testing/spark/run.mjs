/**
 * Runs a command where Spark is: a virtual environment with pyspark and sqlglot from PyPI.
 *
 *   node infra/testing/spark/run.mjs -- npx vitest run infra/analytics/glue
 *
 * SPARK_PYTHON tells the command. Ends with its exit code. Without Java 17, Python with venv or the network it says
 * NOT RUN and ends with 0.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The Spark of Glue 5; it runs on Java 17. */
const PACKAGES = ['pyspark==3.5.*', 'sqlglot==30.*'];
const FOLDER = join(import.meta.dirname, '../../../.artissist/ci/spark');
const INSTALL_MS = 10 * 60_000;

const separator = process.argv.indexOf('--');
const [program, ...args] = separator === -1 ? [] : process.argv.slice(separator + 1);
if (program === undefined) {
  console.error('Usage: node infra/testing/spark/run.mjs -- <command> [argument...]');
  process.exit(2);
}
const python = join(FOLDER, 'bin/python');
const reason = missingJava() ?? install();
if (reason) {
  console.warn(`\nNOT RUN: ${[program, ...args].join(' ')}\nNOT RUN: ${reason}\n`);
  process.exit(0);
}
const { status } = spawnSync(program, args, {
  stdio: 'inherit',
  env: { ...process.env, SPARK_PYTHON: python },
});
process.exitCode = status ?? 1;

/** @returns {string | undefined} why Java cannot be used */
function missingJava() {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (error) return 'Java is not installed (17 or later is needed).';
  const major = Number(/version "(\d+)/.exec(stderr)?.[1]);
  return major >= 17 ? undefined : `Java 17 or later is needed. Found: ${stderr.split('\n')[0]}`;
}

/** @returns {string | undefined} why the packages are not there */
function install() {
  if (existsSync(python) && spawnSync(python, ['-c', 'import pyspark, sqlglot']).status === 0)
    return undefined;
  rmSync(FOLDER, { recursive: true, force: true });
  if (spawnSync('python3', ['-m', 'venv', FOLDER]).status !== 0) return 'There is no python3 with venv.';
  const { status } = spawnSync(
    join(FOLDER, 'bin/pip'),
    ['install', '--quiet', '--disable-pip-version-check', ...PACKAGES],
    { timeout: INSTALL_MS, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return status === 0 ? undefined : 'pyspark and sqlglot could not be installed.';
}
