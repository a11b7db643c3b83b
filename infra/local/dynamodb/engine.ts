/**
 * DynamoDB on this machine: starts the embedded engine, or takes the one that DYNAMODB_ENDPOINT names.
 *
 * The engine (https://github.com/nubo-db/dynoxide) keeps tables and streams in one SQLite file in write-ahead mode
 * and syncs it to disk before it answers a write: an acknowledged write survives the end of every process, however
 * it comes. The engine has no setting that makes this weaker or stronger.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectionTo, type DynamoConnection } from './connection.ts';
import { engineBinary } from './engine-binary.ts';
import { endLeftEngine, removeEngineNote, writeEngineNote } from './engine-file.ts';
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts';
import { openStreamStorage } from './stream-storage.ts';

export interface EngineOptions {
  /** Folder of the platform's data; the engine's file lies in `dynamodb/` below it. */
  dataDir: string;
  /** An engine that runs already (`DYNAMODB_ENDPOINT`); none is started then. */
  endpoint?: string;
  log: (message: string) => void;
  /** Called when the engine ends without having been closed; `detail` is what it said last. */
  onExit?: (detail: string) => void;
}

export interface Engine extends DynamoConnection {
  /** Process id of the engine; absent for one that ran already. */
  pid?: number;
  /** Ends the engine that was started here and waits for it. */
  close(): Promise<void>;
}

/**
 * Runs the engine and ends it when standard input closes, which the system does when this process dies in any way.
 * The first line of output is the engine's process id.
 */
const SUPERVISOR = `exec 3<&0
"$@" 3<&- &
engine=$!
echo $engine
{ read -r _ <&3; kill -TERM $engine 2>/dev/null; } >/dev/null 2>&1 &
reader=$!
wait $engine
code=$?
kill $reader 2>/dev/null
exit $code`;

/** Between two batches of old stream records dropped. */
const TRIM_INTERVAL_MS = 60_000;
/** Time that the engine has to end in order before it is killed. */
const GRACE_MS = 3000;
/** Attempts to find a free port that nobody else takes before the engine does. */
const PORT_ATTEMPTS = 5;

/** Starts (or finds) the engine; resolves when it answers. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  if (options.endpoint) {
    const connection = connectionTo(options.endpoint);
    options.log(`DynamoDB: using ${connection.endpoint} (DYNAMODB_ENDPOINT)`);
    return { ...connection, close: () => Promise.resolve() };
  }
  const binary = engineBinary();
  const folder = resolve(options.dataDir, 'dynamodb');
  mkdirSync(folder, { recursive: true });
  const note = join(folder, 'engine.json');
  if (await endLeftEngine(note))
    options.log('DynamoDB: ended the engine that a killed process had left behind');

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const file = join(folder, 'tables.db');
    const started = await launch(binary, port, file);
    if ('failure' in started) {
      if (attempt < PORT_ATTEMPTS && started.failure.includes('already in use')) continue;
      throw new Error(`The DynamoDB engine did not start: ${started.failure}`);
    }
    const owner = identify(process.pid);
    if (owner) writeEngineNote(note, { engine: started.engine, binary, owner });
    const endStreamCare = careForStream(file, options.log);
    return supervise(started, connectionTo(`http://127.0.0.1:${port}`), note, options, endStreamCare);
  }
}

interface Launched {
  engine: ProcessIdentity;
  supervisor: ChildProcess;
  ended: Promise<void>;
  lastWords: () => string;
}

/**
 * Runs the engine in a process group of its own, so that Ctrl-C in a terminal reaches this process alone and the
 * engine outlives everything that still has to write.
 */
function launch(binary: string, port: number, file: string): Promise<Launched | { failure: string }> {
  const args = ['-c', SUPERVISOR, 'dynamodb-engine', binary, 'serve', '--host', '127.0.0.1'];
  const supervisor = spawn('/bin/sh', [...args, '--port', String(port), '--db-path', file], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const ended = new Promise<void>((done) => supervisor.once('close', () => done()));
  return new Promise((settle) => {
    const check = (): void => {
      const pid = Number.parseInt(stdout, 10);
      if (!stdout.includes('\n') || !stderr.includes('listening on')) return;
      const engine = identify(pid);
      if (engine) settle({ engine, supervisor, ended, lastWords: () => stderr.trim().slice(-500) });
    };
    supervisor.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      check();
    });
    supervisor.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-2000);
      check();
    });
    supervisor.stdin.on('error', () => undefined);
    supervisor.once('error', (error) => settle({ failure: error.message }));
    supervisor.once('close', (code) => settle({ failure: stderr.trim() || `it ended with code ${code}` }));
  });
}

/** Returns the end of it. */
function careForStream(file: string, log: (message: string) => void): () => void {
  const storage = openStreamStorage(file);
  if (!storage) {
    log(
      'DynamoDB: the layout of the engine is not known; its stream grows without bound and writes slow down',
    );
    return () => undefined;
  }
  const trim = (): void => {
    try {
      storage.trim(Math.floor(Date.now() / 1000));
    } catch (error) {
      log(`DynamoDB: old stream records stay for now: ${error}`);
    }
  };
  const timer = setInterval(trim, TRIM_INTERVAL_MS).unref();
  return () => {
    clearInterval(timer);
    storage.close();
  };
}

function supervise(
  launched: Launched,
  connection: DynamoConnection,
  note: string,
  options: EngineOptions,
  endStreamCare: () => void,
): Engine {
  let closing = false;
  void launched.ended.then(() => {
    endStreamCare();
    removeEngineNote(note);
    if (closing) return;
    const detail = launched.lastWords();
    options.log(`DynamoDB: the engine ended unexpectedly: ${detail}`);
    options.onExit?.(detail);
  });
  options.log(`DynamoDB: ${connection.endpoint}`);
  return {
    ...connection,
    pid: launched.engine.pid,
    async close() {
      closing = true;
      launched.supervisor.stdin?.end();
      await Promise.race([launched.ended, sleep(GRACE_MS, undefined, { ref: false })]);
      if (isRunning(launched.engine)) process.kill(launched.engine.pid, 'SIGKILL');
      await launched.ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? settle(address.port) : fail(new Error('no port')),
      );
    });
  });
}
