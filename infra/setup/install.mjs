// @ts-check
/**
 * Sets up a clone so that the next program can run: the packages of the lock file, with Node 24 among them,
 * and with `--test` a Chromium for the browser journeys. Runs before `npm start` and `npm test`, on Node 20
 * and with no packages installed. Safe to interrupt, to repeat and to run twice at once; takes milliseconds
 * when there is nothing to do.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { chromiumAdvice, findChromium } from './chromium.mjs';
import { isInstalled, writeStamp } from './installed.mjs';
import { requiredMajor } from './required-node.mjs';
import { withProcessLock } from './process-lock.mjs';

const root = resolve(import.meta.dirname, '../..');
const bin = join(root, 'node_modules/.bin');

if (!isInstalled(root)) await installPackages();
if (process.argv.includes('--test') && findChromium() === undefined) await installChromium();

async function installPackages() {
  const onWait = (/** @type {number} */ pid) =>
    say(`another install is running (process ${pid}); waiting for it`);
  await withProcessLock(join(root, '.artissist/install.lock'), { onWait }, async () => {
    if (isInstalled(root)) return;
    say('installing the packages of package-lock.json with npm ci; about a minute the first time');
    const { command, args, env } = npm();
    // Development packages hold Node itself, so NODE_ENV=production must not leave them out.
    const code = await run(
      command,
      [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      env,
    );
    if (code !== 0) giveUp(code);
    const version = installedNodeVersion();
    if (Number(version?.split('.')[0]) < requiredMajor || version === undefined) {
      fail(
        `npm ci ended well, but node_modules/.bin/node is not Node ${requiredMajor} (received: ${version ?? 'nothing that runs'}).`,
        'Were install scripts switched off? Run `npm config get ignore-scripts`; it must say false.',
        `Or install Node ${requiredMajor} on this machine, and run the same command again.`,
      );
    }
    writeStamp(root);
    say(`packages installed; programs run on Node ${version}`);
  });
}

/** The npm that started this script, else the one on the PATH, run by a Node outside the folder it replaces. */
function npm() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => resolve(folder) !== bin);
  const env = { ...process.env, PATH: folders.join(delimiter) };
  const cli = process.env.npm_execpath;
  if (!cli?.endsWith('npm-cli.js') || !existsSync(cli)) return { command: 'npm', args: [], env };
  const node = process.env.npm_node_execpath;
  const isOutside = node !== undefined && existsSync(node) && !node.startsWith(join(root, 'node_modules'));
  return { command: isOutside ? node : 'node', args: [cli], env };
}

function installedNodeVersion() {
  const answer = spawnSync(join(bin, 'node'), ['-p', 'process.versions.node'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

async function installChromium() {
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (process.env.CHROMIUM === undefined && hasApt && (isRoot || process.env.CI === 'true')) {
    say('installing Chromium with apt-get for the browser journeys');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const sudo = isRoot ? [] : ['sudo', '-n'];
    await aptGet(sudo, ['update'], env);
    await aptGet(sudo, ['install', '-y', '--no-install-recommends', 'chromium'], env);
    if (findChromium() !== undefined) return;
  }
  const line = '='.repeat(72);
  console.error(
    [
      line,
      'NOT RUN: browser journeys (infra/journeys): no Chromium was found.',
      `To run them: ${chromiumAdvice()}`,
      line,
    ].join('\n'),
  );
}

/**
 * @param {string[]} sudo
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function aptGet(sudo, args, env) {
  const [command, ...rest] = [...sudo, 'apt-get', '-q', ...args];
  const code = await run(String(command), rest, env);
  if (code !== 0) say(`apt-get ${args.join(' ')} ended with code ${code}`);
}

/**
 * Runs a command with its output shown and a line every ten seconds, and passes interruptions on to it.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
function run(command, args, env) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    const started = Date.now();
    const progress = setInterval(
      () => say(`still at it (${Math.round((Date.now() - started) / 1000)} s)`),
      10_000,
    );
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    const interrupted = (/** @type {NodeJS.Signals} */ signal) => {
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), 5_000);
      child.once('close', () => {
        say('interrupted; run the same command again to go on');
        process.exit(130);
      });
    };
    for (const signal of signals) process.once(signal, interrupted);
    const end = (/** @type {number} */ code) => {
      clearInterval(progress);
      for (const signal of signals) process.off(signal, interrupted);
      done(code);
    };
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** @param {number} code */
function giveUp(code) {
  fail(
    `npm ci failed (exit code ${code}); its own message is above. Nothing is kept of a failed install.`,
    '- no network, or a registry that does not answer: `npm ping` tells; then run the same command again',
    '- "Missing: ... from lock file" or "not in sync": run `npm run lock` and commit package-lock.json',
    '- no space left: an install takes about 1 GB (`df -h .`)',
  );
}

/** @param {string[]} lines */
function fail(...lines) {
  console.error(lines.join('\n'));
  process.exit(1);
}

/** @param {string} text */
function say(text) {
  console.log(`[setup] ${text}`);
}
