/**
 * Reads what a stack of another region left in the Parameter Store there. CloudFormation itself resolves parameters of
 * its own region only:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html
 */
import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import { left, type ParameterName, parameterName } from '../names.ts';
import type { Stage, StageName } from '../stages.ts';
import { inlinePolicy } from '../table-policy.ts';

export interface ParameterReaderProps {
  stage: Stage;
  /** Where the other stack stands. */
  region: string;
}

/** Values of another stack, wherever it stands: neither stack holds the other's updates up. */
export class ParameterReader extends Construct {
  readonly #stack: Stack;
  readonly #props: ParameterReaderProps;
  #reader?: { role: Role; logGroup: LogGroup };

  constructor(stack: Stack, id: string, props: ParameterReaderProps) {
    super(stack, id);
    this.#stack = stack;
    this.#props = props;
  }

  /**
   * @param changesWith text with which the value changes: across regions it is read again only where this is another
   * @param of stage that left it, where that is another one
   */
  value(name: ParameterName, changesWith: string, of: StageName = this.#props.stage.name): string {
    const { region } = this.#props;
    if (region === this.#stack.region) return left(this.#stack, name, { name: of });
    const parameter = parameterName(name, of);
    const { role, logGroup } = (this.#reader ??= this.#makeReader());
    const { partition, account } = this.#stack;
    const resource = `arn:${partition}:ssm:${region}:${account}:parameter${parameter}`;
    const statement = new PolicyStatement({ actions: ['ssm:GetParameter'], resources: [resource] });
    role.addToPolicy(statement);
    const read = new AwsCustomResource(this, name, {
      onUpdate: {
        service: 'SSM',
        action: 'GetParameter',
        parameters: { Name: parameter },
        region,
        physicalResourceId: PhysicalResourceId.of(`${parameter} ${changesWith}`),
      },
      // The role has what it needs; this only says so to the construct.
      policy: AwsCustomResourcePolicy.fromStatements([statement]),
      role,
      logGroup,
      installLatestAwsSdk: false,
    });
    return read.getResponseField('Parameter.Value');
  }

  /** One for all values: CDK makes one function of it in a stack. */
  #makeReader(): { role: Role; logGroup: LogGroup } {
    const logGroup = new LogGroup(this, 'Log', {
      retention: this.#props.stage.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Reads parameters in ${this.#props.region}`,
      inlinePolicies: inlinePolicy([
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
      ]),
    });
    return { role, logGroup };
  }
}
