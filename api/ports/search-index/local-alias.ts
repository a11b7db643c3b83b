/**
 * Which file of a scope is in use, and which is being filled beside it: the alias. It is a small file that is replaced
 * in one step, so that every process that has the folder open sees either the old or the new.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scope } from './port.ts';

export interface Alias {
  /** File that is asked and written. */
  use: string;
  /** File that a rebuild fills, and its process; changes go to both. */
  filling?: { file: string; pid: number };
}

export interface AliasFile {
  read(): Alias;
  write(alias: Alias): void;
  /** Changes whenever the alias does. */
  stamp(): string;
  /** A name that no file of the scope has. */
  nextFile(): string;
  /** Removes a file of the index with its log. */
  drop(file: string): void;
  path(file: string): string;
}

/** The alias of a scope in a folder; made with a first, empty index where there is none. */
export function openAlias(dir: string, scope: Scope): AliasFile {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, `${scope}.json`);
  const read = (): Alias => JSON.parse(readFileSync(path, 'utf8')) as Alias;
  const write = (alias: Alias): void => {
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, JSON.stringify(alias));
    renameSync(fresh, path);
  };
  const nextFile = (): string => {
    const pattern = new RegExp(`^${scope}-(\\d+)\\.sqlite`, 'u');
    const named = statSync(path, { throwIfNoEntry: false }) ? [read().use, read().filling?.file ?? ''] : [];
    const numbers = [...named, ...readdirSync(dir)].map((name) => Number(pattern.exec(name)?.[1] ?? 0));
    return `${scope}-${Math.max(0, ...numbers) + 1}.sqlite`;
  };
  const drop = (file: string): void => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(dir, file + suffix), { force: true });
  };
  if (statSync(path, { throwIfNoEntry: false }) === undefined) write({ use: nextFile() });
  const { use, filling } = read();
  if (filling && !isAlive(filling.pid)) {
    drop(filling.file);
    write({ use });
  }
  return {
    read,
    write,
    stamp() {
      const { ino, mtimeMs } = statSync(path);
      return `${ino} ${mtimeMs}`;
    },
    nextFile,
    drop,
    path: (file) => join(dir, file),
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
