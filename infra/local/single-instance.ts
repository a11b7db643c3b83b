/** One platform a data folder: a second one is told where the first runs. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** @throws AlreadyRunning while another process that is alive holds the folder. A dead one's note is taken over. */
export function claimInstance(dataDir: string): Instance {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'running.json');
  const own = identify(process.pid);
  if (!own) throw new Error('This process cannot be identified: /proc or ps is needed.');
  const write = (note: Note, flag: 'w' | 'wx') => writeFileSync(file, JSON.stringify(note), { flag });
  try {
    write({ process: own }, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const other = read(file);
    if (other && isRunning(other.process)) {
      throw new AlreadyRunning(
        `Artissist is running already${other.url ? ` at ${other.url}` : ''} on ${dataDir} (process ${other.process.pid}). ` +
          'Use that one, end it, or start this one elsewhere with ARTISSIST_DATA and PORT.',
      );
    }
    write({ process: own }, 'w');
  }
  return {
    note: (reach) => write({ process: own, ...reach }, 'w'),
    release: () => rmSync(file, { force: true }),
  };
}

/** The platform that runs on a folder, or null. */
export function runningOn(dataDir: string): Partial<Reach> | null {
  const note = read(join(dataDir, 'running.json'));
  return note && isRunning(note.process) ? note : null;
}

function read(file: string): Note | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch {
    return null;
  }
}
