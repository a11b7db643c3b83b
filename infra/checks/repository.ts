/** The files of the repository as git sees them, for checks that read text. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/**
 * The paths, relative to `root`, of every file that is or may be committed: tracked, or new and not ignored.
 * @throws Error when `root` is not in a git repository.
 */
export function repositoryFiles(root = ROOT): string[] {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (listed.status !== 0) throw new Error(`git could not list the files of ${root}: ${listed.stderr}`);
  const paths = new Set(listed.stdout.split('\0').filter(Boolean));
  return [...paths].filter((path) => existsSync(join(root, path))).sort();
}

/** Files that a person does not write: read by tools only. */
export function isGenerated(path: string): boolean {
  return path.includes('.gen.') || path === 'package-lock.json' || path === 'bench/results.json';
}

/** Files whose text is ours, by their ending. */
export function isText(path: string): boolean {
  return /\.(astro|cjs|css|graphql|html|js|json|md|mjs|sh|sql|svg|ts|tsx|txt|yaml|yml)$|^\.ci\/|^\.[a-z]+(rc|ignore|config|attributes)?$/.test(
    path,
  );
}
