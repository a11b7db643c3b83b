import { randomUUID } from 'node:crypto';

/** The first of the given ids that may stand in a header and a log, else a new one. */
export function requestIdFrom(...given: readonly (string | undefined)[]): string {
  return given.find((id) => id !== undefined && /^[A-Za-z0-9-]{8,64}$/.test(id)) ?? randomUUID();
}
