import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Estimate } from './report.ts';

const run = promisify(execFile);
const COST = fileURLToPath(new URL('./cost.ts', import.meta.url));

const cost = (...flags: string[]): Promise<{ stdout: string; stderr: string; code: number }> =>
  run(process.execPath, [COST, ...flags]).then(
    ({ stdout, stderr }) => ({ stdout, stderr, code: 0 }),
    (error: unknown) => error as { stdout: string; stderr: string; code: number },
  );

describe('the command', () => {
  it('tells of 10, 1,000 and 100,000 tenants, each with what it costs and what it meets', async () => {
    const { stdout, code } = await cost();

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Estimates in US dollars, on demand, us-east-1, by a price table of \d{4}-/);
    for (const name of ['10 tenants', '1,000 tenants', '100,000 tenants'])
      expect(stdout).toContain(`\n${name}, a month\n`);
    expect(stdout.match(/^ {2}together +[\d,]+\.\d\d +[\d,]+\.\d\d$/gm)).toHaveLength(3);
    expect(stdout).toContain('No limit is near');
    expect(stdout).toMatch(/OpenSearch Serverless, OCUs a side: .*, met\)\n {4}Raise/);
  });

  it('estimates what is asked, line by line', async () => {
    const { stdout } = await cost('--tenants', '5', '--media-mb', '2.5', '--details');

    expect(stdout).toContain('As asked, a month');
    expect(stdout).toContain('megabytes of media a work 2.5');
    expect(stdout).toMatch(/^ {4}path invalidated +60 +0\.00$/m);
  });

  it('answers JSON that adds up', async () => {
    const { stdout } = await cost('--tenants', '50', '--cognito', 'essentials', '--json');

    const { region, estimates } = JSON.parse(stdout) as { region: string; estimates: Estimate[] };
    expect([region, estimates.length, estimates[0]?.inputs.tenants]).toEqual(['us-east-1', 1, 50]);
    const { bill, limits } = estimates[0]!;
    expect(bill.services.reduce((sum, { dollars }) => sum + dollars, 0)).toBeCloseTo(bill.dollars, 6);
    expect(limits.length).toBeGreaterThan(10);
  });

  it.for([
    [['--works', 'many'], '--works (works that a tenant keeps) must be a number from 0 to 1000000'],
    [['--cognito', 'lite'], '--cognito must be essentials or plus. Received: lite.'],
    [['--colour', 'red'], "Unknown option '--colour'"],
    [['--tenants'], '--tenants'],
  ] as const)('refuses %s with what to do', async ([flags, problem]) => {
    const { stdout, stderr, code } = await cost(...flags);

    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(problem);
    expect(stderr).toContain('npm run cost -- --help');
  });

  it('says what there is', async () => {
    const { stdout } = await cost('--help');

    expect(stdout).toContain('--pages-per-visit');
    expect(stdout).toContain('--json');
  });
});
