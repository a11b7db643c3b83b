/** All resources of prod's templates, those of nested stacks as well. */
import { App } from 'aws-cdk-lib';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addStacks } from './stacks.ts';
import { exampleDeployment } from './testing.ts';

export interface ProdResource {
  Type: string;
  Properties: Record<string, unknown>;
}

export function prodResources(): ProdResource[] {
  const outdir = mkdtempSync(join(tmpdir(), 'prod-'));
  try {
    const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
    addStacks(app, exampleDeployment());
    app.synth();
    return readdirSync(outdir)
      .filter((file) => file.endsWith('.template.json'))
      .flatMap((file) => {
        const text = readFileSync(join(outdir, file), 'utf8');
        const { Resources } = JSON.parse(text) as { Resources: Record<string, Partial<ProdResource>> };
        return Object.values(Resources);
      })
      .map(({ Type = '', Properties = {} }) => ({ Type, Properties }));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
