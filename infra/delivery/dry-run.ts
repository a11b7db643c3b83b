/**
 * Tries each job's commands as far as they go without AWS and GitHub, and says which do not: `node
 * infra/delivery/dry-run.ts`. Ends with 1 when one does not end as it should.
 */
import '../setup/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { rehearsals } from './rehearsals.ts';
import { commandsOf, readWorkflows } from './workflows.ts';

const ROOT = join(import.meta.dirname, '../..');
const LIMIT_MS = 300_000;
/** Of sysexits.h: it may work elsewhere. */
const NOT_HERE = 75;

const env = {
  ...process.env,
  PATH: [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
  ARTISSIST_DOMAIN: 'artissist.example',
  ARTISSIST_ALARM_ADDRESS: 'alarms@artissist.example',
};

const commands = [...commandsOf(readWorkflows(ROOT))];
let failures = 0;
for (const { command, here, code = 0, reason = '' } of rehearsals) {
  const places = commands.filter(({ run }) => run.startsWith(command)).map(({ place }) => place);
  console.log(`\n${command} (${places.join('; ')})`);
  if (here === undefined) {
    console.log(`  NOT RUN: ${reason}`);
    continue;
  }
  const FOLDER = mkdtempSync(join(tmpdir(), 'dry-run-'));
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', here], {
    cwd: ROOT,
    env: { ...env, FOLDER },
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  rmSync(FOLDER, { recursive: true, force: true });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status === NOT_HERE) {
    console.log(`  NOT RUN: ${stdout}${stderr}`.trimEnd());
    continue;
  }
  const ended = status === code;
  if (!ended) failures += 1;
  console.log(`  ${ended ? 'ok' : `FAILED with ${status ?? 'no code in time'}`} in ${seconds} s: ${here}`);
  if (reason) console.log(`  ${reason}`);
  if (!ended) console.log(`${stdout}${stderr}`.trim().split('\n').slice(-20).join('\n'));
}
process.exitCode = failures === 0 ? 0 : 1;
