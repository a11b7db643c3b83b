import { expect, it } from 'vitest';
import { tenantIn } from './tenant.ts';

const UID = '01J0000000000000000000000A';
const OTHER = '01J0000000000000000000000B';
const token = (payload: object): string =>
  `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.signature`;

it.each([
  ['the person of an access token', { authorization: `Bearer ${token({ uid: UID })}` }, UID],
  ['the tenant that is named', { authorization: token({ uid: UID }), 'x-tenant': OTHER }, OTHER],
  [
    'nobody where a name is none',
    { authorization: token({ uid: UID }), 'x-tenant': 'Harbour at dusk' },
    undefined,
  ],
  ['nobody of a personal token', { authorization: 'art_0123456789' }, undefined],
  ['nobody of a token without a person', { authorization: token({ uid: 'Harbour' }) }, undefined],
  ['nobody of nonsense', { authorization: 'a.b.c' }, undefined],
  ['nobody of nothing', {}, undefined],
])('is %s', (_, headers, tenantId) => {
  expect(tenantIn(headers)).toBe(tenantId);
});
