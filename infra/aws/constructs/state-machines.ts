/** The state machines of the inventory: the same definitions that run locally, each with a role of its own. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { StateMachineRow } from '../../inventory.types.ts';
import type { Names } from '../names.ts';
import { inlinePolicy } from '../table-policy.ts';
import type { Functions } from './functions.ts';

export interface StateMachinesProps {
  rows: readonly StateMachineRow[];
  /** Text of each definition, by the name of its machine. */
  definitions: ReadonlyMap<string, string>;
  functions: Functions;
  names: Names;
}

const LOG_DELIVERY = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

/** Standard workflows: executions are kept for 90 days, and a name starts one of them. */
export class StateMachines extends Construct {
  constructor(scope: Construct, id: string, { rows, definitions, functions, names }: StateMachinesProps) {
    super(scope, id);
    for (const row of rows) {
      const definitionString = definitions.get(row.name);
      if (definitionString === undefined)
        throw new Error(`There is no definition of the state machine ${row.name} (${row.definition}).`);
      const arns = Object.fromEntries(
        Object.entries(row.tasks).map(([placeholder, name]) => [
          placeholder,
          functions.get(name).function.functionArn,
        ]),
      );
      // States, and never what they carry.
      const logGroup = new LogGroup(this, `${row.name}-log`, {
        logGroupName: `/aws/vendedlogs/states/${names.machine(row.name)}`,
        retention: names.stage.logRetention,
        removalPolicy: RemovalPolicy.DESTROY,
      });
      const role = new Role(this, `${row.name}-role`, {
        assumedBy: new ServicePrincipal('states.amazonaws.com'),
        description: `${row.name}: ${row.purpose}`,
        inlinePolicies: inlinePolicy([
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: Object.values(arns) }),
          // Traces have no resource to name: https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html
          new PolicyStatement({
            actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
            resources: ['*'],
          }),
          // Deliveries of logs have none either: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
          new PolicyStatement({ actions: LOG_DELIVERY, resources: ['*'] }),
        ]),
      });
      new CfnStateMachine(this, row.name, {
        stateMachineName: names.machine(row.name),
        stateMachineType: 'STANDARD',
        roleArn: role.roleArn,
        definitionString,
        definitionSubstitutions: arns,
        tracingConfiguration: { enabled: true },
        loggingConfiguration: {
          level: 'ALL',
          includeExecutionData: false,
          destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: logGroup.logGroupArn } }],
        },
      });
    }
  }
}
