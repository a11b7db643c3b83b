/** An operator erases a tenant beside a running platform, by the command. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOf, storedItems, tableClient } from './isolation-table.testing.ts';
import { must, picture } from './isolation-tenant.testing.ts';
import { DEMO, MEMBER, publicProfile, startTestPlatform, type TestPlatform } from './platform.testing.ts';
import { uploaded } from './uploads-file.testing.ts';

const run = promisify(execFile);
const ERASE = fileURLToPath(new URL('../erase/main.ts', import.meta.url));

let platform: TestPlatform;
let token: string;
let tenantId: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  token = await platform.signIn(DEMO);
  tenantId = await publicProfile(platform, token, 'lerche');
  const { made } = await must(
    platform,
    token,
    'mutation{made:createProject(input:{title:"Work"}){id version}}',
  );
  await uploaded(platform, token, made!.id, await picture('#334455'));
  await must(platform, token, 'mutation($id:ID!){publishProject(id:$id,expectedVersion:1){id}}', {
    id: made!.id,
  });
  await publicProfile(platform, await platform.signIn(MEMBER), 'fink');
  await platform.settled();
});
afterAll(() => platform.remove());

const erase = (...flags: string[]): Promise<{ stdout: string }> =>
  run(process.execPath, [ERASE, ...flags], { env: { ...process.env, ARTISSIST_DATA: platform.dataDir } });

test('erases one tenant, pages and files included, and no other', async () => {
  const shown = await erase('--handle', 'lerche');
  expect(shown.stdout).toMatch(new RegExp(`^${tenantId} \\(Artist lerche\\)`));
  expect(shown.stdout).toContain('Nothing was changed.');
  expect((await platform.page('/@lerche/work/')).status).toBe(200);

  const erased = await erase('--tenant', tenantId, '--really');
  await platform.settled();

  expect(erased.stdout).toMatch(/0 items, 0 public ones, 0 files, 0 older versions of files\nErased\.\n$/);
  const client = tableClient(platform);
  const left = (await storedItems(client)).filter((item) => JSON.stringify(item).includes(tenantId));
  client.destroy();
  expect(left.map(keyOf)).toEqual(['HANDLE#lerche HANDLE']);
  expect((await platform.page('/@lerche/work/')).status).toBe(404);
  expect((await platform.page('/@fink/')).status).toBe(200);
  const again = await erase('--handle', 'lerche');
  expect(again.stdout).toContain('Nothing is left of it.');
});
