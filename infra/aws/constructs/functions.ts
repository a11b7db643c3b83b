/** The functions of the inventory, each with a role of exactly what its row says. */
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { NOT_DEPLOYED } from '../../build/functions.ts';
import type { FunctionRow } from '../../inventory.types.ts';
import { modelStatements, modelVariables } from '../models.ts';
import type { Names } from '../names.ts';
import type { ModelIds } from '../settings.ts';
import { countingStatement, tableStatement } from '../table-policy.ts';
import { Lambda } from './lambda.ts';

export interface FunctionsProps {
  rows: readonly FunctionRow[];
  /** Folder of each function's bundle, by name. */
  bundles: ReadonlyMap<string, string>;
  names: Names;
  /** Origin of site, REST and media. */
  origin: string;
  models: ModelIds;
  /** JSON; the listed ones unless told. */
  modelPrices?: string;
  layers: LayerFolders;
}

/** Folders of what Lambda unpacks below `/opt`, by layer. */
export type LayerFolders = Readonly<Record<LayerName, string>>;

export type LayerName = NonNullable<FunctionRow['layer']> | 'pages';

/** Ids and descriptions. */
const LAYERS: Readonly<Record<LayerName, [id: string, description: string]>> = {
  sharp: ['Sharp', 'sharp and libvips for arm64'],
  readers: ['Readers', 'Packages that read PDF, office files and recordings'],
  docs: ['Documentation', 'The documentation, and the index behind its search'],
  pages: ['Pages', 'The built pages, and the files that they refer to'],
};

/** Layers that a function has. */
export const layersOf = (row: Pick<FunctionRow, 'layer' | 'site' | 'pages'>): LayerName[] => [
  ...(row.layer === undefined ? [] : [row.layer]),
  ...((row.site ?? row.pages) === undefined ? [] : ['pages' as const]),
];

/** Where the layers `pages` and `docs` are found. */
const PAGES_FOLDER = '/opt/pages/';
const DOCS_FOLDER = '/opt/docs/';

/** All functions. What they need of things that are made later is added by those. */
export class Functions extends Construct {
  readonly #made = new Map<string, Lambda>();

  constructor(
    scope: Construct,
    id: string,
    { rows, bundles, names, origin, models, modelPrices, layers }: FunctionsProps,
  ) {
    super(scope, id);
    const made = new Map<LayerName, LayerVersion>();
    const layer = (name: LayerName): LayerVersion => {
      const known = made.get(name);
      if (known) return known;
      const [layerId, description] = LAYERS[name];
      const version = new LayerVersion(this, layerId, {
        description,
        code: Code.fromAsset(layers[name], { exclude: NOT_DEPLOYED }),
        compatibleRuntimes: [Runtime.NODEJS_24_X],
        compatibleArchitectures: [Architecture.ARM_64],
      });
      made.set(name, version);
      return version;
    };
    for (const row of rows) {
      const bundle = bundles.get(row.name);
      if (bundle === undefined)
        throw new Error(`There is no bundle of the function ${row.name} (${row.entry}).`);
      const own = layersOf(row).map(layer);
      const lambda = new Lambda(this, row.name, {
        row,
        bundle,
        environment: { ...environmentOf(row, names, origin), ...modelVariables(row, models, modelPrices) },
        statements: [...statementsOf(row, names), ...modelStatements(Stack.of(this), row, models)],
        ...(own.length > 0 && { layers: own }),
        stage: names.stage,
      });
      this.#made.set(row.name, lambda);
    }
  }

  /** @throws Error when the inventory has no such function */
  get(name: string): Lambda {
    const made = this.#made.get(name);
    if (!made)
      throw new Error(`The inventory has no function ${name}. It has: ${[...this.#made.keys()].join(', ')}`);
    return made;
  }

  /** Functions that may write the site, or call the API: by a property of their rows. */
  where(rows: readonly FunctionRow[], wanted: (row: FunctionRow) => boolean): Lambda[] {
    return rows.filter(wanted).map((row) => this.get(row.name));
  }
}

function environmentOf(row: FunctionRow, names: Names, origin: string): Record<string, string> {
  return {
    MEDIA_ORIGIN: origin,
    PUBLIC_ORIGIN: origin,
    PROBLEM_BASE: `${origin}/docs/problems`,
    ...(row.table && { TABLE_NAME: names.tableName }),
    ...(row.media && { MEDIA_BUCKET: names.mediaBucket }),
    ...(row.site && { SITE_BUCKET: names.siteBucket }),
    ...((row.site ?? row.pages) && { PAGES_FOLDER }),
    ...(row.layer === 'docs' && { DOCS_FOLDER }),
    ...(row.machine && { STATE_MACHINE_ARN: `${names.stateMachineArns}${names.machine(row.machine.name)}` }),
  };
}

/** Actions on objects, by what a row asks of a bucket. */
const OBJECT_ACTIONS = {
  read: ['s3:GetObject'],
  write: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
} as const;

function statementsOf(row: FunctionRow, names: Names): PolicyStatement[] {
  return [
    ...(row.table ? [tableStatement(row.table, names.tableArn)] : []),
    ...(row.counts ? [countingStatement(names.tableArn)] : []),
    ...(row.media === 'sign' ? signing(names.mediaBucket) : []),
    ...(row.media === 'read' || row.media === 'write'
      ? bucketStatements(names.mediaBucket, OBJECT_ACTIONS[row.media])
      : []),
    ...(row.site ? bucketStatements(names.siteBucket, OBJECT_ACTIONS[row.site]) : []),
    ...(row.machine ? machineStatements(row.machine, names) : []),
  ];
}

/** Executions are started at their machine, and looked at and stopped by themselves. */
function machineStatements(
  { name, actions }: NonNullable<FunctionRow['machine']>,
  names: Names,
): PolicyStatement[] {
  const machine = `${names.stateMachineArns}${names.machine(name)}`;
  const executions = `${names.executionArns}${names.machine(name)}:*`;
  return actions.map(
    (action) =>
      new PolicyStatement({
        actions: [`states:${action}`],
        resources: [action === 'StartExecution' ? machine : executions],
      }),
  );
}

/** A signed address may do what its signer may: put what was declared, and get uploads and what was made of them. */
function signing(bucket: string): PolicyStatement[] {
  const keys = (prefix: string) => `arn:aws:s3:::${bucket}/${prefix}/*`;
  return [
    listing(bucket),
    new PolicyStatement({ actions: ['s3:PutObject'], resources: [keys('u')] }),
    new PolicyStatement({ actions: ['s3:GetObject'], resources: [keys('u'), keys('d')] }),
  ];
}

function bucketStatements(bucket: string, actions: readonly string[]): PolicyStatement[] {
  return [
    listing(bucket),
    new PolicyStatement({ actions: [...actions], resources: [`arn:aws:s3:::${bucket}/*`] }),
  ];
}

/** Without it S3 answers 403, not 404, for an object that is not there. */
const listing = (bucket: string): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [`arn:aws:s3:::${bucket}`] });
