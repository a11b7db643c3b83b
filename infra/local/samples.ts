/** Imports the samples of `content/samples/` into an empty platform, through the API. */
import type { Platform } from './platform.ts';
import type { Settings } from './settings.ts';

export async function importSamples(
  _platform: Platform,
  _settings: Settings,
  _token: string,
): Promise<void> {}
