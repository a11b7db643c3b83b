/** What a write is answered when the disk is full. */
import { RestError } from '#api/functions/rest/rest-error.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Whether a write failed because there is no room for it on the disk, or not for this user. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && FULL.has(String(error.code));

/** 503: the request is good, and works once there is room. */
export const diskFull = (cause: unknown): RestError =>
  new RestError(
    'Unavailable',
    'The disk of this server is full, so nothing was stored. Free space on it, then send the request again.',
    { headers: { 'retry-after': '30' }, cause },
  );
