import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, expect, it } from 'vitest';
import { resultKey } from '../media-store/keys.ts';
import { createLocalMediaStore } from '../media-store/local.ts';
import { createResults } from './media-store.ts';
import { nameOf } from './question.ts';
import { RESULT_DAYS, sweepResults } from './sweep.ts';

const dir = mkdtempSync(join(tmpdir(), 'sweep-'));
const media = createLocalMediaStore({ dir, origin: 'http://localhost', secret: 's'.repeat(32) });
const results = createResults(media);
afterAll(() => rmSync(dir, { recursive: true }));
const DAY_MS = 86_400_000;
const name = (input: string) => nameOf({ model: 'm', promptVersion: '1', input });

it('removes results that nobody has written for so long, of every tenant, and nothing else', async () => {
  const [one, two] = [ulid(), ulid()];
  for (const tenant of [one, two]) {
    await results.write(tenant, name('old'), 1);
    await results.write(tenant, name('new'), 2);
  }
  const upload = `u/${one}/${ulid()}`;
  await media.write(upload, new Uint8Array([1]), { contentType: 'image/png', cacheControl: 'private' });
  const now = Date.now() + RESULT_DAYS * DAY_MS + 60_000;
  for (const tenant of [one, two]) await results.write(tenant, name('new'), 2);
  const later = new Date(now - DAY_MS);
  const fresh = await pathsOf([one, two].map((tenant) => resultKey(tenant, name('new'))));
  for (const path of fresh) utimesSync(path, later, later);

  const swept = await sweepResults(media, now);

  expect(swept).toBe(2);
  expect([await results.read(one, name('old')), await results.read(two, name('new'))]).toEqual([null, 2]);
  expect(await media.head(upload)).not.toBeNull();
  expect(await sweepResults(media, now)).toBe(0);
});

/** Files of these keys, wherever the store keeps them. */
async function pathsOf(keys: string[]): Promise<string[]> {
  const { readdir } = await import('node:fs/promises');
  const all = await readdir(dir, { recursive: true });
  return keys.flatMap((key) => all.filter((path) => path.endsWith(key)).map((path) => join(dir, path)));
}
