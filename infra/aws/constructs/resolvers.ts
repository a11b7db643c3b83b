/**
 * Resolvers of one type of the schema, with their steps, in a stack nested in the platform's: so the platform stays under
 * CloudFormation's 500 resources whatever the number of resolvers, and all are deployed or rolled back as one.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
 */
import { NestedStack } from 'aws-cdk-lib';
import { CfnFunctionConfiguration, CfnResolver } from 'aws-cdk-lib/aws-appsync';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import type { DataSourceRow, ResolverRow, StepRow } from '../../inventory.types.ts';

export interface ResolversProps {
  apiId: string;
  /** The type whose fields these are. Names of steps end with it, since each stack has its own. */
  type: string;
  rows: readonly ResolverRow[];
  dataSources: readonly DataSourceRow[];
  /** Bundle of each code: code -> file. */
  code: ReadonlyMap<string, string>;
}

const RUNTIME = { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' };

/** A step's name in the API, in the characters that AppSync takes. */
export const stepName = ({ code, dataSource }: StepRow, type: string): string =>
  `${code}_${dataSource}_${type}`.replaceAll(/[^A-Za-z0-9]/g, '_');

export class Resolvers extends NestedStack {
  readonly #props: ResolversProps;
  readonly #code = new Map<string, Asset>();
  readonly #steps = new Map<string, CfnFunctionConfiguration>();

  constructor(scope: Construct, id: string, props: ResolversProps) {
    super(scope, id, { description: `Artissist: resolvers of ${props.type}` });
    this.#props = props;
    for (const row of props.rows) this.#resolver(row);
  }

  #resolver(row: ResolverRow): void {
    new CfnResolver(this, `${row.type}.${row.field}`, {
      apiId: this.#props.apiId,
      typeName: row.type,
      fieldName: row.field,
      kind: row.kind,
      runtime: RUNTIME,
      codeS3Location: this.#location(row.code),
      ...(row.kind === 'UNIT'
        ? { dataSourceName: this.#named(row.dataSource) }
        : { pipelineConfig: { functions: row.steps.map((step) => this.#step(step).attrFunctionId) } }),
    });
  }

  /** Resolvers share a step of the same code over the same data source. */
  #step(step: StepRow): CfnFunctionConfiguration {
    const { apiId, type } = this.#props;
    const name = stepName(step, type);
    const known = this.#steps.get(name);
    if (known) return known;
    const made = new CfnFunctionConfiguration(this, `Step.${name}`, {
      apiId,
      name,
      dataSourceName: this.#named(step.dataSource),
      runtime: RUNTIME,
      codeS3Location: this.#location(step.code),
    });
    this.#steps.set(name, made);
    return made;
  }

  /** Data sources are called what their rows are called; the API makes them before these stacks. */
  #named(dataSource: string): string {
    if (!this.#props.dataSources.some(({ name }) => name === dataSource))
      throw new Error(`The inventory has no data source ${dataSource}.`);
    return dataSource;
  }

  #location(code: string): string {
    const file = this.#props.code.get(code);
    if (file === undefined) throw new Error(`There is no bundle of the resolver code ${code}.`);
    const asset = this.#code.get(code) ?? new Asset(this, `Code.${code}`, { path: file });
    this.#code.set(code, asset);
    return asset.s3ObjectUrl;
  }
}
