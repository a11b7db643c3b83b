import { App } from 'aws-cdk-lib';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAssembly } from '../aws/assembly.ts';
import { addStacks } from '../aws/stacks.ts';
import { stageOf } from '../aws/stages.ts';
import { exampleDeployment } from '../aws/testing.ts';
import { type Package, pack } from './pack.ts';

const module = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');

describe('the Terraform module', () => {
  let folder: string;
  let packed: Package;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pack-'));
    const app = new App({
      outdir: folder,
      analyticsReporting: false,
      builtinCloudFormationValidation: false,
    });
    const deployment = exampleDeployment();
    addStacks(app, deployment);
    app.synth();
    packed = pack(folder, deployment.settings.stage);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('deploys every stack that synthesis makes, after those that it waits for', () => {
    const stacks = readAssembly(folder);

    expect(
      Object.values(packed.stacks)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(stacks.map(({ name }) => name).toSorted());
    const order = [...module('main.tf').matchAll(/^resource "aws_cloudformation_stack" "(\w+)"/gm)].map(
      ([, part]) => packed.stacks[part as keyof Package['stacks']].name,
    );
    expect(order).toEqual(stacks.map(({ name }) => name));
  });

  it('is shown by an example for the region that its stage stands in', () => {
    const example = module('example/main.tf');
    const [, stage] = /stage +?= "(\w+)"/.exec(example) ?? [];
    const [, region] = /variable "region" \{[^}]*default +?= "([\w-]+)"/.exec(example) ?? [];
    const [, told] = /ARTISSIST_REGION=([\w-]+)/.exec(module('README.md')) ?? [];

    expect(stage).toBe('staging');
    expect([region, told]).toEqual([stageOf('staging').region, stageOf('staging').region]);
  });

  it('has every file that a stack needs, under the key that its template names', () => {
    for (const stack of readAssembly(folder)) {
      const { assets } = Object.values(packed.stacks).find(({ name }) => name === stack.name)!;

      expect(assets.map(({ key }) => key)).toEqual(stack.assets.map(({ key }) => key));
      for (const { file } of assets) expect(existsSync(join(folder, file)), file).toBe(true);
    }
  });

  it('uploads files and zips, which are all kinds that there are', () => {
    const kinds = new Set(
      readAssembly(folder).flatMap(({ assets }) => assets.map(({ packaging }) => packaging)),
    );

    expect([...kinds].toSorted()).toEqual(['file', 'zip']);
    const manifests = readAssembly(folder).map(({ name }) => join(folder, `${name}.assets.json`));
    for (const manifest of manifests) {
      const { dockerImages } = JSON.parse(readFileSync(manifest, 'utf8')) as { dockerImages?: object };
      expect(Object.keys(dockerImages ?? {})).toEqual([]);
    }
  });

  it('reads only outputs that the stacks have', () => {
    const read = [
      ...module('outputs.tf').matchAll(/\.(data|edge|platform)(?:\[0\])?\.outputs(?:\["|, ")(\w+)"/g),
    ];

    expect(read.length).toBeGreaterThan(2);
    for (const [, part, name] of read) {
      const stack = readAssembly(folder).find((each) => each.name === packed.stacks[part as 'data'].name)!;
      const template = JSON.parse(readFileSync(stack.template, 'utf8')) as {
        Outputs?: Record<string, unknown>;
      };
      expect(Object.keys(template.Outputs ?? {})).toContain(name);
    }
  });

  it('makes the same bytes of the same files', () => {
    const zips = Object.values(packed.stacks).flatMap(({ assets }) =>
      assets.map(({ file }) => file).filter((file) => file.endsWith('.zip')),
    );
    const before = zips.map((file) => readFileSync(join(folder, file)).toString('base64'));

    pack(folder, exampleDeployment().settings.stage);

    expect(zips.map((file) => readFileSync(join(folder, file)).toString('base64'))).toEqual(before);
  });

  it('refuses a package of another stage', () => {
    expect(() => pack(folder, stageOf('pr-7'))).toThrow('The module does not deploy');
  });
});
