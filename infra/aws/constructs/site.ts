/** The one domain: CloudFront over site, REST and media, at the same paths as locally. */
import { Annotations, Duration, type Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  CacheQueryStringBehavior,
  type CfnDistribution,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  LambdaEdgeEventType,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Version } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { edgeCode } from '../edge/code.ts';
import { type Headers, headersPolicy, MEDIA_HEADERS } from '../edge/headers.ts';
import type { Names } from '../names.ts';
import type { Lambda } from './lambda.ts';
import type { Rest } from './rest.ts';

export interface SiteProps {
  domain: string;
  /** In us-east-1, for the domain. */
  certificateArn: string;
  /** Firewall for CloudFront. */
  webAclArn: string;
  /** Version of the function that answers for what the bucket does not have, and a text that changes with it. */
  siteResponse: { arn: string; version: string };
  names: Names;
  rest: Rest;
  /** What `/config.json` answers: the addresses that clients need. */
  config: object;
  /** Security headers of pages, by the beginning of their address; `/` is of all others. */
  pageHeaders: Readonly<Record<`/${string}`, Headers>>;
  /** Functions that write the site, and tell CloudFront of it. */
  writers: readonly Lambda[];
}

export class Site extends Construct {
  readonly distribution: Distribution;
  readonly #stack: Stack;

  constructor(stack: Stack, id: string, props: SiteProps) {
    super(stack, id);
    this.#stack = stack;
    const { domain, certificateArn, webAclArn, siteResponse, names, rest, config, writers } = props;
    const { '/': ownHeaders = {}, '/search/': searchHeaders = {}, ...otherHeaders } = props.pageHeaders;
    const site = this.#bucket('SiteBucket', names.siteBucket);
    const responseHeadersPolicy = this.#headers('PageHeaders', ownHeaders);
    const page = {
      origin: site,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: this.#edge('PageAddress', edgeCode('page-address')),
        },
        {
          eventType: FunctionEventType.VIEWER_RESPONSE,
          function: this.#edge('RedirectQuery', edgeCode('redirect-query')),
        },
      ],
      edgeLambdas: [
        {
          eventType: LambdaEdgeEventType.ORIGIN_RESPONSE,
          functionVersion: Version.fromVersionArn(this, 'SiteResponse', siteResponse.arn),
        },
      ],
    } satisfies BehaviorOptions;
    const pages = Object.entries(otherHeaders).map(([prefix, headers]): [string, BehaviorOptions] => [
      `${prefix}*`,
      { ...page, responseHeadersPolicy: this.#headers(`Headers${prefix}`, headers) },
    ]);
    const restBehavior = restOf(rest);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: domain,
      domainNames: [domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      webAclId: webAclArn,
      defaultBehavior: { ...page, responseHeadersPolicy },
      additionalBehaviors: {
        '/v1': restBehavior,
        '/v1/*': restBehavior,
        '/search/*': this.#search(rest, searchHeaders),
        '/media/*': {
          origin: this.#bucket('MediaBucket', names.mediaBucket),
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy: this.#headers('MediaHeaders', MEDIA_HEADERS),
          functionAssociations: [
            {
              eventType: FunctionEventType.VIEWER_REQUEST,
              function: this.#edge('MediaAddress', edgeCode('media-address')),
            },
          ],
        },
        '/config.json': {
          origin: site,
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          responseHeadersPolicy,
          functionAssociations: [
            {
              eventType: FunctionEventType.VIEWER_REQUEST,
              function: this.#edge('Config', configCode(stack.toJsonString(config))),
            },
          ],
        },
        ...Object.fromEntries(pages),
      },
    });
    // A stack whose template stays the same is not deployed, and would keep the function's last version.
    (this.distribution.node.defaultChild as CfnDistribution).addMetadata(
      'SiteResponse',
      siteResponse.version,
    );
    for (const writer of writers) this.#invalidates(writer);
  }

  /** A bucket of the other stack, which lets CloudFront read it. */
  #bucket(id: string, bucketName: string): IOrigin {
    const bucket = Bucket.fromBucketAttributes(this, id, { bucketName, region: this.#stack.region });
    Annotations.of(this).acknowledgeWarning('@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac');
    return S3BucketOrigin.withOriginAccessControl(bucket);
  }

  /** Rendered for each search; the edge keeps an answer for as long as it says, a minute at most. */
  #search({ searchDomainName, originHeaders }: Rest, headers: Headers): BehaviorOptions {
    return {
      origin: originOf(searchDomainName, originHeaders),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: new CachePolicy(this, 'SearchCache', {
        comment: 'By the whole search',
        queryStringBehavior: CacheQueryStringBehavior.all(),
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.minutes(1),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }),
      compress: true,
      responseHeadersPolicy: this.#headers('SearchHeaders', headers),
    };
  }

  #edge(id: string, code: string): EdgeFunction {
    return new EdgeFunction(this, id, {
      code: FunctionCode.fromInline(code),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  #headers(id: string, headers: Headers): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, id, headersPolicy(headers));
  }

  #invalidates({ function: fn, role }: Lambda): void {
    fn.addEnvironment('DISTRIBUTION_ID', this.distribution.distributionId);
    role.addToPolicy(
      new PolicyStatement({
        actions: ['cloudfront:CreateInvalidation'],
        resources: [this.distribution.distributionArn],
      }),
    );
  }
}

/** Nothing is kept at the edge: answers depend on the credential, which CloudFront forwards with all other headers. */
const restOf = ({ domainName, originHeaders }: Rest): BehaviorOptions => ({
  origin: originOf(domainName, originHeaders),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
});

const originOf = (domainName: string, customHeaders: Record<string, string>): IOrigin =>
  new HttpOrigin(domainName, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    customHeaders,
    readTimeout: Duration.seconds(30),
  });

/** A CloudFront Function that answers JSON by itself, so that a deployment writes no file. JSON is JavaScript. */
const configCode = (json: string): string => `var config = ${json};
function handler() {
  return {
    statusCode: 200,
    statusDescription: 'OK',
    headers: {
      'content-type': { value: 'application/json' },
      'cache-control': { value: 'public, max-age=0, must-revalidate' }
    },
    body: JSON.stringify(config)
  };
}
`;
