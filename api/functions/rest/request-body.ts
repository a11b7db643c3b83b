import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { CompiledRoute } from './compiled-route.ts';
import type { Check } from './input-check.ts';
import { jsonBody } from './json-body.ts';
import { badInput, shown, type FieldProblem } from './rest-error.ts';

/** What a body holds: the operation's input, and the version beside it. */
export interface RequestBody {
  /** The input; undefined where the operation takes none. */
  input: Record<string, unknown> | undefined;
  /** As it came; `precondition` checks it. */
  expectedVersion: unknown;
}

const NOTHING: RequestBody = { input: undefined, expectedVersion: undefined };

/** Reads and checks the body of a request. Throws 400 naming every member that is wrong, 413 or 415. */
export function requestBody(event: APIGatewayProxyEventV2, compiled: CompiledRoute): RequestBody {
  const { route, checkBody } = compiled;
  if (route.method === 'GET' || (route.method === 'DELETE' && route.precondition === null)) return NOTHING;
  const body = jsonBody(event);
  if (body === undefined) {
    if (route.body === null) return NOTHING;
    throw badInput([{ field: 'body', received: 'nothing', fix: 'Send a JSON object as the body.' }]);
  }
  const { expectedVersion, ...rest } = body;
  const input = route.precondition === null ? body : rest;
  const problems: FieldProblem[] = [];
  (checkBody ?? (route.precondition === null ? nothing : nothingElse))(input, '', problems);
  if (problems.length > 0) throw badInput(problems.slice(0, 10));
  return { input: checkBody === null ? undefined : input, expectedVersion };
}

/** A check of bodies that have no input: each member is one too many. */
const without =
  (fix: string): Check =>
  (value, pointer, problems) => {
    for (const [name, member] of Object.entries(value as Record<string, unknown>))
      problems.push({ field: `${pointer}/${name.slice(0, 80)}`, received: shown(member), fix });
  };
const nothing = without('Leave it out; this address takes no members in its body.');
const nothingElse = without('Leave it out; the body of this address takes "expectedVersion" only.');

/** An argument of the operation as the caller knows it: `body`, a pointer into it, or the name of a parameter. */
export function fieldName({ parameterOf }: CompiledRoute, argument: string): string {
  if (argument === 'input') return 'body';
  if (argument.startsWith('input.')) {
    return argument.slice('input'.length).replaceAll(/[.[]/g, '/').replaceAll(']', '');
  }
  return parameterOf.get(argument) ?? argument;
}
