import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromiumAdvice, findChromium } from './chromium.mjs';
import { isInstalled, writeStamp } from './installed.mjs';
import { addMissingOptionals, platformOf } from './optional-platforms.mjs';
import { withProcessLock } from './process-lock.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: unknown) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(content));
}

describe('what is installed', () => {
  const node = { 'node_modules/node': { version: '24.0.0', integrity: 'a' } };
  const other = { 'node_modules/other': { version: '1.0.0', optional: true } };
  function lock(packages: object) {
    write('package-lock.json', { packages: { '': {}, ...packages } });
  }
  function installed(packages: object) {
    write('node_modules/node/package.json', {});
    write('node_modules/.package-lock.json', { packages });
  }

  it('is nothing on a fresh clone', () => {
    lock(node);
    expect(isInstalled(folder)).toBe(false);
  });

  it('fits when the stamp is that of the lock file', () => {
    lock(node);
    write('node_modules/node/package.json', {});
    writeStamp(folder);
    expect(isInstalled(folder)).toBe(true);

    lock({ ...node, 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(folder)).toBe(false);
  });

  it("fits without a stamp when npm's own record has the same packages, and leaves a stamp", () => {
    lock({ ...node, ...other });
    installed(node);
    expect(isInstalled(folder)).toBe(true);
    expect(existsSync(join(folder, 'node_modules/.artissist-lock'))).toBe(true);
  });

  it.each([
    ['a package is missing', {}, node],
    ['a version differs', { 'node_modules/node': { version: '24.1.0', integrity: 'a' } }, node],
    ['a package is left over', { ...node, 'node_modules/old': { version: '1.0.0' } }, node],
  ])('does not fit when %s', (_, present, wanted) => {
    lock(wanted);
    installed(present);
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('the process lock', () => {
  const options = { onWait: () => undefined, pollMs: 1 };

  it('lets one in at a time', async () => {
    const path = join(folder, 'a.lock');
    const events: string[] = [];
    const work = (name: string) => () =>
      new Promise<void>((done) => {
        events.push(`${name} in`);
        setImmediate(() => {
          events.push(`${name} out`);
          done();
        });
      });
    await Promise.all([withProcessLock(path, options, work('a')), withProcessLock(path, options, work('b'))]);

    expect(events).toEqual(['a in', 'a out', 'b in', 'b out']);
    expect(existsSync(path)).toBe(false);
  });

  it('is taken over from a process that has died', async () => {
    const path = join(folder, 'a.lock');
    writeFileSync(path, String(spawnSync(process.execPath, ['-e', '']).pid));

    expect(await withProcessLock(path, options, () => Promise.resolve(readFileSync(path, 'utf8')))).toBe(
      String(process.pid),
    );
  });

  it('waits for a process that lives, and says for which', async () => {
    const path = join(folder, 'a.lock');
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    writeFileSync(path, String(holder.pid));
    const waitedFor: number[] = [];
    const onWait = (pid: number) => {
      waitedFor.push(pid);
      holder.kill('SIGKILL');
    };
    await withProcessLock(path, { onWait, pollMs: 1 }, () => Promise.resolve());

    expect(waitedFor).toEqual([holder.pid]);
  });

  it('is released when the work fails', async () => {
    const path = join(folder, 'a.lock');
    await expect(withProcessLock(path, options, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(path)).toBe(false);
  });
});

describe('the lock file for every platform', () => {
  it.each([
    ['@pagefind/windows-x64', { os: ['win32'], cpu: ['x64'] }],
    ['@astrojs/compiler-binding-linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'] }],
    ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
    ['fsevents', {}],
  ])('reads the platform of %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it('gains the optional packages that the registry did not have', () => {
    const packages = {
      'node_modules/a': { version: '2.0.0', optionalDependencies: { 'a-linux-x64': '2.0.0' } },
    };
    expect(addMissingOptionals(packages)).toEqual(['a-linux-x64@2.0.0']);
    expect(packages).toHaveProperty(['node_modules/a-linux-x64'], {
      version: '2.0.0',
      cpu: ['x64'],
      optional: true,
      os: ['linux'],
    });
    expect(addMissingOptionals(packages)).toEqual([]);
  });

  it('puts a second version below the package that asks for it', () => {
    const packages = {
      'node_modules/a': { version: '2.0.0', optionalDependencies: { 'a-linux-x64': '2.0.0' } },
      'node_modules/a-linux-x64': { version: '1.0.0' },
    };
    addMissingOptionals(packages);
    expect(packages).toHaveProperty(['node_modules/a/node_modules/a-linux-x64', 'version'], '2.0.0');
  });

  it('refuses a range, which it cannot lock unseen', () => {
    const packages = { 'node_modules/a': { version: '2.0.0', optionalDependencies: { b: '^1.0.0' } } };
    expect(() => addMissingOptionals(packages)).toThrow('Received: "^1.0.0"');
  });
});

describe('Chromium', () => {
  const machine = (env: Record<string, string>, ...files: string[]) => ({
    env,
    exists: (path: string) => files.includes(path),
  });

  it.each([
    ['on the PATH', machine({ PATH: '/a:/b' }, '/b/chromium'), '/b/chromium'],
    ['in a usual place', machine({}, '/usr/bin/google-chrome'), '/usr/bin/google-chrome'],
    [
      'where CHROMIUM says',
      machine({ CHROMIUM: '/c/chrome', PATH: '/b' }, '/b/chromium', '/c/chrome'),
      '/c/chrome',
    ],
    ['nowhere', machine({ PATH: '/a' }), undefined],
    [
      'nowhere else than CHROMIUM says',
      machine({ CHROMIUM: '/c/chrome', PATH: '/b' }, '/b/chromium'),
      undefined,
    ],
  ])('is found %s', (_, at, path) => {
    expect(findChromium(at)).toBe(path);
  });

  it('is asked for in words that name the mistake', () => {
    expect(chromiumAdvice({ CHROMIUM: '/c/chrome' })).toContain('received: /c/chrome');
    expect(chromiumAdvice({})).toContain('apt-get install chromium');
  });
});
