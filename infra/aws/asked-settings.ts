/** Settings of a command: what is wrong with them is said in words, without a trace of the program. */
import { exampleSettings, parseSettings, type Settings } from './settings.ts';
import { isStageName, STAGE_NAMES } from './stages.ts';

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

/**
 * Settings of a synthesis: those of a deployment where a domain is given, else of `artissist.example` in ARTISSIST_STAGE,
 * dev unless told.
 * @throws Error that lists what is missing or wrong
 */
export function synthesisSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { ARTISSIST_STAGE = 'dev', ARTISSIST_DOMAIN } = env;
  if (ARTISSIST_DOMAIN !== undefined) return parseSettings(env);
  if (isStageName(ARTISSIST_STAGE)) return exampleSettings(ARTISSIST_STAGE);
  throw new Error(`ARTISSIST_STAGE must be ${STAGE_NAMES}. Received: ${ARTISSIST_STAGE || 'nothing'}`);
}
