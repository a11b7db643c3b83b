import type { JsonObject } from '../../types.ts';
import type { GraphQLRequest } from '../operation.ts';
import { RequestError } from '../operation.ts';

function malformed(message: string): RequestError {
  return new RequestError(400, 'MalformedHttpRequestException', message);
}

/**
 * Reads `{query, operationName, variables}` from the text of a body.
 *
 * @throws RequestError (400 MalformedHttpRequestException) when it is empty, not JSON or has no query.
 */
export function parseBody(text: string): GraphQLRequest {
  if (text.trim() === '') throw malformed('Request body is empty.');
  const body = parseJson(text);
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    throw malformed('Unable to parse GraphQL query.');
  const { query, operationName, variables } = body as Record<string, unknown>;
  if (typeof query !== 'string' || query === '') throw malformed('Unable to parse GraphQL query.');
  return {
    query,
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : null,
    variables: readVariables(variables),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('Unable to parse GraphQL query.');
  }
}

function readVariables(variables: unknown): JsonObject {
  if (variables === undefined || variables === null) return {};
  if (typeof variables === 'object' && !Array.isArray(variables)) return variables as JsonObject;
  throw malformed('Variables must be an object.');
}
