/**
 * What must be secret, and is renewed by itself: the header by which the HTTP APIs know CloudFront. There is no other. The
 * anonymous key of the API is public, app clients have no secrets, personal access tokens are kept as hashes, and our own
 * calls are signed by roles.
 */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { rotateOriginSecret } from '../cloud-functions.ts';
import { ORIGIN_HEADER } from '../edge/origin-check.ts';
import type { Stage } from '../stages.ts';
import { Lambda } from './lambda.ts';

/** How often there is a new value. */
const RENEWED_DAYS = 30;

export interface OriginSecretProps {
  key: IKey;
}

export interface RotationProps {
  distribution: Distribution;
  /** The function at the edge that the distribution runs: whoever updates the distribution hands it on. */
  siteResponseArn: string;
  /** Folder of the bundled rotation. */
  bundle: string;
  stage: Stage;
}

export class OriginSecret extends Construct {
  /** What CloudFront adds to its requests: header -> value. CloudFormation resolves it; it is not in the template. */
  readonly headers: Record<string, string>;
  readonly #secret: Secret;

  constructor(scope: Construct, id: string, { key }: OriginSecretProps) {
    super(scope, id);
    this.#secret = new Secret(this, 'Secret', {
      description: 'Header by which the HTTP APIs know CloudFront',
      generateSecretString: { excludePunctuation: true, passwordLength: 48 },
      encryptionKey: key,
      // It says nothing of anybody, and a new deployment makes another.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.headers = { [ORIGIN_HEADER]: this.#secret.secretValue.unsafeUnwrap() };
  }

  /** Lets a function read the values that hold, by `ORIGIN_SECRET_ARN`. */
  grantRead({ function: fn, role }: Lambda): void {
    fn.addEnvironment('ORIGIN_SECRET_ARN', this.#secret.secretArn);
    role.addToPolicy(
      new PolicyStatement({
        actions: ['secretsmanager:GetSecretValue'],
        resources: [this.#secret.secretArn],
      }),
    );
  }

  /** Renews it every month, and has the distribution send what is new: see `rotation/origin-secret.ts`. */
  rotateThrough({ distribution, siteResponseArn, bundle, stage }: RotationProps): void {
    const { secretArn } = this.#secret;
    const { function: rotationLambda } = new Lambda(this, 'Rotation', {
      row: rotateOriginSecret,
      bundle,
      stage,
      environment: { DISTRIBUTION_ID: distribution.distributionId },
      statements: [
        new PolicyStatement({
          actions: [
            'secretsmanager:DescribeSecret',
            'secretsmanager:GetSecretValue',
            'secretsmanager:PutSecretValue',
            'secretsmanager:UpdateSecretVersionStage',
          ],
          resources: [secretArn],
        }),
        new PolicyStatement({
          actions: ['cloudfront:GetDistribution', 'cloudfront:UpdateDistribution'],
          resources: [distribution.distributionArn],
        }),
        // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html
        new PolicyStatement({
          actions: ['lambda:GetFunction', 'lambda:EnableReplication'],
          resources: [siteResponseArn],
        }),
      ],
    });
    this.#secret.addRotationSchedule('Rotated', {
      rotationLambda,
      automaticallyAfter: Duration.days(RENEWED_DAYS),
      // The first value is new.
      rotateImmediatelyOnUpdate: false,
    });
    // CDK lets Secrets Manager in without saying for whom.
    for (const part of rotationLambda.node.findAll())
      if (part instanceof CfnPermission) part.sourceAccount = Stack.of(this).account;
  }
}
