/**
 * Synthesises a stage and puts down what the Terraform module deploys: `node infra/terraform/pack.ts`, with the settings
 * of a deployment in the environment. Writes `cdk.out/terraform.json` and a zip beside each folder of code.
 */
import { zipSync } from 'fflate';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AssemblyStack, readAssembly } from '../aws/assembly.ts';
import { stackName } from '../aws/names.ts';
import type { Stage } from '../aws/stages.ts';

/** What the module reads. Files are relative to the package's own folder. */
export interface Package {
  stage: string;
  region: string;
  /** Bucket of assets, with `${AWS::AccountId}` and `${AWS::Region}` in it. */
  bucket: string;
  stacks: Record<Part, PackedStack>;
}
export type Part = 'data' | 'edge' | 'platform' | 'traffic';
export interface PackedStack {
  name: string;
  template_key: string;
  /** Whether the stack is protected from deletion. */
  protected: boolean;
  tags: Readonly<Record<string, string>>;
  assets: Array<{ key: string; file: string }>;
}

/** Earliest time that a zip can hold, so that the same files make the same bytes. */
const EPOCH = new Date('1980-01-01T00:00:00');

/** @throws Error when the stacks are not those that the module names, or their files are in several buckets */
export function pack(folder: string, stage: Stage): Package {
  const stacks = new Map(readAssembly(folder).map((stack) => [stack.name, stack]));
  const names = {
    data: stackName('Data', stage),
    edge: stackName('Edge', stage),
    platform: stackName('', stage),
    traffic: stackName('Traffic', stage),
  };
  const strange = [...stacks.keys()].filter((name) => !Object.values(names).includes(name));
  if (strange.length > 0)
    throw new Error(`The module does not deploy ${strange.join(', ')}: name it in main.tf.`);
  const buckets = new Set(
    [...stacks.values()].flatMap(({ assets }) => assets.map(({ bucket }) => withRegion(bucket))),
  );
  const [bucket] = buckets;
  if (bucket === undefined || buckets.size > 1)
    throw new Error(`Assets must go to one bucket a region. Received: ${[...buckets].join(', ') || 'none'}`);
  const packed = (name: string): PackedStack => {
    const stack = stacks.get(name);
    if (stack === undefined)
      throw new Error(`There is no stack ${name}. There is: ${[...stacks.keys()].join(', ')}`);
    return packedStack(folder, stack);
  };
  return {
    stage: stage.name,
    region: stage.region,
    bucket,
    stacks: {
      data: packed(names.data),
      edge: packed(names.edge),
      platform: packed(names.platform),
      traffic: packed(names.traffic),
    },
  };
}

/** A stack with a region of its own has it in the names of its buckets. */
const withRegion = (bucket: string): string => bucket.replace(/-[a-z]{2}(?:-[a-z]+)+-\d$/, '-${AWS::Region}');

function packedStack(
  folder: string,
  { name, template, terminationProtection, tags, assets }: AssemblyStack,
): PackedStack {
  const own = assets.find(({ source }) => source === template);
  if (own === undefined) throw new Error(`The template of ${name} is not among its assets.`);
  return {
    name,
    template_key: own.key,
    protected: terminationProtection,
    tags,
    assets: assets.map(({ source, packaging, key }) => ({
      key,
      file: packaging === 'file' ? basename(source) : zipped(folder, source),
    })),
  };
}

function zipped(folder: string, source: string): string {
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
  const contents = Object.fromEntries(
    files.map((file) => [file.slice(source.length + 1), readFileSync(file)] as const),
  );
  const name = `${basename(source)}.zip`;
  writeFileSync(join(folder, name), zipSync(contents, { mtime: EPOCH }));
  return name;
}

if (import.meta.main) {
  const { installSharpLayer } = await import('../aws/prepare.ts');
  const { askedSettings, synthesisSettings } = await import('../aws/asked-settings.ts');
  const { stage } = askedSettings(() => synthesisSettings(process.env));
  if (process.env['ARTISSIST_DOMAIN'] !== undefined) installSharpLayer();
  await import('../aws/synth.ts');
  const folder = join(import.meta.dirname, '../../cdk.out');
  writeFileSync(join(folder, 'terraform.json'), JSON.stringify(pack(folder, stage), undefined, 2));
  console.log(`cdk.out/terraform.json: ${stage.name} in ${stage.region}`);
}
