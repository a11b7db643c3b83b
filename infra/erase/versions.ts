/** Versions of files in a folder: there are none. On AWS see `infra/aws/file-versions.ts`. */
import type { FileVersions } from './erase.ts';

export const noVersions: FileVersions = { count: () => Promise.resolve(0), remove: () => Promise.resolve() };
