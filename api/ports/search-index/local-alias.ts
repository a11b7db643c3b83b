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
  /** Makes an alias to a first, empty index where there is none. */
  ensure(): void;
  /** @throws SyntaxError where it is no alias */
  read(): Alias;
  write(alias: Alias): void;
  /** Changes whenever the alias does; empty where there is none. */
  stamp(): string;
  /** Which file has a name; empty where there is none. */
  inode(file: string): string;
  /** Names of the databases of the scope. */
  files(): string[];
  /** A name that no file of the scope has. */
  nextFile(): string;
  /** Removes a file of the index with its log. */
  drop(file: string): void;
  path(file: string): string;
}

/** The alias of a scope in a folder. */
export function openAlias(dir: string, scope: Scope): AliasFile {
  const path = join(dir, `${scope}.json`);
  const pattern = new RegExp(`^${scope}-(\\d+)\\.sqlite`, 'u');
  const read = (): Alias => {
    const alias = JSON.parse(readFileSync(path, 'utf8')) as Alias | null;
    if (typeof alias?.use !== 'string') throw new SyntaxError(`${path} names no file.`);
    return alias;
  };
  const write = (alias: Alias): void => {
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, JSON.stringify(alias));
    renameSync(fresh, path);
  };
  const named = (): string[] => {
    try {
      const { use, filling } = read();
      return [use, filling?.file ?? ''];
    } catch {
      return [];
    }
  };
  const nextFile = (): string => {
    const numbers = [...named(), ...readdirSync(dir)].map((name) => Number(pattern.exec(name)?.[1] ?? 0));
    return `${scope}-${Math.max(0, ...numbers) + 1}.sqlite`;
  };
  const drop = (file: string): void => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(dir, file + suffix), { force: true });
  };
  return {
    ensure() {
      mkdirSync(dir, { recursive: true });
      if (statSync(path, { throwIfNoEntry: false }) === undefined) write({ use: nextFile() });
      const { use, filling } = read();
      if (filling && !isAlive(filling.pid)) {
        drop(filling.file);
        write({ use });
      }
    },
    read,
    write,
    stamp() {
      const found = statSync(path, { throwIfNoEntry: false });
      return found ? `${found.ino} ${found.mtimeMs}` : '';
    },
    inode: (file) => String(statSync(join(dir, file), { throwIfNoEntry: false })?.ino ?? ''),
    files: () => readdirSync(dir).filter((name) => pattern.test(name) && name.endsWith('.sqlite')),
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
