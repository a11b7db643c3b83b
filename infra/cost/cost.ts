/**
 * `npm run cost`: what a month of the platform costs on AWS, and which limits are met on the way.
 *
 *   npm run cost                                   10, 1,000 and 100,000 tenants
 *   npm run cost -- --tenants 500 --visits 2000    one estimate; what is not said is that of a portfolio in use
 *   npm run cost -- --details | --json
 */
import '../setup/node-version.mjs';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inventory } from '../inventory.ts';
import { billOf, type Platform } from './bill.ts';
import { floorOf, STAGES } from './floor.ts';
import { FIELDS, flagOf, type Inputs, NAMES, readInputs, SCENARIOS } from './inputs.ts';
import { limitsOf } from './limits.ts';
import { PRICES_AS_OF, REGION } from './prices.ts';
import type { IdentityPlan } from './quantities.ts';
import { type Estimate, floorsReport, preface, reportOf } from './report.ts';
import { machineWork } from './work.ts';

const USAGE_FAULT = 2;
const PLANS: readonly IdentityPlan[] = ['essentials', 'plus'];
const USAGE = `Usage: npm run cost -- [options]
What a month of the platform costs on AWS, and which limits are met on the way. Without inputs: 10, 1,000 and 100,000
tenants. All but --tenants and --peak are a tenant's own.

${NAMES.map((name) => `  --${flagOf(name).padEnd(18)}${FIELDS[name].says} (${FIELDS[name].fallback})`).join('\n')}
  --cognito         ${PLANS.join(' or ')}: what Cognito is asked for (plus)
  --details         every line of every service
  --json            all of it as JSON
  --help            this`;

/** Reads the command line. @throws Error with every problem */
function options(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      ...Object.fromEntries(NAMES.map((name) => [flagOf(name), text])),
      ...{ cognito: text, details: flag, json: flag, help: flag },
    },
  });
  const given = values as Readonly<Record<string, string | boolean | undefined>>;
  const named = Object.fromEntries(
    NAMES.flatMap((name) => (given[flagOf(name)] === undefined ? [] : [[name, given[flagOf(name)]]])),
  ) as Partial<Record<keyof Inputs, string>>;
  const problems: string[] = [];
  let inputs: Inputs | undefined;
  try {
    inputs = readInputs(named);
  } catch (error) {
    problems.push((error as Error).message);
  }
  const plan = PLANS.find((one) => one === (given.cognito ?? 'plus'));
  if (plan === undefined)
    problems.push(
      `--cognito must be ${PLANS.join(' or ')}. Received: ${String(given.cognito) || 'nothing'}.`,
    );
  if (inputs === undefined || plan === undefined) throw new Error(problems.join('\n'));
  return {
    plan,
    wanted: Object.keys(named).length > 0 ? [{ name: 'As asked', inputs }] : SCENARIOS,
    ...{ details: given.details === true, json: given.json === true, help: given.help === true },
  };
}

function machineOfInventory(): Platform['machine'] {
  const definition = new URL(`../../${inventory.stateMachines[0]?.definition ?? ''}`, import.meta.url);
  return machineWork(JSON.parse(readFileSync(definition, 'utf8')) as Parameters<typeof machineWork>[0]);
}

/** What each stage costs while nobody does anything. */
const floors = (): string =>
  floorsReport(STAGES.map((stage) => floorOf(stage, { inventory, machine: machineOfInventory() })));

function estimates(wanted: ReadonlyArray<{ name: string; inputs: Inputs }>, plan: IdentityPlan): Estimate[] {
  const platform: Platform = { inventory, machine: machineOfInventory(), plan };
  return wanted.map(({ name, inputs }) => {
    const bill = billOf(inputs, platform);
    return { name, inputs, bill, limits: limitsOf(inputs, bill.month, inventory) };
  });
}

try {
  const { wanted, plan, details, json, help } = options(process.argv.slice(2));
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  if (help) say(USAGE);
  else if (json)
    say(JSON.stringify({ region: REGION, pricesAsOf: PRICES_AS_OF, estimates: estimates(wanted, plan) }));
  else
    say([preface(), floors(), ...estimates(wanted, plan).map((one) => reportOf(one, details))].join('\n\n'));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\nnpm run cost -- --help says what there is.\n`);
  process.exitCode = USAGE_FAULT;
}
