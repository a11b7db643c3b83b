/** Templates of a stage with what watches it, for tests. */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleSettings } from '../../settings.ts';
import { addStacks } from '../../stacks.ts';
import { exampleDeployment } from '../../testing.ts';
import { Observability } from './observability.ts';

/** Prod as it stands in a region; in its usual one unless told. */
export function watchedTemplates(region?: string): Record<'platform' | 'watched' | 'traffic', Template> {
  const outdir = mkdtempSync(join(tmpdir(), 'observability-'));
  try {
    const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
    const settings = exampleSettings('prod');
    const stage = { ...settings.stage, ...(region !== undefined && { region }) };
    const made = addStacks(app, { ...exampleDeployment(), settings: { ...settings, stage } });
    const nested = made.platform.node.findAll().find((part) => part instanceof Observability);
    if (!nested) throw new Error('There is no nested stack.');
    return {
      platform: Template.fromStack(made.platform),
      watched: Template.fromStack(nested),
      traffic: Template.fromStack(made.traffic),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
