/**
 * A folder of Python programs, pinned by a file of requirements and made once for each state of that file:
 *
 *   node infra/testing/python-packages.mjs lint infra/aws/lint/requirements.txt
 *
 * prints the folder of its programs, below `.artissist/ci`. Where Python, its `venv` or the packages cannot be had it
 * says why and ends with 1.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
/** A first install on a slow connection. */
const INSTALL_MS = 600_000;

/**
 * @param {string} name of the folder
 * @param {string} requirements file that pins the packages, from the repository's root
 * @returns {{ bin: string } | { reason: string }}
 */
export function pythonPackages(name, requirements) {
  const folder = join(ROOT, '.artissist/ci', name);
  const bin = join(folder, 'bin');
  const stamp = join(folder, 'requirements.sha256');
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, requirements)))
    .digest('hex');
  const isWhole = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  // Its Python may have gone with an update of the machine.
  if (isWhole && failure(join(bin, 'python'), ['-c', '']) === undefined) return { bin };
  // The stamp is the first that goes and the last that comes, so that a folder is whole or made again.
  rmSync(stamp, { force: true });
  rmSync(folder, { recursive: true, force: true });
  const problem =
    failure('python3', ['-m', 'venv', folder]) ??
    failure(join(bin, 'pip'), [
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--no-input',
      '--requirement',
      join(ROOT, requirements),
    ]);
  if (problem !== undefined) {
    rmSync(folder, { recursive: true, force: true });
    return { reason: problem };
  }
  writeFileSync(stamp, wanted);
  return { bin };
}

/** @returns {string | undefined} what went wrong */
function failure(program, args) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: INSTALL_MS,
  });
  if (error) return `${program} could not be run: ${error.message}`;
  return status === 0 ? undefined : `${program} failed: ${`${stdout}${stderr}`.trim().slice(-600)}`;
}

if (import.meta.main) {
  const [name, requirements] = process.argv.slice(2);
  if (name === undefined || requirements === undefined) {
    console.error('Usage: node infra/testing/python-packages.mjs <name> <requirements.txt>');
    process.exit(2);
  }
  const made = pythonPackages(name, requirements);
  if ('bin' in made) console.log(made.bin);
  else console.error(made.reason);
  process.exitCode = 'bin' in made ? 0 : 1;
}
