/** `npm run sign-in`: the access token on standard output, everything else on standard error. */
import '../setup/node-version.mjs';
import { run } from './run.ts';
import { interrupted, SignInError } from './sign-in-error.ts';

const ended = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => ended.abort(interrupted()));
}
try {
  const token = await run({
    args: process.argv.slice(2),
    env: process.env,
    say: (line) => void process.stderr.write(`${line}\n`),
    signal: ended.signal,
  });
  if (token !== null) process.stdout.write(`${token}\n`);
} catch (error) {
  const known = error instanceof SignInError;
  process.stderr.write(`${known || !process.env.DEBUG ? (error as Error).message : String(error)}\n`);
  process.exitCode = known ? error.exitCode : 1;
}
