/**
 * Runs a command against MiniStack, an emulator of AWS that others wrote, from PyPI:
 *
 *   node infra/testing/ministack/run.mjs -- node infra/aws/emulator/load.ts
 *
 * It listens on a free port of 127.0.0.1 and keeps nothing; AWS_ENDPOINT_URL, made-up credentials and the endpoints of
 * the contract suites tell the command. Ends with the command's exit code. Without Python or the package it says NOT RUN
 * and ends with 0. https://github.com/ministackorg/ministack
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pythonPackages } from '../python-packages.mjs';

/** A cold start on a busy machine. */
const START_MS = 120_000;

const separator = process.argv.indexOf('--');
const command = separator === -1 ? [] : process.argv.slice(separator + 1);
if (command.length === 0) {
  console.error('Usage: node infra/testing/ministack/run.mjs -- <command> [argument...]');
  process.exit(2);
}

const made = pythonPackages('ministack', 'infra/testing/ministack/requirements.txt');
if ('reason' in made) {
  console.warn(`\nNOT RUN: ${command.join(' ')}\nNOT RUN: ${made.reason}\n`);
  process.exit(0);
}
process.exitCode = await runBeside(made.bin);

/** @returns {Promise<number>} the command's exit code */
async function runBeside(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'ministack-'));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = spawn(join(bin, 'ministack'), [], {
    cwd: folder,
    env: {
      ...process.env,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
      TMPDIR: folder,
      LOG_LEVEL: 'WARNING',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-8000)));
  process.on('exit', () => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

  for (let waited = 0; waited < START_MS && server.exitCode === null; waited += 200) {
    if (await answers(endpoint)) {
      const code = await runCommand(endpoint);
      server.kill('SIGKILL');
      return code;
    }
    await sleep(200);
  }
  server.kill('SIGKILL');
  console.error(`MiniStack did not start:\n${output}`);
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

async function answers(endpoint) {
  try {
    return (await fetch(`${endpoint}/_ministack/health`)).ok;
  } catch {
    return false;
  }
}

function runCommand(endpoint) {
  console.log(`AWS_ENDPOINT_URL=${endpoint} (MiniStack)`);
  const [program, ...args] = command;
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      SFN_ENDPOINT: endpoint,
      EVENTBRIDGE_ENDPOINT: endpoint,
      SECRETS_MANAGER_ENDPOINT: endpoint,
      ATHENA_ENDPOINT: endpoint,
      S3_ENDPOINT: endpoint,
    },
  });
  return new Promise((settle) => {
    child.once('error', (error) => {
      console.error(`${program} could not be run: ${error.message}`);
      settle(127);
    });
    child.once('close', (status) => settle(status ?? 1));
  });
}
