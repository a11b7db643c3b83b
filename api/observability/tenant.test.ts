import { expect, it } from 'vitest';
import { ownTenantIn, personIn, tenantIn } from './tenant.ts';

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

it.each([
  ['the person where no tenant is named', { authorization: token({ uid: UID }) }, UID],
  ['the person who names themself', { authorization: token({ uid: UID }), 'x-tenant': UID }, UID],
  [
    'nobody where another tenant is named',
    { authorization: token({ uid: UID }), 'x-tenant': OTHER },
    undefined,
  ],
  ['nobody where only a tenant is named', { 'x-tenant': OTHER }, undefined],
])('without a look at memberships it is %s', (_, headers, tenantId) => {
  expect(ownTenantIn(headers)).toBe(tenantId);
});

it('the person is that of the token, whatever tenant is named', () => {
  expect(personIn({ authorization: `Bearer ${token({ uid: UID })}`, 'x-tenant': OTHER })).toBe(UID);
});
