import type { CompiledRoute } from './compiled-route.ts';
import { parseFields, type Selection } from './field-selection.ts';
import { badInput, shown, type FieldProblem } from './rest-error.ts';
import { didYouMean } from './suggestion.ts';

type Value = string | number | boolean;

/** What the query string asks for. */
export interface Parameters {
  variables: Record<string, Value | Value[]>;
  /** What to keep of the answer; undefined keeps everything. */
  fields: Selection | undefined;
  /** As it came; `precondition` reads it. */
  expectedVersion: string | undefined;
}

/** Reads a query string for a route; throws `BadInput` that names every parameter that is wrong. */
export function readParameters(rawQueryString: string, compiled: CompiledRoute): Parameters {
  const parameters: Parameters = { variables: {}, fields: undefined, expectedVersion: undefined };
  const { route, query } = compiled;
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  for (const [name, text] of new URLSearchParams(rawQueryString)) {
    const known = query.get(name);
    if (seen.has(name) && known?.many !== true) {
      problems.push({ field: name, received: shown(text), fix: 'Send it once.' });
    }
    seen.add(name);
    if (known !== undefined) {
      const read = known.read(text, name);
      if ('problem' in read) problems.push(read.problem);
      else if (known.many) parameters.variables[name] = [...listed(parameters.variables[name]), read.value];
      else parameters.variables[name] = read.value;
    } else if (name === 'fields') {
      parameters.fields = parseFields(text, compiled.fieldsType);
    } else if (name === 'expand' && route.expand.length > 0) {
      problems.push(...expand(text, route.expand, parameters.variables));
    } else if (name === 'expectedVersion' && route.precondition !== null) {
      parameters.expectedVersion = text;
    } else {
      problems.push(unknownParameter(name, text, compiled));
    }
  }
  for (const [name, { required }] of query) {
    if (required && !seen.has(name))
      problems.push({ field: name, received: 'nothing', fix: 'Send a value.' });
  }
  if (parameters.fields !== undefined) problems.push(...missingExpansions(parameters, route.expand));
  if (problems.length > 0) throw badInput(problems.slice(0, 10));
  return parameters;
}

const listed = (value: Value | Value[] | undefined): Value[] => (Array.isArray(value) ? value : []);

function expand(text: string, names: readonly string[], variables: Parameters['variables']): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const name of text.split(',').map((part) => part.trim())) {
    if (names.includes(name)) variables[expandVariable(name)] = true;
    else problems.push({ field: 'expand', received: shown(name), fix: `Use ${names.join(' or ')}.` });
  }
  return problems;
}

/** The variable behind a name in `expand`: `logs` sets `expandLogs`. */
export function expandVariable(name: string): string {
  return `expand${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function missingExpansions({ fields, variables }: Parameters, names: readonly string[]): FieldProblem[] {
  return names
    .filter((name) => fields?.has(name) === true && variables[expandVariable(name)] !== true)
    .map((name) => ({ field: 'fields', received: shown(name), fix: `Add expand=${name} to get it.` }));
}

function unknownParameter(name: string, text: string, { route, query }: CompiledRoute): FieldProblem {
  const known = [
    ...query.keys(),
    'fields',
    ...(route.expand.length > 0 ? ['expand'] : []),
    ...(route.precondition === null ? [] : ['expectedVersion']),
  ];
  const fix = `Leave it out; this address takes ${known.join(', ')}.${didYouMean(name, known)}`;
  return { field: name.slice(0, 80).toWellFormed(), received: shown(text), fix };
}
