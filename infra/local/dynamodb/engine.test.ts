import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { table } from '#infra/table.ts';
import { connectionTo } from './connection.ts';
import { ensureTable } from './create-table.ts';
import { engineBinary } from './engine-binary.ts';
import { endLeftEngine, writeEngineNote } from './engine-file.ts';
import { startEngine, type Engine } from './engine.ts';
import { identify, isRunning } from './process-identity.ts';

let dataDir: string;
const open: Engine[] = [];
const log = (): void => undefined;

async function start(extra: { onExit?: (detail: string) => void } = {}): Promise<Engine> {
  const engine = await startEngine({ dataDir, log, ...extra });
  open.push(engine);
  return engine;
}

const clientOf = (engine: Engine): DynamoDBClient => new DynamoDBClient(engine);
const get = async (engine: Engine, id: string) =>
  (
    await clientOf(engine).send(
      new GetItemCommand({ TableName: table.name, Key: { PK: { S: id }, SK: { S: 'x' } } }),
    )
  ).Item;
const put = (engine: Engine, id: string) =>
  clientOf(engine).send(
    new PutItemCommand({ TableName: table.name, Item: { PK: { S: id }, SK: { S: 'x' } } }),
  );

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'engine-'));
});
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the engine', () => {
  test('keeps what was written after it was closed and started again', async () => {
    const first = await start();
    await ensureTable(clientOf(first), table);
    await put(first, 'a');
    await first.close();

    const second = await start();

    expect(await get(second, 'a')).toBeDefined();
    expect(identify(first.pid!)).toBeUndefined();
  });

  test('says so when it ends without having been closed, and keeps what was acknowledged', async () => {
    let ended!: (detail: string) => void;
    const exit = new Promise<string>((settle) => (ended = settle));
    const first = await start({ onExit: ended });
    await ensureTable(clientOf(first), table);
    await put(first, 'a');

    process.kill(first.pid!, 'SIGKILL');
    await exit;

    expect(await get(await start(), 'a')).toBeDefined();
  });

  test('is ended also when what watches over it is gone', async () => {
    const engine = await start();
    const watcher = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${engine.pid}/status`, 'utf8'))![1]);
    process.kill(watcher, 'SIGKILL');

    await engine.close();

    expect(identify(engine.pid!)).toBeUndefined();
  });

  test('refuses a data folder that a running process uses', async () => {
    await start();

    await expect(startEngine({ dataDir, log })).rejects.toThrow(`in use by process ${process.pid}`);
  });

  test('loses no acknowledged write when everything is killed, and leaves no process behind', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, 'engine.crash.ts'), dataDir, String(round)],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      const left = new Promise<void>((settle) => child.once('close', () => settle()));
      let rest = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop()!;
        acknowledged.push(...lines);
        if (acknowledged.length < 40 * (round + 1)) return;
        child.kill('SIGKILL');
        if (round > 0) killEngine();
      });
      await left;
    }

    const engine = await start();

    for (const line of acknowledged) expect(await get(engine, line.slice(3)), line).toBeDefined();
    expect(acknowledged.length).toBeGreaterThanOrEqual(120);
  });

  test('an engine whose parent was killed ends by itself', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'engine.crash.ts'), dataDir, '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((settle) => child.stdout.once('data', settle));
    const pid = enginePid();
    const engine = identify(pid)!;

    child.kill('SIGKILL');

    while (isRunning(engine)) await sleep(10);
    expect(identify(pid)?.started).not.toBe(engine.started);
  });
});

const enginePid = (): number =>
  (JSON.parse(readFileSync(join(dataDir, 'dynamodb/engine.json'), 'utf8')) as { engine: { pid: number } })
    .engine.pid;

/** The engine may be gone already. */
function killEngine(): void {
  try {
    process.kill(enginePid(), 'SIGKILL');
  } catch {
    return;
  }
}

describe('the note of an engine', () => {
  const self = identify(process.pid)!;
  test.each([
    ['of another program', { engine: self, binary: '/no/such/program', owner: self }],
    [
      'that started at another time',
      { engine: { pid: process.pid, started: '1' }, binary: process.execPath, owner: self },
    ],
    ['that is gone', { engine: { pid: 2 ** 30, started: '1' }, binary: process.execPath, owner: self }],
  ])('with the id of a process %s ends nobody', async (_what, note) => {
    const file = join(dataDir, 'engine.json');
    writeEngineNote(file, note);

    const ended = await endLeftEngine(file);

    expect(ended).toBe(false);
    expect(existsSync(file)).toBe(false);
  });

  test('that was left by a killed process ends its engine', async () => {
    const idle = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
    const over = new Promise((settle) => idle.once('close', (_code, signal) => settle(signal)));
    const file = join(dataDir, 'engine.json');
    const owner = { pid: process.pid, started: '1' };
    writeEngineNote(file, { engine: identify(idle.pid!)!, binary: process.execPath, owner });

    const ended = await endLeftEngine(file);

    expect(ended).toBe(true);
    expect(await over).toBe('SIGTERM');
  });
});

describe('a system without the engine', () => {
  test('is told what else there is', () => {
    expect(() => engineBinary('plan9', 'mips')).toThrow(
      /npm package @dynoxide\/plan9-mips.*DYNAMODB_ENDPOINT=http:\/\/127\.0\.0\.1:8000/,
    );
  });
});

describe('an engine that runs elsewhere', () => {
  test.each([
    ['http://127.0.0.1:8000/', 'http://127.0.0.1:8000', 'http://127.0.0.1:8000', 'local'],
    [
      'https://dynamodb.eu-west-1.amazonaws.com',
      'https://dynamodb.eu-west-1.amazonaws.com',
      'https://streams.dynamodb.eu-west-1.amazonaws.com',
      undefined,
    ],
  ])('%s is reached as it is', (given, endpoint, streamsEndpoint, accessKeyId) => {
    const connection = connectionTo(given);

    expect(connection).toMatchObject({ endpoint, streamsEndpoint });
    expect(connection.credentials?.accessKeyId).toBe(accessKeyId);
  });

  test('an address that is none is refused with what was received', () => {
    expect(() => connectionTo('localhost')).toThrow('Received: localhost');
  });
});
