/**
 * Runs a command against DynamoDB Local, AWS's own engine, fetched from Maven Central:
 *
 *   node infra/setup/dynamodb-local.mjs -- npx vitest run infra/local/dynamodb
 *
 * The engine runs in memory on a port that the system picks; DYNAMODB_ENDPOINT tells the command. Ends with the
 * command's exit code. Without Java 17, Maven or the network it says NOT RUN and ends with 0. DynamoDB Local has no
 * setting for the address it listens on: it listens on all of them while the command runs.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.DownloadingAndRunning.html
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs on Java 17. */
const VERSION = process.env.DYNAMODB_LOCAL_VERSION ?? '3.1.0';
const MAIN = 'software.amazon.dynamodb.services.local.main.ServerRunner';
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/dynamodb-local');
const FETCH_MS = 10 * 60_000;
const START_MS = 60_000;

const separator = process.argv.indexOf('--');
const command = separator === -1 ? [] : process.argv.slice(separator + 1);
if (command.length === 0) {
  console.error('Usage: node infra/setup/dynamodb-local.mjs -- <command> [argument...]');
  process.exit(2);
}

const reason = missingJava() ?? fetchEngine();
if (reason) {
  console.warn(`\nNOT RUN: ${command.join(' ')}\nNOT RUN: ${reason}\n`);
  process.exit(0);
}
process.exitCode = await runOnEngine();

/** @returns {string | undefined} why Java cannot be used */
function missingJava() {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (error) return 'Java is not installed (17 or later is needed).';
  const major = Number(/version "(\d+)/.exec(stderr)?.[1]);
  return major >= 17 ? undefined : `Java 17 or later is needed. Found: ${stderr.split('\n')[0]}`;
}

/** @returns {string | undefined} why the engine could not be fetched */
function fetchEngine() {
  if (existsSync(libraries())) return undefined;
  if (spawnSync('mvn', ['-version']).error) return 'Maven is not installed; it fetches DynamoDB Local.';
  const folder = join(CACHE, `${VERSION}.${process.pid}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>dynamodb-local</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>software.amazon.dynamodb</groupId><artifactId>DynamoDBLocal</artifactId><version>${VERSION}</version>
  </dependency></dependencies>
</project>
`,
  );
  console.log(`Fetching DynamoDB Local ${VERSION} from Maven Central`);
  const fetched = spawnSync(
    'mvn',
    // -U: what an earlier attempt could not fetch is asked for again.
    ['-q', '-B', '-U', 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime'],
    { cwd: folder, encoding: 'utf8', timeout: FETCH_MS },
  );
  if (fetched.status === 0 && !existsSync(libraries())) renameSync(join(folder, 'lib'), libraries());
  rmSync(folder, { recursive: true, force: true });
  if (fetched.status === 0) return undefined;
  const error =
    /\[ERROR\].*/.exec(fetched.stdout ?? '')?.[0] ?? fetched.error?.message ?? 'it gave no reason';
  return `Maven could not fetch DynamoDB Local ${VERSION}: ${error}`;
}

function libraries() {
  return join(CACHE, VERSION);
}

/** @returns {Promise<number>} the command's exit code */
async function runOnEngine() {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const engine = spawn(
    'java',
    [
      '-cp',
      join(libraries(), '*'),
      MAIN,
      '-inMemory',
      '-sharedDb',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [engine.stdout, engine.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-4000)));
  process.on('exit', () => engine.kill('SIGKILL'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

  if (!(await answers(endpoint, engine))) {
    console.error(`DynamoDB Local did not start:\n${output}`);
    return 1;
  }
  console.log(`DYNAMODB_ENDPOINT=${endpoint} (DynamoDB Local ${VERSION}, in memory)`);
  const [program, ...args] = command;
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: { ...process.env, DYNAMODB_ENDPOINT: endpoint },
  });
  const code = await new Promise((settle) => {
    child.once('error', (error) => {
      console.error(`${program} could not be run: ${error.message}`);
      settle(127);
    });
    child.once('close', (status) => settle(status ?? 1));
  });
  engine.kill('SIGKILL');
  return code;
}

/** Any answer will do: a plain GET is a bad request to it. */
async function answers(endpoint, engine) {
  for (let waited = 0; waited < START_MS && engine.exitCode === null; waited += 200) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return true;
    await sleep(200);
  }
  return false;
}

function freePort() {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => settle(port));
    });
  });
}
