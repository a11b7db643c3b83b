import type { GraphQLSchema } from 'graphql';
import { isObjectType, valueFromASTUntyped } from 'graphql';
import type { LoadedCode } from '../types.ts';
import type { AppSyncOptions, Mode, Resolver } from './options.ts';

const MAX_PIPELINE_FUNCTIONS = 10;

/** Everything that is wrong between schema, resolvers, data sources and authorization, as sentences. */
export function wiringProblems(schema: GraphQLSchema, options: AppSyncOptions): string[] {
  return [
    ...options.resolvers.flatMap((resolver) => resolverProblems(schema, options, resolver)),
    ...duplicateProblems(options.resolvers),
    ...unusedDataSources(options),
    ...rootFieldProblems(schema, options.resolvers),
    ...subscriptionProblems(schema),
    ...authProblems(options),
  ];
}

function resolverProblems(schema: GraphQLSchema, options: AppSyncOptions, resolver: Resolver): string[] {
  const name = `${resolver.type}.${resolver.field}`;
  const problems: string[] = [];
  const type = schema.getType(resolver.type);
  if (!isObjectType(type)) problems.push(`${name}: the schema has no object type ${resolver.type}`);
  else if (!type.getFields()[resolver.field])
    problems.push(`${name}: the schema has no field ${resolver.field} on ${resolver.type}`);

  const steps: Array<{ name: string; code: LoadedCode; dataSource?: string }> =
    resolver.kind === 'UNIT'
      ? [{ name, code: resolver.code, dataSource: resolver.dataSource }]
      : [{ name, code: resolver.code }, ...resolver.functions];
  if (steps.length - 1 > MAX_PIPELINE_FUNCTIONS)
    problems.push(
      `${name}: a pipeline holds ${MAX_PIPELINE_FUNCTIONS} functions. Received: ${steps.length - 1}`,
    );
  for (const step of steps) {
    const where = step.name === name ? name : `${name}, function ${step.name}`;
    if (!step.code.hasRequest) problems.push(`${where}: the code exports no request handler`);
    if (!step.code.hasResponse) problems.push(`${where}: the code exports no response handler`);
    if (step.dataSource !== undefined && !options.dataSources[step.dataSource])
      problems.push(`${where}: no data source is named "${step.dataSource}"`);
  }
  return problems;
}

function duplicateProblems(resolvers: readonly Resolver[]): string[] {
  const seen = new Set<string>();
  return resolvers.flatMap(({ type, field }) => {
    const name = `${type}.${field}`;
    if (seen.has(name)) return [`${name}: has more than one resolver`];
    seen.add(name);
    return [];
  });
}

function unusedDataSources({ resolvers, dataSources }: AppSyncOptions): string[] {
  const used = new Set(
    resolvers.flatMap((resolver) =>
      resolver.kind === 'UNIT'
        ? [resolver.dataSource]
        : resolver.functions.map(({ dataSource }) => dataSource),
    ),
  );
  return Object.keys(dataSources)
    .filter((name) => !used.has(name))
    .map((name) => `data source "${name}": no resolver uses it`);
}

/** Nothing stands above a root field of Query or Mutation: without a resolver it could only be null. */
function rootFieldProblems(schema: GraphQLSchema, resolvers: readonly Resolver[]): string[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {})
      .filter((field) => !resolvers.some((row) => row.type === type?.name && row.field === field))
      .map((field) => `${type?.name}.${field}: has no resolver`),
  );
}

/** The mutations that `@aws_subscribe` names, by subscription field. */
export function subscribedMutations(schema: GraphQLSchema): Map<string, string[]> {
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  return new Map(
    fields.flatMap((field) => {
      const directive = field.astNode?.directives?.find(({ name }) => name.value === 'aws_subscribe');
      const argument = directive?.arguments?.find(({ name }) => name.value === 'mutations');
      if (!argument) return [];
      const value = valueFromASTUntyped(argument.value);
      return [[field.name, (Array.isArray(value) ? value : [value]).map(String)]];
    }),
  );
}

function subscriptionProblems(schema: GraphQLSchema): string[] {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const subscriptions = schema.getSubscriptionType()?.getFields() ?? {};
  return [...subscribedMutations(schema)].flatMap(([field, names]) =>
    names.flatMap((name) => {
      const mutation = mutations[name];
      if (!mutation) return [`Subscription.${field}: @aws_subscribe names the unknown mutation "${name}"`];
      const given = String(mutation.type).replace(/!$/, '');
      const wanted = String(subscriptions[field]?.type).replace(/!$/, '');
      return given === wanted
        ? []
        : [`Subscription.${field}: is ${wanted}, but its mutation ${name} is ${given}`];
    }),
  );
}

/** The modes of the API, the default first. */
export function enabledModes({ auth }: Pick<AppSyncOptions, 'auth'>): Mode[] {
  return [...new Set([auth.default, ...(auth.additional ?? [])])];
}

function authProblems(options: AppSyncOptions): string[] {
  const { auth } = options;
  const needs: Record<Mode, [name: string, given: unknown]> = {
    API_KEY: ['auth.apiKeys', auth.apiKeys],
    AWS_IAM: ['auth.iam', auth.iam],
    AMAZON_COGNITO_USER_POOLS: ['auth.userPools', auth.userPools],
    OPENID_CONNECT: ['auth.oidc', auth.oidc],
    AWS_LAMBDA: ['auth.lambdaAuthorizer', auth.lambdaAuthorizer],
  };
  return enabledModes(options).flatMap((mode) => {
    const [name, given] = needs[mode];
    return given === undefined ? [`The mode ${mode} is on, but ${name} is not given`] : [];
  });
}
