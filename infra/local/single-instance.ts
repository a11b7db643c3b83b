/** One platform a data folder: a second one is told where the first runs. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFolder } from './data-folder.ts';
import { identify, isRunning, type ProcessIdentity } from './dynamodb/process-identity.ts';

/** The folder is in use. */
export class AlreadyRunning extends Error {
  override name = 'AlreadyRunning';
}

/** How a running platform is reached. */
export interface Reach {
  url: string;
  /** Address of its DynamoDB engine, once that runs. */
  engine?: string;
}

interface Note extends Partial<Reach> {
  process: ProcessIdentity;
}

/** What a platform notes of itself while it runs. */
export interface Instance {
  /** Says where it can be reached. */
  note(reach: Reach): void;
  release(): void;
}

/**
 * The note comes to be in one step, with all that it says: of two that start at the same time one gets the folder.
 * @throws AlreadyRunning while another process that is alive holds the folder. A dead one's note is taken over.
 */
export function claimInstance(dataDir: string): Instance {
  openDataFolder(dataDir);
  const file = join(dataDir, 'running.json');
  const own = identify(process.pid);
  if (!own) throw new Error('This process cannot be identified: /proc or ps is needed.');
  const mine = `${file}.${process.pid}`;
  const write = (note: Note): void => writeFileSync(mine, JSON.stringify(note));
  write({ process: own });
  try {
    while (!linked(mine, file)) {
      const other = read(file);
      if (other && isRunning(other.process)) throw new AlreadyRunning(whereItRuns(dataDir, other));
      putAside(file, `${mine}.old`, other);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    note(reach) {
      write({ process: own, ...reach });
      renameSync(mine, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

const whereItRuns = (dataDir: string, { url, process: { pid } }: Note): string =>
  `Artissist is running already${url ? ` at ${url}` : ''} on ${dataDir} (process ${pid}). ` +
  'Use that one, end it, or start this one elsewhere with ARTISSIST_DATA and PORT.';

/** Puts a note in its place; false when there is one. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Takes a dead process's note away. Where somebody else has put theirs meanwhile, it goes back. */
function putAside(file: string, aside: string, dead: Note | null): void {
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return;
  }
  const taken = read(aside);
  if (taken && taken.process.pid !== dead?.process.pid) linked(aside, file);
  rmSync(aside, { force: true });
}

/** The platform that runs on a folder, or null. */
export function runningOn(dataDir: string): Partial<Reach> | null {
  const note = read(join(dataDir, 'running.json'));
  return note && isRunning(note.process) ? note : null;
}

function read(file: string): Note | null {
  try {
    const note = JSON.parse(readFileSync(file, 'utf8')) as Partial<Note> | null;
    return note?.process ? (note as Note) : null;
  } catch {
    return null;
  }
}
