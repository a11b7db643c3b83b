import { GraphQLError } from 'graphql';
import type { ErrorEntry } from '../errors.ts';
import { locationsOf } from '../errors.ts';
import { ScalarParseError } from '../schema/scalars.ts';

const NOT_GIVEN =
  /^Variable "\$(\w+)" of (?:required|non-null) type "([^"]+)" (?:was not provided|must not be null)\.$/;
const NOT_VALID = /^Variable "\$(\w+)" got invalid value .*?(?: at "([^"]+)")?; (.*)$/s;
const FIELD_NOT_GIVEN = /^Field "(\w+)" of required type "([^"]+)" was not provided\.$/;
const FIELD_UNKNOWN = /^Field "(\w+)" is not defined by type "(\w+)"/;
const NULL_GIVEN = /^Expected non-nullable type "([^"]+)" not to be null\.$/;
const NOT_AN_OBJECT = /^Expected type "(\w+)" to be an object\.$/;
const NOT_IN_ENUM = /^Value "([^"]*)" does not exist in "(\w+)" enum\./;

/** The error that a scalar threw, below graphql-js's own wrapping. */
function scalarErrorIn(error: GraphQLError): ScalarParseError | null {
  let cause: unknown = error.originalError;
  while (cause instanceof GraphQLError) cause = cause.originalError;
  return cause instanceof ScalarParseError ? cause : null;
}

/** AppSync names the variable, or the innermost input field, that carries the value. */
function innermost(variable: string, path: string | undefined): string {
  const names = (path ?? variable).replace(/\[\d+\]/g, '').split('.');
  return names.at(-1) ?? variable;
}

function describe(error: GraphQLError): string {
  const absent = NOT_GIVEN.exec(error.message);
  if (absent) return coercedNull(absent[1], absent[2]);
  const invalid = NOT_VALID.exec(error.message);
  if (!invalid) return error.message;
  const [, variable = '', path, reason = ''] = invalid;
  const name = innermost(variable, path);

  const scalarError = scalarErrorIn(error);
  if (scalarError) return invalidValue(name, scalarError.message);
  const fieldAbsent = FIELD_NOT_GIVEN.exec(reason);
  if (fieldAbsent) return coercedNull(fieldAbsent[1], fieldAbsent[2]);
  const nullGiven = NULL_GIVEN.exec(reason);
  if (nullGiven) return coercedNull(name, nullGiven[1]);
  const unknown = FIELD_UNKNOWN.exec(reason);
  if (unknown)
    return `The variables input contains a field name '${unknown[1]}' that is not defined for input object type '${unknown[2]}' `;
  const notObject = NOT_AN_OBJECT.exec(reason);
  if (notObject) return invalidValue(name, `Expected a map of type '${notObject[1]}'.`);
  const notInEnum = NOT_IN_ENUM.exec(reason);
  if (notInEnum)
    return invalidValue(
      name,
      `Invalid input for Enum '${notInEnum[2]}'. No value found for name '${notInEnum[1]}'`,
    );
  return invalidValue(name, reason);
}

function coercedNull(name = '', type = ''): string {
  return `Variable '${name}' has coerced Null value for NonNull type '${type}'`;
}

function invalidValue(name: string, reason: string): string {
  return `Variable '${name}' has an invalid value. ${reason}`;
}

/** A refused variable as AppSync's entry. */
export function variableErrorEntry(error: GraphQLError): ErrorEntry {
  return { path: null, locations: locationsOf(error), message: describe(error) };
}
