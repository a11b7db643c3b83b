/** `npm run usage`: what each tenant used and cost. See `run.ts`. */
import '../setup/node-version.mjs';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PRICE_LIST, PRICES_AS_OF } from '../cost/prices.ts';
import { localHome } from '../erase/erase-home.ts';
import { inventory } from '../inventory.ts';
import { logFolder } from '../local/observability/observability.ts';
import { readSettings } from '../local/settings.ts';
import { readAsked, reportOf, tableOf, USAGE } from './run.ts';
import { unitPrices } from './tenant-cost.ts';

const USAGE_FAULT = 2;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Lines of files, one file after the other. */
async function* linesOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) yield* createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}

/** The files of this machine's log, the oldest first. */
function localLog(): string[] {
  const folder = logFolder(readSettings(process.env).dataDir);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];
  return names
    .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((name) => join(folder, name));
}

try {
  const asked = readAsked(process.argv.slice(2), new Date());
  if (asked.help) say(USAGE);
  else {
    const home = asked.aws
      ? (await import('#infra/aws/erase-home.ts')).awsHome(process.env)
      : await localHome(process.env);
    try {
      const report = await reportOf(asked, {
        table: home.ports.table,
        lines: linesOf(asked.lines === undefined ? localLog() : [asked.lines]),
        rows: inventory.functions,
        prices: unitPrices(PRICE_LIST),
      });
      say(asked.json ? JSON.stringify(report) : `${tableOf(report)}\nPrices of ${PRICES_AS_OF}.`);
    } finally {
      await home.close();
    }
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\nnpm run usage -- --help says what there is.\n`);
  process.exitCode = USAGE_FAULT;
}
