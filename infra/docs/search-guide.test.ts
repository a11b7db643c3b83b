import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restMirror } from '#api/functions/rest/testing.ts';

const guide = readFileSync(join(import.meta.dirname, '../../content/docs/search.md'), 'utf8');

it('says of how long a found answer may be kept what is sent with it', async () => {
  const { send } = restMirror({ search: { data: { search: { items: [], next: null } } } });

  const { headers } = await send('GET /v1/search?text=wave', {});

  expect(guide).toContain(`\`Cache-Control: ${headers['cache-control'] ?? 'none'}\``);
});
