/** What is observed of a stack: found in its tree, so that nothing that is added later is left out. */
import type { Stack } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import { Lambda } from '../lambda.ts';
import { StateMachines } from '../state-machines.ts';

export interface Named<Part> {
  /** Name of the inventory. */
  name: string;
  part: Part;
}

export interface Parts {
  functions: Named<Lambda>[];
  /** Queues in front of consumers. */
  queues: Named<Queue>[];
  /** Where what was given up waits for a person. */
  deadLetters: Named<Queue>[];
  machines: Named<CfnStateMachine>[];
  pipes: Named<CfnPipe>[];
  logGroups: Named<LogGroup>[];
  /** Those whose lines are written by code of ours; in the others stands what callers chose, such as an address. */
  ownLogGroups: Named<LogGroup>[];
  /** HTTP APIs by the id of their construct. */
  httpApis: ReadonlyMap<string, HttpApi>;
  graphql: CfnGraphQLApi;
  distribution: Distribution;
}

const DEAD = /^(?:Undelivered|(?:.*-)?dead)$/i;

/** @throws Error when there is no GraphQL API or no distribution, without which there is nothing to promise */
export function partsOf(stack: Stack): Parts {
  const all = stack.node.findAll();
  const of = <Part extends IConstruct>(is: (part: IConstruct) => part is Part): Named<Part>[] =>
    all.filter(is).map((part) => ({ name: part.node.id, part }));
  const queues = of((part) => part instanceof Queue);
  const [graphql] = of((part) => part instanceof CfnGraphQLApi);
  const [distribution] = of((part) => part instanceof Distribution);
  if (!graphql || !distribution)
    throw new Error(`${stack.stackName} has no GraphQL API or no distribution: compose it first.`);
  const logGroups = of((part) => part instanceof LogGroup).map(({ part }) => ({
    // A function's is called `Log`, others have names.
    name: part.node.id === 'Log' ? (part.node.scope?.node.id ?? '') : part.node.id,
    part,
  }));
  return {
    functions: of((part) => part instanceof Lambda),
    queues: queues.filter(({ name }) => !DEAD.test(name)),
    deadLetters: queues.filter(({ name }) => DEAD.test(name)),
    machines: of((part) => part instanceof CfnStateMachine),
    pipes: of((part) => part instanceof CfnPipe),
    logGroups,
    ownLogGroups: logGroups.filter(
      ({ part: { node } }) => node.scope instanceof Lambda || node.scope instanceof StateMachines,
    ),
    httpApis: new Map(of((part) => part instanceof HttpApi).map(({ name, part }) => [name, part])),
    graphql: graphql.part,
    distribution: distribution.part,
  };
}
