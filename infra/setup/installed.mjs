// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/** Where the installed lock's hash is kept; `npm ci` removes it with the folder, so half an install has none. */
const stamp = 'node_modules/.artissist-lock';

/**
 * Whether `node_modules` holds what `package-lock.json` asks for. The stamp answers in a millisecond; without
 * it, npm's own record of what it installed is compared, so that an `npm install` is not installed twice.
 * @param {string} root the repository's folder
 */
export function isInstalled(root) {
  const path = join(root, stamp);
  if (!existsSync(join(root, 'node_modules/node/package.json'))) return false;
  if (existsSync(path) && readFileSync(path, 'utf8') === fingerprint(root)) return true;
  if (!matchesRecord(root)) return false;
  writeStamp(root);
  return true;
}

/**
 * Notes that the lock file as it is now has been installed.
 * @param {string} root
 */
export function writeStamp(root) {
  writeFileSync(join(root, stamp), fingerprint(root));
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/** @param {string} root */
function matchesRecord(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const present = lockedPackages(record);
  for (const [path, locked] of wanted) {
    const found = present.get(path);
    if (found === undefined ? !locked.optional : !isSame(found, locked)) return false;
  }
  return [...present.keys()].every((path) => wanted.has(path));
}

/**
 * @param {LockedPackage} one
 * @param {LockedPackage} other
 */
function isSame(one, other) {
  return one.version === other.version && one.integrity === other.integrity;
}

/**
 * @param {string} file a lock file of version 3
 * @returns {Map<string, LockedPackage>} by path, without the project itself
 */
function lockedPackages(file) {
  /** @type {{ packages: Record<string, LockedPackage> }} */
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(packages).filter(([path]) => path !== ''));
}
