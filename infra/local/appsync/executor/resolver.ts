/**
 * Runs unit and pipeline resolvers as AppSync does.
 * AppSync developer guide, "JavaScript resolvers overview" and "Context reference".
 */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLError, responsePathAsArray } from 'graphql';
import type {
  DataSource,
  DataSourceResult,
  Evaluation,
  EvaluationContext,
  Info,
  Json,
  JsonObject,
  LoadedCode,
  ResolverError,
} from '../types.ts';
import { FieldError, InvalidRequestError } from './errors.ts';
import type { LoggedEvaluation } from '../evaluator/evaluator.ts';
import type { PipelineResolver, UnitResolver } from './options.ts';
import type { RequestContext } from './request-context.ts';
import { filterBySelection, selectionText } from './selection.ts';

export type ResolveField = (
  source: Json,
  args: JsonObject,
  request: RequestContext,
  info: GraphQLResolveInfo,
) => Promise<Json>;

export interface ResolverEnvironment {
  env: Record<string, string>;
  domainName: string | null;
  dataSources: Record<string, DataSource>;
}

/** One field's run: the context that its handlers share, and where to report to. */
interface Run {
  context: EvaluationContext;
  request: RequestContext;
  info: GraphQLResolveInfo;
}

/** request -> data source -> response. */
export function unitResolver(resolver: UnitResolver, environment: ResolverEnvironment): ResolveField {
  const dataSource = dataSourceNamed(resolver.dataSource, environment);
  return async (source, args, request, info) => {
    const run = startRun(source, args, request, info, environment);
    return (await runStep(run, resolver.code, dataSource)).value;
  };
}

/** request -> each function in turn -> response, over one stash. */
export function pipelineResolver(resolver: PipelineResolver, environment: ResolverEnvironment): ResolveField {
  const functions = resolver.functions.map(({ code, dataSource }) => ({
    code,
    dataSource: dataSourceNamed(dataSource, environment),
  }));
  return async (source, args, request, info) => {
    const run = startRun(source, args, request, info, environment);
    const { context } = run;
    const before = evaluate(run, resolver.code, 'request');
    context.prev = { result: before.value };
    if (before.earlyReturn === null) {
      for (const { code, dataSource } of functions) {
        context.result = null;
        context.error = null;
        const step = await runStep(run, code, dataSource);
        context.prev = { result: step.value };
        if (step.earlyReturn?.skipTo === 'END') break;
      }
    }
    context.result = context.prev.result;
    context.error = null;
    return evaluate(run, resolver.code, 'response').value;
  };
}

/** An early return of the request handler skips the data source and the response handler. */
async function runStep(run: Run, code: LoadedCode, dataSource: DataSource): Promise<Evaluation> {
  const { context, request } = run;
  const asked = evaluate(run, code, 'request');
  if (asked.earlyReturn !== null) return asked;
  const answer = await ask(dataSource, asked.value, code.name, context, request);
  context.result = answer.result;
  context.error = answer.error;
  return evaluate(run, code, 'response');
}

function ask(
  dataSource: DataSource,
  requestObject: Json,
  name: string,
  context: EvaluationContext,
  { signal }: RequestContext,
): Promise<DataSourceResult> {
  if (signal.aborted) throw new FieldError('Execution timed out.', 'ExecutionTimeout');
  if (requestObject === null || typeof requestObject !== 'object' || Array.isArray(requestObject))
    throw new InvalidRequestError(
      `The request handler of ${name} must return an object for its data source. Received: ${JSON.stringify(requestObject)}`,
    );
  return dataSource.invoke(requestObject, { context, signal });
}

/** One handler: takes over its stash, headers, extensions, prints and appended errors; raises its error. */
function evaluate(run: Run, code: LoadedCode, handler: 'request' | 'response'): Evaluation {
  const { context, request, info } = run;
  const evaluation: LoggedEvaluation = code[handler](context);
  context.stash = evaluation.stash;
  for (const name in evaluation.responseHeaders)
    request.responseHeaders[name] = evaluation.responseHeaders[name] ?? '';
  for (const call of evaluation.extensions) request.extensions.push(call);
  for (const error of evaluation.appendedErrors)
    request.appended.push(
      new GraphQLError(error.message, {
        nodes: info.fieldNodes,
        path: responsePathAsArray(info.path),
        originalError: fieldError(error, info),
      }),
    );
  for (const line of evaluation.logs ?? []) request.log({ level: 'info', message: `${code.name}: ${line}` });
  if (evaluation.error) throw fieldError(evaluation.error, info);
  return evaluation;
}

/** The data of an error shows only what the client selected; its info is shown whole. */
function fieldError(error: ResolverError, info: GraphQLResolveInfo): FieldError {
  const data = error.data == null ? null : filterBySelection(error.data, info);
  return new FieldError(error.message, error.type, data, error.info ?? null);
}

function startRun(
  source: Json,
  args: JsonObject,
  request: RequestContext,
  info: GraphQLResolveInfo,
  { env, domainName }: ResolverEnvironment,
): Run {
  const context: EvaluationContext = {
    arguments: args,
    source: source ?? null,
    identity: request.caller.identity,
    request: { headers: request.headers, domainName },
    info: fieldInfo(request, info),
    stash: {},
    prev: null,
    result: null,
    error: null,
    env,
    authType: request.caller.authType,
  };
  return { context, request, info };
}

/** `ctx.info`. */
function fieldInfo(request: RequestContext, info: GraphQLResolveInfo): Info {
  const { list, graphql } = selectionText(info);
  return {
    fieldName: info.fieldName,
    parentTypeName: info.parentType.name,
    variables: request.variables,
    selectionSetList: list,
    selectionSetGraphQL: graphql,
  };
}

function dataSourceNamed(name: string, { dataSources }: ResolverEnvironment): DataSource {
  const dataSource = dataSources[name];
  if (!dataSource) throw new Error(`No data source is named "${name}".`);
  return dataSource;
}
