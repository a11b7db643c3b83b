/** Uploads that take for ever to draw harm nobody but themselves. */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { filters, nestedUses, slow } from '#api/functions/process-asset/svg-bombs.testing.ts';
import { must, picture } from './isolation-tenant.testing.ts';
import { dataFolder, readDemo, runPlatform } from './lifecycle.testing.ts';
import {
  DEMO,
  MEMBER,
  publicProfile,
  startTestPlatform,
  type Answer,
  type TestPlatform,
} from './platform.testing.ts';
import { assetNow, uploaded } from './uploads-file.testing.ts';

const PATIENCE_MS = 300_000;
const SVG = { contentType: 'image/svg+xml' };

type Spoken = Pick<TestPlatform, 'graphql'>;

const project = async (platform: Spoken, token: string): Promise<string> =>
  (await must(platform, token, 'mutation{made:createProject(input:{title:"Work"}){id version}}')).made!.id;

/** Ids of the processes that draw for a platform. */
const drawing = (platform: number): string[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, ...args]) => parent === String(platform) && args.join(' ').includes('draw-image.child'),
    )
    .map(([pid = '']) => pid);

const isThere = (pid: string): boolean => {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
};

test(
  'they fail with a reason, while pictures of others are processed and public media is read',
  async () => {
    const platform = await startTestPlatform();
    const [hostile, other] = [await platform.signIn(DEMO), await platform.signIn(MEMBER)];
    await publicProfile(platform, hostile, 'amsel');
    await publicProfile(platform, other, 'drossel');
    const [bombed, work] = [await project(platform, hostile), await project(platform, other)];
    await uploaded(platform, other, work, await picture('#123456'));
    await platform.settled();
    await must(platform, other, 'mutation($id:ID!){made:publishProject(id:$id,expectedVersion:1){id}}', {
      id: work,
    });
    await platform.settled();
    const shown = (await (
      await platform.rest(null, 'GET', '/v1/portfolios/drossel/projects/work')
    ).json()) as {
      images: Array<{ variants: Array<{ url: string }> }>;
    };
    const [{ url } = { url: '' }] = shown.images[0]?.variants ?? [];

    const bombs: string[] = [];
    for (const bytes of [slow, nestedUses, slow, filters]) {
      bombs.push(await uploaded(platform, hostile, bombed, bytes, SVG));
    }
    const id = await uploaded(platform, other, work, await picture('#654321'));
    while (drawing(process.pid).length === 0) await sleep(20);

    const reads = Array.from({ length: 20 }, () => fetch(new URL(url, platform.url)));
    for (const read of await Promise.all(reads)) expect(read.status).toBe(200);
    expect(await (await fetch(`${platform.url}/health`)).json()).toMatchObject({ status: 'up' });
    await platform.settled();
    expect(await assetNow(platform, other, work, id)).toMatchObject({ status: 'READY', problem: null });
    for (const bomb of bombs) {
      const asset = await assetNow(platform, hostile, bombed, bomb);
      expect(asset).toMatchObject({ status: 'FAILED', variants: [] });
      expect(asset.problem).toMatch(/Use fewer|Upload a simpler one/);
    }
    expect(platform.events.bus.deadLetters('process-asset')).toEqual([]);
    await platform.remove();
  },
  PATIENCE_MS,
);

test(
  'an interrupt ends the platform and what it draws',
  async () => {
    const folder = dataFolder();
    const { child, ready, ended } = runPlatform(folder.dataDir);
    try {
      const url = await ready;
      const { token } = readDemo(folder.dataDir);
      const platform: Spoken = {
        async graphql<T>(credential: string | null, query: string, variables = {}) {
          const response = await fetch(`${url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: credential ?? '' },
            body: JSON.stringify({ query, variables }),
          });
          return (await response.json()) as Answer<T>;
        },
      };
      const projectId = await project(platform, token);
      for (const bytes of [slow, slow]) await uploaded(platform, token, projectId, bytes, SVG);
      const pid = child.pid ?? 0;
      while (drawing(pid).length < 2) await sleep(20);
      const pids = drawing(pid);

      child.kill('SIGINT');

      expect(await ended).toEqual({ code: 0, signal: null });
      while (pids.some(isThere)) await sleep(20);
    } finally {
      child.kill('SIGKILL');
      await ended;
      folder.remove();
    }
  },
  PATIENCE_MS,
);
