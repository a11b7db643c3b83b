/** The REST mirror behind an HTTP API, which answers only what comes through CloudFront. */
import { Duration } from 'aws-cdk-lib';
import { CfnStage, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { originCheck } from '../cloud-functions.ts';
import { ORIGIN_HEADER } from '../edge/origin-check.ts';
import type { Api } from './api.ts';
import type { Functions } from './functions.ts';
import { Lambda } from './lambda.ts';

export interface RestProps {
  functions: Functions;
  api: Api;
  /** Folder of the bundled origin check. */
  originCheckBundle: string;
}

/** The function that mirrors the GraphQL API. */
const MIRROR = 'rest';
/** Requests a second from everybody together, beyond which the gateway answers 429. */
const THROTTLE = { throttlingRateLimit: 500, throttlingBurstLimit: 1000 };

export class Rest extends Construct {
  /** Host of the HTTP API. */
  readonly domainName: string;
  /** What CloudFront adds to its requests: header -> value, resolved when it is deployed. */
  readonly originHeaders: Record<string, string>;

  constructor(scope: Construct, id: string, { functions, api, originCheckBundle }: RestProps) {
    super(scope, id);
    const mirror = functions.get(MIRROR).function;
    // A visitor without a credential of their own calls with the anonymous key.
    mirror.addEnvironment('GRAPHQL_URL', api.url);
    mirror.addEnvironment('GRAPHQL_API_KEY', api.apiKey);

    const secret = new Secret(this, 'OriginSecret', {
      description: 'Header by which the HTTP API knows CloudFront',
      generateSecretString: { excludePunctuation: true, passwordLength: 48 },
    });
    // A reference that CloudFormation resolves: the secret is not in the template.
    const value = secret.secretValue.unsafeUnwrap();
    const check = new Lambda(this, 'OriginCheck', {
      row: originCheck,
      bundle: originCheckBundle,
      environment: { ORIGIN_SECRET: value },
    });
    const http = new HttpApi(this, 'Http', {
      apiName: 'Artissist REST',
      defaultIntegration: new HttpLambdaIntegration('Mirror', mirror),
      defaultAuthorizer: new HttpLambdaAuthorizer('ThroughCloudFront', check.function, {
        authorizerName: 'ThroughCloudFront',
        responseTypes: [HttpLambdaResponseType.SIMPLE],
        identitySource: [`$request.header.${ORIGIN_HEADER}`],
        resultsCacheTtl: Duration.hours(1),
      }),
    });
    const stage = http.defaultStage?.node.defaultChild;
    if (stage instanceof CfnStage) stage.defaultRouteSettings = THROTTLE;
    this.domainName = `${http.apiId}.execute-api.${http.stack.region}.${http.stack.urlSuffix}`;
    this.originHeaders = { [ORIGIN_HEADER]: value };
  }
}
