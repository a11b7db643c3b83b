/** For which tenant a call is counted, as its line says. */
import { expect, it } from 'vitest';
import { noted, within } from '../../observability/telemetry.ts';
import { keepTold } from '../../observability/telemetry.testing.ts';
import { eventOf, restMirror } from './testing.ts';

const UID = '01J0000000000000000000000A';
const OTHER = '01J0000000000000000000000B';
const bearer = `Bearer e30.${Buffer.from(JSON.stringify({ uid: UID })).toString('base64url')}.signature`;
const { handler } = restMirror({
  portfolio: { data: { portfolio: { handle: 'hokusai', version: 1 } } },
  me: { data: { me: { uid: UID } } },
  project: { data: { project: { id: 'p1', version: 1 } } },
  page: { errors: [{ errorType: 'Forbidden', message: 'no' }] },
});

it.each([
  [
    'nobody who reads what is public, whatever the headers say',
    'GET /v1/portfolios/hokusai',
    true,
    undefined,
  ],
  ['the person of what is a person’s own, whatever tenant is named', 'GET /v1/me', true, UID],
  ['the tenant of which a membership was needed', 'GET /v1/projects/p1', true, OTHER],
  ['the person who names no tenant', 'GET /v1/projects/p1', false, UID],
  ['nobody who was refused', 'GET /v1/pages/p1', true, undefined],
])('is %s', async (_, line, named, tenantId) => {
  const headers = { authorization: bearer, ...(named && { 'x-tenant': OTHER }) };

  await within('rest', keepTold().telemetry, {}, async () => {
    await handler(eventOf(line, { headers }));
    expect(noted()['tenantId']).toBe(tenantId);
  });
});
