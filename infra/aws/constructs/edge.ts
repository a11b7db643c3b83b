/** What CloudFront takes from us-east-1 beside the certificate: its firewall, and the function at its edge. */
import { Duration, FileSystem, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { CompositePrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { NOT_DEPLOYED } from '../../build/functions.ts';
import { siteResponse } from '../cloud-functions.ts';
import type { Names } from '../names.ts';
import { inlinePolicy } from '../table-policy.ts';
import { pathBegins, WebAcl } from './web-acl.ts';

export interface EdgeProps {
  names: Names;
  /** Folder of the bundled site response, with our 404 page. */
  siteResponseBundle: string;
  /** Address that the firewall's answers name: `https://<domain>/docs/problems`. */
  problemBase: string;
}

export class Edge extends Construct {
  readonly webAclArn: string;
  /** Of one version, since CloudFront takes no other; read it again when `siteResponseVersion` says another. */
  readonly siteResponseArn: string;

  constructor(stack: Stack, id: string, { names, siteResponseBundle, problemBase }: EdgeProps) {
    super(stack, id);
    const { site } = names.stage.requestRates;
    this.webAclArn = new WebAcl(stack, 'SiteFirewall', {
      names,
      name: 'site',
      purpose: 'Stands before the site, REST and media',
      scope: 'CLOUDFRONT',
      rates: [
        // What a function answers each time costs more than what the edge keeps.
        { name: 'search-of-one-address', limit: Math.ceil(site / 10), of: pathBegins('/search/') },
        { name: 'rest-of-one-address', limit: Math.ceil(site / 2), of: pathBegins('/v1/') },
        { name: 'all-of-one-address', limit: site },
      ],
      tooMany: {
        type: `${problemBase}/Throttled`,
        title: 'Too many requests',
        status: 429,
        detail: 'Too many requests came from one address in five minutes. Try again in a minute.',
      },
    }).arn;
    this.siteResponseArn = siteResponseFunction(this, stack, names, siteResponseBundle);
  }
}

/** Changes whenever the function at the edge does. */
export const siteResponseVersion = (bundle: string): string =>
  FileSystem.fingerprint(bundle, { exclude: NOT_DEPLOYED }).slice(0, 16);

/**
 * Lambda@Edge has no environment, layers, tracing or reserved concurrency, runs on x86_64 only, and logs where it ran:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html
 * It may leave the stack, but copies of it remain for hours after the distribution has let go of it.
 */
function siteResponseFunction(scope: Construct, stack: Stack, names: Names, bundle: string): string {
  const { name, purpose, memoryMb, timeoutSeconds } = siteResponse;
  const functionName = `${names.prefix}-${name}`;
  const logs = `arn:${stack.partition}:logs:*:${stack.account}:log-group:/aws/lambda/us-east-1.${functionName}`;
  const role = new Role(scope, 'SiteResponseRole', {
    assumedBy: new CompositePrincipal(
      new ServicePrincipal('lambda.amazonaws.com'),
      new ServicePrincipal('edgelambda.amazonaws.com'),
    ),
    description: `${name}: ${purpose}`,
    inlinePolicies: inlinePolicy([
      // Made by the function itself, in the region of whoever reads.
      new PolicyStatement({ actions: ['logs:CreateLogGroup'], resources: [logs] }),
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`${logs}:log-stream:*`],
      }),
    ]),
  });
  const made = new LambdaFunction(scope, 'SiteResponse', {
    functionName,
    description: purpose,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.X86_64,
    handler: 'index.handler',
    code: Code.fromAsset(bundle, { exclude: NOT_DEPLOYED }),
    memorySize: memoryMb,
    timeout: Duration.seconds(timeoutSeconds),
    role: role.withoutPolicyUpdates(),
    currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
  });
  return made.currentVersion.functionArn;
}
