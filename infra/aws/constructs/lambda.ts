/** A Lambda function as all of ours are. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  type ILayerVersion,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { NOT_DEPLOYED } from '../../build/functions.ts';
import type { FunctionRow } from '../../inventory.types.ts';
import { prefixOf } from '../names.ts';
import type { Stage } from '../stages.ts';
import { inlinePolicy } from '../table-policy.ts';

export interface LambdaProps {
  row: Pick<FunctionRow, 'name' | 'purpose' | 'memoryMb' | 'timeoutSeconds'>;
  /** Folder of its bundle, with `index.mjs`. */
  bundle: string;
  environment?: Record<string, string>;
  /** What it may do beside writing its own log and traces. */
  statements?: PolicyStatement[];
  layers?: ILayerVersion[];
  /** Says how long its log is kept, what concurrency is kept for it, and the namespace of its figures. */
  stage: Stage;
}

/** An arm64 function on Node 24 with a role and a log group of its own, which tells of itself by the name of its row. */
export class Lambda extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;

  constructor(
    scope: Construct,
    id: string,
    { row, bundle, environment, statements = [], layers, stage }: LambdaProps,
  ) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: stage.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `${row.name}: ${row.purpose}`,
      inlinePolicies: inlinePolicy([
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
        // Traces have no resource to name: https://docs.aws.amazon.com/xray/latest/devguide/security_iam_id-based-policy-examples.html
        new PolicyStatement({
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          resources: ['*'],
        }),
        ...statements,
      ]),
    });
    this.function = new LambdaFunction(this, 'Function', {
      description: row.purpose,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundle, { exclude: NOT_DEPLOYED }),
      memorySize: row.memoryMb,
      timeout: Duration.seconds(row.timeoutSeconds),
      environment: {
        POWERTOOLS_SERVICE_NAME: row.name,
        POWERTOOLS_METRICS_NAMESPACE: prefixOf(stage.name),
        ...environment,
      },
      role: this.role.withoutPolicyUpdates(),
      tracing: Tracing.ACTIVE,
      logGroup,
      layers,
      reservedConcurrentExecutions: stage.reservedConcurrency[row.name],
    });
  }
}
