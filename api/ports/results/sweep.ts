import type { MediaStore } from '../media-store/port.ts';

/** Days that a result is kept: what is missing is asked for again. On AWS a rule of the bucket sees to it. */
export const RESULT_DAYS = 180;

const DAY_MS = 86_400_000;
/** Objects that are removed in one call. */
const AT_ONCE = 500;

/** Removes results that are older. @returns how many */
export async function sweepResults(
  media: Pick<MediaStore, 'list' | 'remove'>,
  now: number,
  signal?: AbortSignal,
): Promise<number> {
  const before = now - RESULT_DAYS * DAY_MS;
  let old: string[] = [];
  let swept = 0;
  const remove = async (): Promise<void> => {
    await media.remove(old);
    swept += old.length;
    old = [];
  };
  for await (const { key, lastModified } of media.list('e/')) {
    if (signal?.aborted) return swept;
    if (lastModified.getTime() < before) old.push(key);
    if (old.length === AT_ONCE) await remove();
  }
  await remove();
  return swept;
}
