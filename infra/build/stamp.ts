/** Content stamps: whether what was built is still of what it was built from. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was built from what: file names below a root, with the SHA-256 of each input. */
interface Stamp {
  /** What was asked for, as text: another wish makes another build. */
  wanted: string;
  inputs: Record<string, string>;
  outputs: string[];
}

const FILE = '.stamp.json';

/** Whether `outdir` holds what is wanted, made of inputs that have not changed since. */
export function isFresh(root: string, outdir: string, wanted: string): boolean {
  const stamp = read(join(outdir, FILE));
  if (stamp?.wanted !== wanted) return false;
  if (!stamp.outputs.every((output) => existsSync(join(outdir, output)))) return false;
  return Object.entries(stamp.inputs).every(([input, hash]) => hashOf(join(root, input)) === hash);
}

/** Forgets the stamp, so that a build that is interrupted is not taken for a finished one. */
export function forget(outdir: string): void {
  rmSync(join(outdir, FILE), { force: true });
}

/** Writes the stamp of a finished build. `inputs` are relative to `root`, `outputs` to `outdir`. */
export function remember(
  root: string,
  outdir: string,
  { wanted, inputs, outputs }: { wanted: string; inputs: Iterable<string>; outputs: string[] },
): void {
  const hashes = Object.fromEntries(
    [...new Set(inputs)].sort().map((input) => [input, hashOf(join(root, input))]),
  );
  writeFileSync(join(outdir, FILE), JSON.stringify({ wanted, inputs: hashes, outputs }, null, 1));
}

function read(file: string): Stamp | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    // Cut off while it was written: the same as none.
    return undefined;
  }
}

const hashOf = (file: string): string =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('base64') : 'absent';
