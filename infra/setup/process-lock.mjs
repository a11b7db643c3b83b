// @ts-check
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const beatMs = 2_000;
/** A holder refreshes its file every two seconds; one silent for this long has had its pid reused. */
const silentMs = 30_000;

/**
 * Runs `work` while holding the lock file at `path`, waiting for other processes that hold it. A lock whose
 * process has died is taken over.
 * @template T
 * @param {string} path where the lock file is made
 * @param {{ onWait: (pid: number) => void, pollMs?: number }} options `onWait` is called once, with the
 *   holder's pid, when there is someone to wait for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProcessLock(path, { onWait, pollMs = 250 }, work) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!tryCreate(path)) {
    const holder = readHolder(path);
    if (holder === undefined) continue;
    if (!isHeld(holder)) {
      discard(path, holder.pid);
      continue;
    }
    if (!told) onWait(holder.pid);
    told = true;
    await sleep(pollMs);
  }
  const beat = setInterval(() => touch(path), beatMs);
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

/** @param {string} path */
function tryCreate(path) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} path */
function readHolder(path) {
  try {
    return { pid: Number(readFileSync(path, 'utf8')), silentFor: Date.now() - statSync(path).mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {{ pid: number, silentFor: number }} holder */
function isHeld({ pid, silentFor }) {
  if (silentFor > silentMs) return false;
  // A file that its maker has opened but not written yet reads as pid 0.
  if (!(pid > 0)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Moves a dead holder's file away. Whoever moved a live one (made between the look and the move) puts it back.
 * @param {string} path
 * @param {number} pid
 */
function discard(path, pid) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (Number(readFileSync(aside, 'utf8')) !== pid) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error;
  }
  rmSync(aside, { force: true });
}

/** @param {string} path */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The file went away with the folder; the work goes on and its own result decides.
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
