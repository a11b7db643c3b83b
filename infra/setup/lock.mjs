// @ts-check
/**
 * `npm run lock`: brings package-lock.json in line with package.json, for every platform and without a
 * registry's address in it. Pass npm's own arguments to change packages: `npm run lock -- --save-exact yaml@2.9.1`.
 */
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addMissingOptionals } from './optional-platforms.mjs';

const root = resolve(import.meta.dirname, '../..');
const file = join(root, 'package-lock.json');

// npm picks versions that fit the Node it runs on, so it has to run on this one.
const cli = process.env.npm_execpath;
if (!cli?.endsWith('npm-cli.js')) {
  console.error(`Run it through npm: npm run lock. Received npm_execpath: ${cli ?? 'nothing'}.`);
  process.exit(1);
}
const install = [
  'install',
  '--package-lock-only',
  '--ignore-scripts',
  '--omit-lockfile-registry-resolved',
  '--no-audit',
  '--no-fund',
];
const npm = spawnSync(process.execPath, [cli, ...install, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
if (npm.status !== 0) {
  console.error('npm could not make the lock file; its message is above and package-lock.json is as it was.');
  process.exit(npm.status ?? 1);
}

/** @type {{ packages: import('./optional-platforms.mjs').LockedPackages }} */
const lock = JSON.parse(readFileSync(file, 'utf8'));
for (const locked of Object.values(lock.packages)) {
  // Which registry served a tarball says nothing about it; `integrity` does.
  if (locked.resolved?.endsWith('.tgz')) delete locked.resolved;
}
const added = addMissingOptionals(lock.packages);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  `package-lock.json: ${Object.keys(lock.packages).length - 1} packages, of them ${added.length} added for other platforms`,
);
for (const name of added) console.log(`  ${name}`);
