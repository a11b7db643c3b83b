import { afterEach, beforeEach, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from './store.ts';
import type { Store } from './store.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artissist-store-'));
  store = openStore(join(folder, 'state.sqlite'));
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true, force: true });
});

test('what was written is found under its model only, also after the store was opened again', async () => {
  await store.adapter('Session').upsert('a', { uid: 'u', accountId: 'x' }, 60);
  store.close();
  store = openStore(join(folder, 'state.sqlite'));

  expect(await store.adapter('Session').find('a')).toEqual({ uid: 'u', accountId: 'x' });
  expect(await store.adapter('Session').findByUid('u')).toEqual({ uid: 'u', accountId: 'x' });
  expect(await store.adapter('Interaction').find('a')).toBeUndefined();
  expect(await store.adapter('Interaction').findByUid('u')).toBeUndefined();
});

test('consuming marks the payload and keeps the rest', async () => {
  await store.adapter('AuthorizationCode').upsert('c', { grantId: 'g' }, 60);

  await store.adapter('AuthorizationCode').consume('c');

  expect(await store.adapter('AuthorizationCode').find('c')).toEqual({
    grantId: 'g',
    consumed: expect.any(Number),
  });
});

test('revoking a grant removes every token and code under it, and nothing else', async () => {
  await store.adapter('RefreshToken').upsert('r', { grantId: 'g' }, 60);
  await store.adapter('AuthorizationCode').upsert('c', { grantId: 'g' }, 60);
  await store.adapter('RefreshToken').upsert('other', { grantId: 'h' }, 60);
  await store.adapter('Interaction').upsert('i', { grantId: 'g' }, 60);

  await store.adapter('RefreshToken').revokeByGrantId('g');

  expect(await store.adapter('RefreshToken').find('r')).toBeUndefined();
  expect(await store.adapter('AuthorizationCode').find('c')).toBeUndefined();
  expect(await store.adapter('RefreshToken').find('other')).toEqual({ grantId: 'h' });
  expect(await store.adapter('Interaction').find('i')).toEqual({ grantId: 'g' });
});

test('what has expired is swept out by a later write', async () => {
  await store.adapter('Session').upsert('old', { uid: 'old' }, -60);
  await store.adapter('Session').upsert('new', { uid: 'new' }, 60);
  store.close();
  store = openStore(join(folder, 'state.sqlite'));

  await store.adapter('Session').upsert('next', { uid: 'next' }, 60);

  expect(await store.adapter('Session').find('old')).toBeUndefined();
  expect(await store.adapter('Session').find('new')).toEqual({ uid: 'new' });
});
