/** What the templates say of what a deployment leaves beside resources. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Template } from 'aws-cdk-lib/assertions';
import { HANDLE } from '../docs/platform-tenant.ts';
import { inventory } from '../inventory.ts';
import { exampleDeployment, resourcesOf, synthesise } from './testing.ts';

const bundle = mkdtempSync(join(tmpdir(), 'deployed-'));
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

let platform: Template;
beforeAll(() => {
  ({ platform } = synthesise());
});

interface Custom {
  Properties: {
    ServiceToken: { 'Fn::GetAtt': [string] };
    ServiceTimeout: string;
    code: string;
    layers: { Ref: string }[];
  };
  DependsOn: string[];
}
const the = (template: Template, type: string): [string, Custom] => {
  const [found, ...others] = Object.entries(resourcesOf(template, type)) as unknown as [string, Custom][];
  expect(others).toEqual([]);
  return found!;
};

it.each([
  ['Custom::Documentation', 'load-docs'],
  ['Custom::Site', 'publish-site'],
])('%s is done by %s, which is waited for longer than it may take', (type, name) => {
  const row = inventory.functions.find((each) => each.name === name)!;
  const [, { Properties, DependsOn }] = the(platform, type);

  const [fn] = Properties.ServiceToken['Fn::GetAtt'];
  const made = resourcesOf(platform, 'AWS::Lambda::Function')[fn];
  const [role] = (made?.Properties['Role'] as { 'Fn::GetAtt': [string] })['Fn::GetAtt'];
  expect(made?.Properties['Description']).toBe(row.purpose);
  expect(Number(Properties.ServiceTimeout)).toBeGreaterThan(row.timeoutSeconds);
  expect(DependsOn).toContain(role);
});

it('writes the site when the documentation is in the table and all that renders or serves is of this deployment', () => {
  const [docs] = the(platform, 'Custom::Documentation');
  const [, { DependsOn }] = the(platform, 'Custom::Site');

  const before = ['AWS::CloudFront::Distribution', 'AWS::StepFunctions::StateMachine'].flatMap((type) =>
    Object.keys(resourcesOf(platform, type)),
  );
  const functions = Object.entries(resourcesOf(platform, 'AWS::Lambda::Function'))
    .filter(([, { Properties }]) =>
      inventory.functions.some(({ purpose }) => purpose === Properties['Description']),
    )
    .map(([id]) => id);
  expect(functions.length).toBe(inventory.functions.length);
  expect(DependsOn).toEqual(expect.arrayContaining([docs, ...before, ...functions]));
});

it('is done again with other code of its functions or with other layers, and only then', () => {
  const codes = (template: Template) =>
    ['Custom::Documentation', 'Custom::Site'].map((type) => the(template, type)[1].Properties.code);
  writeFileSync(join(bundle, 'index.mjs'), '// another bundle');
  const { bundles, ...deployment } = exampleDeployment();
  const functions = new Map(bundles.functions).set('publish-site', bundle);

  const same = codes(synthesise().platform);
  const other = codes(synthesise({ ...deployment, bundles: { ...bundles, functions } }).platform);

  expect(same).toEqual(codes(platform));
  expect(other[0]).toBe(same[0]);
  expect(other[1]).not.toBe(same[1]);
  const layers = Object.keys(resourcesOf(platform, 'AWS::Lambda::LayerVersion'));
  const given = (type: string) => the(platform, type)[1].Properties.layers.map(({ Ref }) => Ref);
  expect(given('Custom::Site').map((id) => layers.includes(id))).toEqual([true, true]);
  expect(given('Custom::Documentation').map((id) => layers.includes(id))).toEqual([true]);
});

it('reaches of tenants the platform alone', () => {
  const { table } = inventory.functions.find(({ name }) => name === 'load-docs')!;

  expect(table?.leadingKeys.filter((key) => /[*?]/.test(key))).toEqual([]);
  expect(table?.leadingKeys).toContain(`HANDLE#${HANDLE}`);
});
