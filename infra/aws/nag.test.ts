/** What cdk-nag finds in the stacks, by its rules of AWS Solutions. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NAG_EXCEPTIONS } from './nag-exceptions.ts';
import { exampleSettings } from './settings.ts';
import { addStacks } from './stacks.ts';
import type { StageName } from './stages.ts';
import { exampleDeployment } from './testing.ts';
import { WILDCARDS } from './wildcards.ts';

interface Finding {
  rule: string;
  path: string;
}
interface Report {
  pluginReports: {
    violations: { ruleName: string; violatingConstructs: { constructPath: string }[] }[];
  }[];
}

/** Findings in a stage's stacks. Synthesis fails where there are any, after it has written them. */
function findingsIn(stage: StageName): Finding[] {
  const outdir = mkdtempSync(join(tmpdir(), 'nag-'));
  const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  addStacks(app, { ...exampleDeployment(), settings: exampleSettings(stage) });
  try {
    app.synth();
  } catch (error) {
    if (!(error as Error).message.includes('AwsSolutions')) throw error;
  }
  const { pluginReports } = JSON.parse(
    readFileSync(join(outdir, 'validation-report.json'), 'utf8'),
  ) as Report;
  rmSync(outdir, { recursive: true });
  return pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName: rule, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath: path }) => ({ rule, path })),
    ),
  );
}

/** The reason why a finding is accepted. */
function reasonOf({ rule, path }: Finding): string | undefined {
  const [, resource] = /^AwsSolutions-IAM5\[Resource::(.*)\]$/.exec(rule) ?? [];
  if (resource !== undefined) return WILDCARDS.find((row) => row.resource.test(resource))?.reason;
  return NAG_EXCEPTIONS.find((row) => row.rule === rule && row.path.test(path))?.reason;
}

describe('cdk-nag', () => {
  const findings = findingsIn('prod');

  it('finds nothing in prod without a written reason', () => {
    const unexplained = findings
      .filter((finding) => reasonOf(finding) === undefined)
      .map(({ rule, path }) => `${rule} ${path}`);

    expect(findings.length).toBeGreaterThan(0);
    expect(unexplained).toEqual([]);
  });

  it.each(NAG_EXCEPTIONS)('still finds $rule where it is accepted', ({ rule, path }) => {
    expect(findings.filter((finding) => finding.rule === rule && path.test(finding.path))).not.toEqual([]);
  });
});
