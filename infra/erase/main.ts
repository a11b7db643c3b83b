/** `npm run erase`: shows what there is of a tenant, and with `--really` erases it. See `run.ts`. */
import '../setup/node-version.mjs';
import { localHome } from './erase-home.ts';
import { readAsked, run, USAGE } from './run.ts';

const USAGE_FAULT = 2;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const asked = readAsked(process.argv.slice(2));
  if (asked.help) say(USAGE);
  else {
    const ending = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
    const home = asked.aws
      ? (await import('#infra/aws/erase-home.ts')).awsHome(process.env)
      : await localHome(process.env);
    try {
      process.exitCode = await run(home, asked, say, ending.signal);
    } finally {
      await home.close();
    }
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\nnpm run erase -- --help says what there is.\n`);
  process.exitCode = USAGE_FAULT;
}
