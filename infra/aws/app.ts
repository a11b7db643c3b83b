/**
 * The CDK app of a deployment: `npm run deploy -- --all`, with the settings of `settings.ts` in the environment. The
 * CDK command line says where to write by `CDK_OUTDIR`.
 */
import { App } from 'aws-cdk-lib';
import { askedSettings } from './asked-settings.ts';
import { installSharpLayer, prepare } from './prepare.ts';
import { parseSettings } from './settings.ts';
import { addStacks } from './stacks.ts';

const settings = askedSettings(() => parseSettings(process.env));
installSharpLayer();
const app = new App({ analyticsReporting: false });
addStacks(app, await prepare(settings));
app.synth();
