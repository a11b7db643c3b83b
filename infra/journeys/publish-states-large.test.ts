/** A work whose public document is larger than one answer of a query. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.remove());

const LOGS = 12;

test('a work of several megabytes is read whole, through the API and on its page', async () => {
  const token = await platform.signIn(DEMO);
  await publicProfile(platform, token, 'large');
  const body = (log: number): string => `log ${log} ${'é€'.repeat(25_000)}`;
  const { data } = await platform.graphql<{ createProject: { id: string } }>(
    token,
    'mutation { createProject(input: { title: "Large", slug: "large" }) { id } }',
  );
  const { id } = data!.createProject;
  for (let log = 0; log < LOGS; log += 1) {
    const { errors } = await platform.graphql(
      token,
      'mutation ($id: ID!, $input: CreateLogEntryInput!) { createLogEntry(projectId: $id, input: $input) { id } }',
      { id, input: { body: body(log), audience: 'PUBLIC', occurredAt: `2026-01-${10 + log}T00:00:00Z` } },
    );
    expect(errors).toBeUndefined();
  }

  const published = await platform.graphql(
    token,
    'mutation ($id: ID!) { publishProject(id: $id, expectedVersion: 1) { id } }',
    { id },
  );
  expect(published.errors).toBeUndefined();
  await platform.settled();

  const read = await platform.graphql<{ publicProject: { logs: Array<{ body: string }> } }>(
    null,
    '{ publicProject(handle: "large", slug: "large") { logs { body } } }',
  );
  expect(read.errors).toBeUndefined();
  const bodies = read.data!.publicProject.logs.map((log) => log.body);
  expect(bodies).toEqual(Array.from({ length: LOGS }, (_, at) => body(LOGS - 1 - at)));
  expect((await platform.page('/@large/large/')).html).toContain(body(LOGS - 1));
}, 60_000);
