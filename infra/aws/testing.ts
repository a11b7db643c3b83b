/** Synthesis for tests: the true inventory over placeholder code, once for a test file. */
import { App, NestedStack, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { resolverCodes } from '../build/resolvers.ts';
import { inventory } from '../inventory.ts';
import { pagePolicy, securityHeaders } from '../local/site/headers.ts';
import { cloudFunctions } from './cloud-functions.ts';
import { Resolvers } from './constructs/resolvers.ts';
import { readDefinitions } from './definitions.ts';
import { exampleSettings } from './settings.ts';
import { addStacks, type Deployment } from './stacks.ts';

export interface CfnResource {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

/** What a test file synthesises is here, and goes away with it. */
const root = mkdtempSync(join(tmpdir(), 'aws-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A deployment of placeholders in a folder of its own. */
export function exampleDeployment(): Deployment {
  const folder = mkdtempSync(join(root, 'code-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const code = resolverCodes(inventory.resolvers).map((name): [string, string] => [
    name,
    file(`resolvers/${name}.js`, `// ${name}`),
  ]);
  const functions = [...inventory.functions, ...cloudFunctions].map(({ name }): [string, string] => [
    name,
    join(file(`functions/${name}/index.mjs`, `// ${name}`), '..'),
  ]);
  return {
    inventory,
    settings: exampleSettings('prod'),
    schema: readFileSync(join(import.meta.dirname, '../../api/schema.aws.gen.graphql'), 'utf8'),
    pageHeaders: { '/': securityHeaders('/', { '/': pagePolicy() }, true) },
    bundles: { resolvers: new Map(code), functions: new Map(functions) },
    definitions: readDefinitions(inventory.stateMachines),
    layers: {
      sharp: join(file('sharp/nodejs/package.json', '{}'), '../..'),
      readers: join(file('readers/readers/unpdf.mjs', ''), '../..'),
      docs: join(file('docs/docs/docs.json', '[]'), '../..'),
      pages: join(file('pages/pages/server/entry.mjs', ''), '../../..'),
    },
    now: new Date('2026-03-14T12:00:00Z'),
  };
}

/**
 * The templates of the example of prod, with what is changed of it. CDK's check of them against CloudFormation's schemas takes
 * longer than all else: `report` asks for it, and is what it found.
 */
export function synthesise({
  validate = false,
  ...changes
}: Partial<Deployment> & { validate?: boolean } = {}): {
  data: Template;
  edge: Template;
  platform: Template;
  /** All those nested in the platform's, and of them the resolvers, by type of the schema. */
  nested: Template[];
  resolvers: Template[];
  traffic: Template;
  /** Whether stacks are protected from deletion. */
  protects: { data: boolean; edge: boolean; platform: boolean };
  /** What synthesis would have to ask an account. */
  lookUps: () => unknown[];
  report: () => unknown;
} {
  const outdir = mkdtempSync(join(root, 'cdk-'));
  const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: validate });
  const { data, edge, platform, traffic } = addStacks(app, { ...exampleDeployment(), ...changes });
  return {
    data: Template.fromStack(data),
    edge: Template.fromStack(edge),
    platform: Template.fromStack(platform),
    traffic: Template.fromStack(traffic),
    resolvers: nestedIn(platform)
      .filter((stack) => stack instanceof Resolvers)
      .map((stack) => Template.fromStack(stack)),
    nested: nestedIn(platform).map((stack) => Template.fromStack(stack)),
    protects: {
      data: data.terminationProtection,
      edge: edge.terminationProtection,
      platform: platform.terminationProtection,
    },
    lookUps: () => app.synth().manifest.missing ?? [],
    report: () => JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as unknown,
  };
}

/** The stacks nested in one. */
const nestedIn = (stack: Stack): NestedStack[] =>
  stack.node.findAll().filter((node): node is NestedStack => node instanceof NestedStack);

/** Resources of a type, by logical id. */
export const resourcesOf = (template: Template, type: string): Record<string, CfnResource> =>
  template.findResources(type) as Record<string, CfnResource>;
