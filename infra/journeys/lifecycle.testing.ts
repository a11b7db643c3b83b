/** The platform as a process of its own, as `npm start` runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Demo } from '../local/demo.ts';
import { ROOT } from '../local/settings.ts';

/** How a process ended. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Process {
  child: ChildProcess;
  /** Resolves to the address in the ready line. Rejects with what it said when it ends before. */
  ready: Promise<string>;
  ended: Promise<Ending>;
  stdout(): string;
  stderr(): string;
}

/** A folder for a platform's data, and its end. */
export function dataFolder(): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'artissist-life-'));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** Runs the platform without samples on a port that the system picks, unless told otherwise. */
export function runPlatform(dataDir: string, env: Record<string, string> = {}): Process {
  const child = spawn(process.execPath, ['infra/local/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', ARTISSIST_SAMPLES: 'off', ARTISSIST_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const url = /^ready (http:\S+) in .*$/m.exec(stdout)?.[1];
      if (url) resolve(url);
    });
    child.once('close', (code, signal) =>
      reject(new Error(`It ended with ${String(code ?? signal)}: ${stderr}${stdout}`)),
    );
  });
  // Some tests only look at how it ends.
  ready.catch(() => undefined);
  return { child, ready, ended, stdout: () => stdout, stderr: () => stderr };
}

export const readDemo = (dataDir: string): Demo =>
  JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as Demo;

/** Process id of the engine that a platform on this folder started. */
export const enginePid = (dataDir: string): number =>
  (JSON.parse(readFileSync(join(dataDir, 'dynamodb/engine.json'), 'utf8')) as { engine: { pid: number } })
    .engine.pid;
