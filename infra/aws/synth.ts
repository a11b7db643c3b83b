/**
 * `npm run synth`: bundles and synthesises to `cdk.out`, in this process and without network, and says what came out. It
 * takes the settings of a deployment, or, where no domain is given, those of `artissist.example` in ARTISSIST_STAGE (dev
 * unless told).
 */
import { App } from 'aws-cdk-lib';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { askedSettings, synthesisSettings } from './asked-settings.ts';
import { prepare } from './prepare.ts';
import { addStacks } from './stacks.ts';

const settings = askedSettings(() => synthesisSettings(process.env));
const deployment = await prepare(settings);
const bundled = performance.now();
const app = new App({ outdir: join(import.meta.dirname, '../../cdk.out'), analyticsReporting: false });
addStacks(app, deployment);
for (const { stackName, template } of app.synth().stacks) {
  const { Resources } = template as { Resources: Record<string, unknown> };
  const kilobytes = Buffer.byteLength(JSON.stringify(template)) / 1000;
  console.log(`${stackName}: ${Object.keys(Resources).length} resources, ${kilobytes.toFixed(0)} KB`);
}
const seconds = (ms: number) => (ms / 1000).toFixed(1);
console.log(
  `cdk.out: bundled in ${seconds(bundled)} s, synthesised in ${seconds(performance.now() - bundled)} s (${settings.domain})`,
);
