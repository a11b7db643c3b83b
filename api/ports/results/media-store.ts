/** Results as private objects of the media store, in either home: `e/<tenantId>/<name>.json`. */
import { resultKey } from '../media-store/keys.ts';
import { type MediaStore, PRIVATE_CACHE_CONTROL } from '../media-store/port.ts';
import type { Results } from './port.ts';

/** Objects that `forget` removes in one call. */
const AT_ONCE = 500;
const JSON_OBJECT = { contentType: 'application/json', cacheControl: PRIVATE_CACHE_CONTROL };

export function createResults(media: Pick<MediaStore, 'read' | 'write' | 'list' | 'remove'>): Results {
  return {
    async read(tenantId, name) {
      const object = await media.read(resultKey(tenantId, name));
      if (!object) return null;
      try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(object.bytes)) as unknown;
      } catch {
        return null;
      }
    },
    async write(tenantId, name, value) {
      await media.write(
        resultKey(tenantId, name),
        new TextEncoder().encode(JSON.stringify(value)),
        JSON_OBJECT,
      );
    },
    async forget(tenantId) {
      let keys: string[] = [];
      for await (const { key } of media.list(`e/${tenantId}/`)) {
        keys.push(key);
        if (keys.length < AT_ONCE) continue;
        await media.remove(keys);
        keys = [];
      }
      await media.remove(keys);
    },
  };
}
