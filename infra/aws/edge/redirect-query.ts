/**
 * CloudFront Function, viewer response: a redirect that the edge keeps for everybody takes each reader's query along,
 * as the local server does. What is kept knows no query, and the origin is not told of one.
 */
import type { EdgeResponse, ResponseEvent } from './cloudfront.types.ts';
import { searchOf } from './search-of.ts';

export function handler({ request, response }: ResponseEvent): EdgeResponse {
  const { location } = response.headers;
  if (response.statusCode !== 301 || location === undefined) return response;
  response.headers.location = { value: location.value + searchOf(request.querystring) };
  return response;
}
