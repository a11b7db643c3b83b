/** `npm start`'s program in a process of its own, with the samples. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { ROOT } from '#infra/local/settings.ts';

/** A program that is ready. */
export interface Program {
  url: string;
  /** From the spawn to the ready line. */
  seconds: number;
  /** Ends the process, and waits for it. */
  end(): Promise<void>;
}

/** @throws Error with what the program said, when it ends before it is ready */
export async function startProgram(dataDir: string, port: number): Promise<Program> {
  const started = performance.now();
  const child = spawn(process.execPath, ['infra/local/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), ARTISSIST_DATA: dataDir, ARTISSIST_SAMPLES: 'on' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { url, seconds } = await new Promise<Omit<Program, 'end'>>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /^ready (http\S+)/m.exec(said) ?? [];
      if (address) resolve({ url: address, seconds: (performance.now() - started) / 1000 });
    });
    void ended.then(() => reject(new Error(`The platform ended before it was ready:\n${said}`)));
  });
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, seconds, end };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
