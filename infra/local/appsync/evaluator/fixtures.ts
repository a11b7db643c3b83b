/** What the evaluator's tests share: a plain context, and the value of one expression inside the sandbox. */
import { parseResolver } from './check.ts';
import { compile, contextTexts, loadResolverCode } from './evaluator.ts';
import type { LoggedEvaluation } from './evaluator.ts';
import { linkModule } from './link.ts';
import type { EvaluationContext, Json, LoadedCode } from '../types.ts';

export function evaluationContext(given: Partial<EvaluationContext> = {}): EvaluationContext {
  return {
    arguments: {},
    source: null,
    identity: null,
    request: { headers: {}, domainName: null },
    info: {
      fieldName: 'thing',
      parentTypeName: 'Query',
      variables: {},
      selectionSetList: [],
      selectionSetGraphQL: '',
    },
    stash: {},
    prev: null,
    result: null,
    error: null,
    env: {},
    authType: 'API Key Authorization',
    ...given,
  };
}

const IMPORTS = `import { util, extensions, runtime } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';
`;

/** Code whose `request` handler has this body. */
export function load(body: string): LoadedCode {
  const code = `${IMPORTS}export function request(ctx) { ${body} }`;
  return loadResolverCode({ name: 'Query.thing', file: 'Query.thing.js', code });
}

export function evaluate(body: string, context: Partial<EvaluationContext> = {}): LoggedEvaluation {
  return load(body).request(evaluationContext(context));
}

/** The value of an expression; an error that it raises is thrown. */
export function valueOf(expression: string, context: Partial<EvaluationContext> = {}): Json {
  const { value, error } = evaluate(`return ${expression};`, context);
  if (error !== null) throw new Error(error.message);
  return value;
}

/** Runs code that the checker would refuse: the sandbox must hold without it. */
export function evaluateUnchecked(body: string, context: Partial<EvaluationContext> = {}): LoggedEvaluation {
  return uncheckedHandler(body)(context);
}

export function uncheckedHandler(body: string): (context?: Partial<EvaluationContext>) => LoggedEvaluation {
  const code = `${IMPORTS}export function request(ctx) { ${body} }`;
  const { program, violations } = parseResolver({ name: 'unchecked', file: 'unchecked.js', code });
  if (program === null) throw new Error(violations[0]?.reason);
  const { text, prefixLength } = linkModule(code, program);
  const run = compile('unchecked.js', text, prefixLength);
  return (context = {}) =>
    JSON.parse(
      run('request', ...contextTexts(evaluationContext(context)), '0'.repeat(64)),
    ) as LoggedEvaluation;
}
