import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tidyTenant } from '#api/functions/tidy/tidy-tenant.ts';
import { uploadKey } from '#api/ports/media-store/keys.ts';
import { PLATFORM_TENANT, personKey } from '#api/resolvers/_lib/keys.ts';
import { erase, type ErasePorts, type FileVersions, isErased, look, tenantOfHandle } from './erase.ts';
import { type EraseHome, localHome } from './erase-home.ts';
import { readAsked, run } from './run.ts';

const OTHER = '01BX5ZZKBKACTAV9WEVGEMMVRZ';
const ASSET = '01BX5ZZKBKACTAV9WEVGEMMVS0';

let dataDir: string;
let home: EraseHome;
let ports: ErasePorts;
let tenantId: string;
let handle: string;
let tenants = 0;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'artissist-erase-'));
  home = await localHome({ ARTISSIST_DATA: dataDir });
});
afterAll(async () => {
  await home.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Versions of a store that keeps some: what is removed is noted. */
function versionsOf(kept: Record<string, number>): FileVersions {
  return {
    count: (prefix) => Promise.resolve(kept[prefix] ?? 0),
    remove(prefix) {
      delete kept[prefix];
      return Promise.resolve();
    },
  };
}

const item = (PK: string, SK: string, rest: object = {}) => ports.table.put({ PK, SK, ...rest });

beforeEach(async () => {
  ports = home.ports;
  tenants += 1;
  tenantId = `01BX5ZZKBKACTAV9WEVGEMM${String(tenants).padStart(3, '0')}`;
  handle = `artist-${tenants}`;
  const own = `TENANT#${tenantId}`;
  await item(own, 'PROFILE', { entity: 'profile', id: tenantId, tenantId, name: 'An artist', version: 3 });
  await item(own, 'PROJECT#1', { entity: 'project', id: '1', tenantId });
  await item(own, `PROJECT#1#ASSET#${ASSET}`, { entity: 'asset', id: ASSET, tenantId });
  await item(`PUBLIC#${tenantId}`, 'PROJECT#work', { tenantId });
  await item(`HANDLE#${handle}`, 'HANDLE', { tenantId, holder: tenantId });
  await item(`TENANT#${OTHER}`, `MEMBER#${tenantId}`, { person: personKey(tenantId), tenantId: OTHER });
  await ports.media.remove([]);
  await writeFile(uploadKey(tenantId, ASSET));
});

/** The local store writes; the port of an erasure only reads and removes. */
const writeFile = (key: string): Promise<void> =>
  (home.ports.media as unknown as { write: (...of: unknown[]) => Promise<void> }).write(
    key,
    new Uint8Array([1]),
    { contentType: 'image/png', cacheControl: 'no-store' },
  );

const reacting = { by: 'operator', pause: () => tidyTenant(ports, tenantId) };

describe('a look', () => {
  it('counts what stands, and changes nothing', async () => {
    const once = await look(ports, tenantId);
    const twice = await look(ports, tenantId);

    expect(once).toEqual({
      ...{ tenantId, profile: 'there', name: 'An artist' },
      ...{ items: 3, publicItems: 1, files: 1, olderVersions: 0, memberships: [OTHER] },
    });
    expect(twice).toEqual(once);
    expect(isErased(once)).toBe(false);
  });

  it('finds whose a handle is, and says of another that nobody had it', async () => {
    expect(await tenantOfHandle(ports.table, handle)).toBe(tenantId);
    await expect(tenantOfHandle(ports.table, 'nobody')).rejects.toThrow('Received: nobody, which nobody');
  });
});

describe('an erasure', () => {
  it('leaves the handle, other tenants’ own, and nothing else', async () => {
    const left = await erase(ports, tenantId, reacting);

    expect(left).toMatchObject({ profile: 'none', items: 0, publicItems: 0, files: 0 });
    expect(isErased(left)).toBe(true);
    expect(left.memberships).toEqual([OTHER]);
    expect(await tenantOfHandle(ports.table, handle)).toBe(tenantId);
  });

  it('is noted with who did it, as a deletion that all consumers hear of', async () => {
    const pause = async (): Promise<void> => {
      const profile = await ports.table.get({ PK: `TENANT#${tenantId}`, SK: 'PROFILE' });
      expect(profile).toMatchObject({ updatedBy: 'anna', updatedVia: 'operator', version: 4 });
      expect(profile?.deletedAt).toBeTypeOf('string');
      await reacting.pause();
    };

    expect(isErased(await erase(ports, tenantId, { by: 'anna', pause }))).toBe(true);
  });

  it('goes on where another was interrupted', async () => {
    const stopped = new Error('stopped');
    const first = erase(ports, tenantId, { by: 'operator', pause: () => Promise.reject(stopped) });
    await expect(first).rejects.toBe(stopped);
    expect(await look(ports, tenantId)).toMatchObject({ profile: 'deleted', items: 3 });

    expect(isErased(await erase(ports, tenantId, reacting))).toBe(true);
    expect(isErased(await erase(ports, tenantId, reacting))).toBe(true);
  });

  it('removes what was written after the profile was gone', async () => {
    await tidyAfterMark();
    await item(`TENANT#${tenantId}`, 'USAGE#2026-11', { tenantId });

    expect(isErased(await erase(ports, tenantId, reacting))).toBe(true);
  });

  it('removes older versions of its files, and of nobody else’s', async () => {
    const kept = { [`u/${tenantId}/`]: 2, [`d/${tenantId}/`]: 4, [`u/${OTHER}/`]: 1 };
    const with_ = { ...ports, versions: versionsOf(kept) };
    expect((await look(with_, tenantId)).olderVersions).toBe(6);

    const left = await erase(with_, tenantId, reacting);

    expect(left.olderVersions).toBe(0);
    expect(kept).toEqual({ [`u/${OTHER}/`]: 1 });
  });

  it('says so when the platform removes nothing', async () => {
    const still = erase(ports, tenantId, { by: 'operator', pause: () => Promise.resolve() });

    await expect(still).rejects.toThrow('do not become fewer: the consumer tidy stands still');
  });

  it('is refused for the tenant of the platform itself', async () => {
    await expect(erase(ports, PLATFORM_TENANT, reacting)).rejects.toThrow('cannot be erased');
  });

  const tidyAfterMark = async (): Promise<void> => {
    await erase(ports, tenantId, reacting);
  };
});

describe('the command', () => {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const asked = (...argv: string[]) => readAsked(['--tenant', tenantId, ...argv]);
  const { signal } = new AbortController();
  beforeEach(() => said.splice(0));

  it('shows first, and changes nothing', async () => {
    const code = await run(home, readAsked(['--handle', handle]), say, signal);

    expect([code, (await look(ports, tenantId)).profile]).toEqual([0, 'there']);
    expect(said).toEqual([
      `${tenantId} (An artist)`,
      '  3 items, 1 public ones, 1 files, 0 older versions of files',
      `  is a member of ${OTHER}: their owners remove it (removeMember)`,
      'Nothing was changed. With --really all of this is erased, and cannot be brought back from here.',
    ]);
  });

  it('asks for a platform where none runs that could remove', async () => {
    const code = await run(home, asked('--really'), say, signal);

    expect([code, (await look(ports, tenantId)).profile]).toEqual([1, 'there']);
    expect(said.at(-1)).toContain('npm start');
  });

  it('says that nothing is left of one that is gone', async () => {
    await erase(ports, tenantId, reacting);

    expect(await run(home, asked(), say, signal)).toBe(0);
    expect(said.at(-1)).toBe('Nothing is left of it.');
  });

  it.for([
    [[], 'either --tenant with an id or --handle. Received: neither.'],
    [['--tenant', OTHER, '--handle', 'merian'], 'Received: both.'],
    [['--tenant', 'merian'], '--tenant must be an id of 26 letters and digits, a ULID. Received: merian.'],
    [['--handle', '@merian'], '--handle must be a handle without @, such as merian. Received: @merian.'],
    [['--handle', 'a', '--by', ''], '--by must be a name'],
    [['--tenant', ''], '--tenant must be an id of 26 letters and digits, a ULID. Received: nothing.'],
    [['--forever'], "Unknown option '--forever'"],
  ] as const)('refuses %s with what to do', ([argv, problem]) => {
    expect(() => readAsked(argv)).toThrow(problem);
  });
});
