/** The folder of everything that is kept: made when it is missing, refused with what to do when it cannot be used. */
import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a start needs at least: the engine, the journal and the site begin small, but not with nothing. */
const LEAST_FREE_BYTES = 32 * 1024 * 1024;

/** @throws Error that names the folder, what is wrong with it and how to name another. */
export function openDataFolder(dataDir: string): void {
  const refuse = (why: string): never => {
    throw new Error(
      `The data folder ${dataDir} cannot be used: ${why}. Mend that, or name another folder: ARTISSIST_DATA=<folder> npm start`,
    );
  };
  try {
    // One folder at a time: making all at once never ends below some file systems, such as /proc.
    for (const folder of missing(dataDir)) mkdirSync(folder);
    if (!statSync(dataDir).isDirectory()) refuse('it is no folder');
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    refuse((error as Error).message);
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < LEAST_FREE_BYTES) {
    refuse(`its disk has ${Math.floor((bavail * bsize) / 1_048_576)} MB left, and 32 MB are needed`);
  }
}

/** The folders that are not there, the outermost first. */
function missing(folder: string): string[] {
  if (existsSync(folder)) return [];
  return [...missing(dirname(folder)), folder];
}
