import { expect, test } from 'vitest';
import type { UploadDeclaration } from '../../ports/media-store/port.ts';
import { createMedia } from './media.ts';

const TENANT = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const ASSET = '01BX5ZZKBKACTAV9WEVGEMMVRZ';

const media = createMedia({
  store: {
    signUpload: async (declaration: UploadDeclaration) => ({
      url: `https://up/${declaration.key}`,
      method: 'PUT',
      headers: {
        'content-length': String(declaration.contentLength),
        'content-type': declaration.contentType,
      },
    }),
    signRead: async ({ key, expiresInSeconds }) => `https://read/${key}?for=${expiresInSeconds}`,
    head: async (key) => (key === `u/${TENANT}/${ASSET}` ? ({} as never) : null),
  },
  now: () => 0,
});

test('an upload is signed for what was declared, for a quarter of an hour', async () => {
  const request = { tenantId: TENANT, id: ASSET, contentType: 'image/png', size: 12, sha256: 'x' };
  expect(await media({ action: 'signUpload', ...request })).toEqual({
    url: `https://up/u/${TENANT}/${ASSET}`,
    method: 'PUT',
    headers: [
      { name: 'content-length', value: '12' },
      { name: 'content-type', value: 'image/png' },
    ],
    expiresAt: '1970-01-01T00:15:00.000Z',
  });
});

test('several requests are answered in their order', async () => {
  const variant = { key: 'd/x', width: 1, height: 2, contentType: 'image/webp' };
  const answers = await media([
    { action: 'uploaded', tenantId: TENANT, id: ASSET },
    { action: 'signVariants', variants: [variant] },
    { action: 'uploaded', tenantId: ASSET, id: TENANT },
  ]);
  expect(answers).toEqual([
    true,
    [{ url: 'https://read/d/x?for=900', width: 1, height: 2, contentType: 'image/webp' }],
    false,
  ]);
});
