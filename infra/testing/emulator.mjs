/**
 * Runs a command beside an emulator of AWS from PyPI, which listens on a free port of 127.0.0.1 and keeps nothing.
 * AWS_ENDPOINT_URL and made-up credentials tell the command. The process ends with the command's exit code; where the
 * emulator cannot be had it says NOT RUN and ends with 75, and with 1 where it does not start.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pythonPackages } from './python-packages.mjs';

/** Of sysexits.h: it may work elsewhere. */
const NOT_HERE = 75;
/** A cold start on a busy machine. */
const START_MS = 120_000;
const LOOK_MS = 200;

/**
 * @typedef {object} Emulator
 * @property {string} name as people write it
 * @property {string} packages name of the folder of its packages, whose requirements stand beside its `run.mjs`
 * @property {string} program
 * @property {(port: number) => string[]} args
 * @property {(port: number, folder: string) => Record<string, string>} env
 * @property {string} health path that is answered once it has started
 * @property {(endpoint: string) => Record<string, string>} variables that aim suites at it
 */

/** @param {Emulator} emulator */
export async function runBeside(emulator) {
  const separator = process.argv.indexOf('--');
  const command = separator === -1 ? [] : process.argv.slice(separator + 1);
  if (command.length === 0) {
    console.error(`Usage: node infra/testing/${emulator.packages}/run.mjs -- <command> [argument...]`);
    process.exit(2);
  }
  const made = pythonPackages(emulator.packages, `infra/testing/${emulator.packages}/requirements.txt`);
  if ('reason' in made) {
    console.warn(`\nNOT RUN: ${command.join(' ')}\nNOT RUN: ${made.reason}\n`);
    process.exit(NOT_HERE);
  }
  process.exitCode = await runWith(emulator, made.bin, command);
}

/** @returns {Promise<number>} the command's exit code */
async function runWith({ name, packages, program, args, env, health, variables }, bin, command) {
  const folder = mkdtempSync(join(tmpdir(), `${packages}-`));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = spawn(join(bin, program), args(port), {
    cwd: folder,
    env: { ...process.env, ...env(port, folder) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  server.once('error', (error) => (output += error.message));
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-8000)));
  process.on('exit', () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

  for (let waited = 0; waited < START_MS && server.exitCode === null && server.pid; waited += LOOK_MS) {
    if (await answers(`${endpoint}${health}`)) {
      console.log(`AWS_ENDPOINT_URL=${endpoint} (${name})`);
      const code = await runCommand(command, {
        AWS_ENDPOINT_URL: endpoint,
        AWS_REGION: 'us-east-1',
        // Programs that came with it, such as the AWS CLI, where the machine has none.
        PATH: [process.env.PATH, bin].join(delimiter),
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        ...variables(endpoint),
      });
      server.kill('SIGKILL');
      return code;
    }
    await sleep(LOOK_MS);
  }
  server.kill('SIGKILL');
  console.error(`${name} did not start:\n${output}`);
  return 1;
}

function freePort() {
  return new Promise((settle, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => settle(port));
    });
  });
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

function runCommand([program, ...args], variables) {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...variables } });
  return new Promise((settle) => {
    child.once('error', (error) => {
      console.error(`${program} could not be run: ${error.message}`);
      settle(127);
    });
    child.once('close', (status) => settle(status ?? 1));
  });
}
