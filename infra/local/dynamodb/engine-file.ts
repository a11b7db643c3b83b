/** The note that a running engine leaves beside its data, so that the next start can find and end it. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, isRunning, type ProcessIdentity } from './process-identity.ts';

export interface EngineNote {
  engine: ProcessIdentity;
  /** Path of the program that `engine` runs. */
  binary: string;
  /** The process that started it. */
  owner: ProcessIdentity;
}

export function writeEngineNote(file: string, note: EngineNote): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(note)}\n`);
  renameSync(`${file}.new`, file);
}

export const removeEngineNote = (file: string): void => rmSync(file, { force: true });

function readEngineNote(file: string): EngineNote | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as EngineNote;
  } catch {
    return undefined;
  }
}

/**
 * Ends the engine that a killed process left behind, and only that one: id, start time and program must agree.
 * Returns whether there was one. Throws when the process that started it still runs.
 */
export async function endLeftEngine(file: string): Promise<boolean> {
  const note = readEngineNote(file);
  if (!note) return false;
  const { engine, binary, owner } = note;
  const isOurs = (): boolean => isRunning(engine) && commandLine(engine.pid).includes(binary);
  if (!isOurs()) {
    removeEngineNote(file);
    return false;
  }
  if (isRunning(owner))
    throw new Error(
      `The data in ${file.replace(/\/[^/]*$/, '')} is in use by process ${owner.pid}. ` +
        'End that one first, or give this one another data folder.',
    );
  process.kill(engine.pid, 'SIGTERM');
  for (let waited = 0; isOurs() && waited < 3000; waited += 10) await sleep(10);
  if (isOurs()) process.kill(engine.pid, 'SIGKILL');
  while (isOurs()) await sleep(10);
  removeEngineNote(file);
  return true;
}
