/**
 * What synthesis left in `cdk.out`: the stacks in the order in which they can be deployed, and the files that they need.
 * https://github.com/aws/aws-cdk/tree/main/packages/aws-cdk-lib/cloud-assembly-schema
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface AssemblyStack {
  name: string;
  /** File of the template. */
  template: string;
  /** Stacks that must stand before it. */
  dependencies: readonly string[];
  /** Region of the stack; undefined where the deployment says it. */
  region: string | undefined;
  terminationProtection: boolean;
  tags: Readonly<Record<string, string>>;
  assets: readonly Asset[];
}

export interface Asset {
  /** File, or folder where it is zipped. */
  source: string;
  packaging: 'file' | 'zip';
  bucket: string;
  key: string;
}

interface Manifest {
  artifacts: Record<
    string,
    { type: string; environment?: string; properties?: StackProperties; dependencies?: string[] }
  >;
}
interface StackProperties {
  templateFile?: string;
  stackName?: string;
  terminationProtection?: boolean;
  tags?: Record<string, string>;
  file?: string;
}
interface AssetManifest {
  files?: Record<
    string,
    {
      source: { path: string; packaging: 'file' | 'zip' };
      destinations: Record<string, { bucketName: string; objectKey: string }>;
    }
  >;
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** @throws Error when the folder holds no assembly, or its stacks wait for each other */
export function readAssembly(folder: string): AssemblyStack[] {
  const { artifacts } = json(join(folder, 'manifest.json')) as Manifest;
  const stacks = Object.entries(artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([id, { properties = {}, environment = '', dependencies = [] }]): AssemblyStack => {
      const region = environment.split('/').at(-1);
      const manifests = dependencies.flatMap((name) => artifacts[name]?.properties?.file ?? []);
      return {
        name: properties.stackName ?? id,
        template: join(folder, properties.templateFile ?? `${id}.template.json`),
        dependencies: dependencies.filter((name) => artifacts[name]?.type === 'aws:cloudformation:stack'),
        region: region === 'unknown-region' ? undefined : region,
        terminationProtection: properties.terminationProtection ?? false,
        tags: properties.tags ?? {},
        assets: manifests.flatMap((file) => assetsOf(folder, file)),
      };
    });
  return inOrder(stacks);
}

function assetsOf(folder: string, manifest: string): Asset[] {
  const { files = {} } = json(join(folder, manifest)) as AssetManifest;
  return Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ bucketName, objectKey }) => ({
      source: join(folder, source.path),
      packaging: source.packaging,
      bucket: bucketName,
      key: objectKey,
    })),
  );
}

function inOrder(stacks: readonly AssemblyStack[]): AssemblyStack[] {
  const left = new Map(stacks.map((stack) => [stack.name, stack]));
  const sorted: AssemblyStack[] = [];
  while (left.size > 0) {
    const next = [...left.values()].find(({ dependencies }) => !dependencies.some((name) => left.has(name)));
    if (next === undefined) throw new Error(`Stacks wait for each other: ${[...left.keys()].join(', ')}`);
    left.delete(next.name);
    sorted.push(next);
  }
  return sorted;
}
