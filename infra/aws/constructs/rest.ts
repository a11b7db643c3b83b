/** What answers each request anew: the REST mirror and the search page, each behind an HTTP API for CloudFront alone. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { CfnStage, HttpApi, type IStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { originCheck } from '../cloud-functions.ts';
import { ORIGIN_HEADER } from '../edge/origin-check.ts';
import type { Names } from '../names.ts';
import type { Api } from './api.ts';
import type { Functions } from './functions.ts';
import { Lambda } from './lambda.ts';
import type { OriginSecret } from './secrets.ts';

export interface RestProps {
  functions: Functions;
  api: Api;
  originSecret: OriginSecret;
  names: Names;
  /** Folder of the bundled origin check. */
  originCheckBundle: string;
}

/** The function that mirrors the GraphQL API, and the one that renders searches. */
const MIRROR = 'rest';
const SEARCH_PAGE = 'search-page';
/** Requests a second from everybody together, beyond which the gateway answers 429. */
const THROTTLE = { throttlingRateLimit: 500, throttlingBurstLimit: 1000 };

/**
 * A line for each request, in JSON, without addresses, queries and credentials. `requestId` is the function's too, which
 * notes it beside the id that a caller gave, and `functionRequestId` is that of the call of the function.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
export const ACCESS_LOG = {
  requestId: '$context.requestId',
  functionRequestId: '$context.integration.requestId',
  at: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  path: '$context.path',
  protocol: '$context.protocol',
  status: '$context.status',
  functionStatus: '$context.integration.status',
  bytes: '$context.responseLength',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  error: '$context.error.message',
  functionError: '$context.integration.error',
  authorizerError: '$context.authorizer.error',
};

export class Rest extends Construct {
  /** Host of the HTTP API of the mirror. */
  readonly domainName: string;
  /** Host of that of the search page: an API of its own takes every path as it comes. */
  readonly searchDomainName: string;
  /** What CloudFront adds to its requests: header -> value, resolved when it is deployed. */
  readonly originHeaders: Record<string, string>;
  /** Access logs of both. */
  readonly logs: LogGroup[] = [];

  constructor(
    scope: Construct,
    id: string,
    { functions, api, originSecret, names, originCheckBundle }: RestProps,
  ) {
    super(scope, id);
    const mirror = functions.get(MIRROR).function;
    const page = functions.get(SEARCH_PAGE).function;
    for (const fn of [mirror, page]) {
      // A visitor without a credential of their own calls with the anonymous key.
      fn.addEnvironment('GRAPHQL_URL', api.url);
      fn.addEnvironment('GRAPHQL_API_KEY', api.apiKey);
    }

    const check = new Lambda(this, 'OriginCheck', {
      row: originCheck,
      bundle: originCheckBundle,
      stage: names.stage,
    });
    originSecret.grantRead(check);
    const host = (apiId: string, apiName: string, logName: string, fn: IFunction): string => {
      const http = new HttpApi(this, apiId, {
        apiName,
        defaultIntegration: new HttpLambdaIntegration(`${apiId}Integration`, fn),
        defaultAuthorizer: new HttpLambdaAuthorizer(`${apiId}ThroughCloudFront`, check.function, {
          authorizerName: 'ThroughCloudFront',
          responseTypes: [HttpLambdaResponseType.SIMPLE],
          identitySource: [`$request.header.${ORIGIN_HEADER}`],
          // An old value of the secret is let in no longer than this after it has ended.
          resultsCacheTtl: Duration.minutes(5),
        }),
      });
      const stage = http.defaultStage?.node.defaultChild;
      if (stage instanceof CfnStage) {
        stage.defaultRouteSettings = { ...THROTTLE, detailedMetricsEnabled: true };
        const log = new LogGroup(this, `${apiId}Log`, {
          logGroupName: `/aws/vendedlogs/apigateway/${names.prefix}-${logName}`,
          retention: names.stage.logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        });
        const { destinationArn } = new LogGroupLogDestination(log).bind(http.defaultStage as IStage);
        stage.accessLogSettings = { destinationArn, format: JSON.stringify(ACCESS_LOG) };
        this.logs.push(log);
      }
      return `${http.apiId}.execute-api.${http.stack.region}.${http.stack.urlSuffix}`;
    };
    this.domainName = host('Http', 'Artissist REST', 'rest', mirror);
    this.searchDomainName = host('SearchHttp', 'Artissist search page', 'search-page', page);
    this.originHeaders = originSecret.headers;
  }
}
