/** What `npm run erase` works on: a table, and the files beside it. */
import { ulid } from 'ulid';
import { openLocalHome } from '#infra/local/home.ts';
import type { ErasePorts } from './erase.ts';
import { noVersions } from './versions.ts';

export interface EraseHome {
  ports: ErasePorts;
  /** Whether a platform runs that removes what is marked. */
  reacts: boolean;
  close(): Promise<void>;
}

/** The platform of this machine, running or not. */
export async function localHome(env: Record<string, string | undefined>): Promise<EraseHome> {
  const { table, media, running, close } = await openLocalHome(env);
  return {
    ports: { table, media: media(), versions: noVersions, now: Date.now, ulid: () => ulid() },
    reacts: running,
    close,
  };
}
