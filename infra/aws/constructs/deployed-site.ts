/**
 * What a deployment has to leave beside resources: the documentation in the table, and a site that stands. Both are done
 * anew whenever the code that does them is another, or one of its layers, which hold the pages' bundle and the texts.
 */
import { CustomResource, Duration } from 'aws-cdk-lib';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct, type IDependable } from 'constructs';
import type { Functions } from './functions.ts';
import type { Lambda } from './lambda.ts';

export interface DeployedSiteProps {
  functions: Functions;
  /** Origin that pages are written for. */
  origin: string;
  /** What has to stand before pages are written, beside the functions. */
  after: readonly IDependable[];
}

/** Time that CloudFormation waits for an answer beyond the function's own. */
const MARGIN_SECONDS = 120;

export class DeployedSite extends Construct {
  constructor(scope: Construct, id: string, { functions, origin, after }: DeployedSiteProps) {
    super(scope, id);
    const docs = this.#done('Docs', 'Custom::Documentation', functions.get('load-docs'), origin);
    const site = this.#done('Site', 'Custom::Site', functions.get('publish-site'), origin);
    site.node.addDependency(docs, ...after);
  }

  #done(id: string, resourceType: string, { function: fn, role }: Lambda, origin: string): CustomResource {
    const { code, layers } = fn.node.defaultChild as CfnFunction;
    const { s3Key } = code as CfnFunction.CodeProperty;
    const timeout = (fn.timeout ?? Duration.seconds(3)).toSeconds() + MARGIN_SECONDS;
    const resource = new CustomResource(this, id, {
      resourceType,
      serviceToken: fn.functionArn,
      serviceTimeout: Duration.seconds(timeout),
      properties: { code: s3Key, layers, origin },
    });
    // With what was added to it since.
    resource.node.addDependency(role);
    return resource;
  }
}
