/** Settings of a command: what is wrong with them is said in words, without a trace of the program. */
import type { Settings } from './settings.ts';

const USAGE_FAULT = 2;

/** Ends the process where there are none. */
export function askedSettings(read: () => Settings): Settings {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(USAGE_FAULT);
  }
}
