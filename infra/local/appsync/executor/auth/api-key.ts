import { createHash, timingSafeEqual } from 'node:crypto';
import type { ApiKey } from '../options.ts';

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** A check for API keys: the key is known and has not ended. It takes the same time for every wrong key. */
export function createApiKeyCheck(keys: readonly ApiKey[], now: () => number): (key: string) => boolean {
  const known = keys.map(({ value, expires }) => ({
    digest: digest(value),
    endsAt: expires === undefined ? Infinity : expires * 1000,
  }));
  return (key) => {
    const given = digest(key);
    return known.some((row) => timingSafeEqual(row.digest, given) && now() < row.endsAt);
  };
}
