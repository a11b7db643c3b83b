/** The platform with its samples, until it is interrupted. `main.ts` starts it. */
import { performance } from 'node:perf_hooks';
import { prepareDemo } from './demo.ts';
import { logTo } from './log.ts';
import { startPlatform, type Platform } from './platform.ts';
import { readSettings } from './settings.ts';
import { AlreadyRunning } from './single-instance.ts';

const GRACE_MS = 10_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = logTo((line) => void process.stderr.write(`${line}\n`));
  const running: { platform?: Platform } = {};
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    // An exit waits for threads of native code, and one of them may be why this lasts.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
    Promise.resolve(running.platform?.close()).then(
      () => process.exit(code),
      (error: unknown) => {
        log('error', 'The platform did not end clean.', error);
        process.exit(1);
      },
    );
  };
  // What nobody has handled leaves a state that nobody knows: a new start finds everything acknowledged in the table.
  process.on('uncaughtException', (error, origin) => {
    log('error', 'A fault of the platform ends it. Start again: nothing acknowledged is lost.', {
      origin,
      error,
    });
    end(1);
  });
  const platform = (running.platform = await startPlatform({
    settings,
    // With all lines on the terminal, those for people are among them.
    log: (level, message, detail) =>
      level === 'info' || settings.logToTerminal ? undefined : log(level, message, detail),
    ...(settings.logToTerminal && { onLine: (line) => void process.stdout.write(`${line}\n`) }),
    onEngineExit: (detail) => {
      log('error', 'The DynamoDB engine ended by itself. Start again: nothing acknowledged is lost.', {
        detail,
      });
      end(1);
    },
  }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  try {
    const demo = await prepareDemo(platform, settings, say);
    say(`ready ${platform.url} in ${(performance.now() / 1000).toFixed(1)} s`);
    say(`  sign in   ${demo.user} with ${demo.password} (npm run sign-in)`);
    say(`  token     ${demo.token}`);
    say(`  docs      ${platform.url}/docs/`);
  } catch (error) {
    // Ended while the samples were being taken: the next start goes on with them.
    if (ending) return;
    tell(error);
    end(1);
  }
}

function tell(error: unknown): void {
  const told = error instanceof AlreadyRunning || process.env.DEBUG === undefined;
  process.stderr.write(`${error instanceof Error ? (told ? error.message : error.stack) : String(error)}\n`);
}

main().catch((error: unknown) => {
  tell(error);
  process.exitCode = 1;
});
