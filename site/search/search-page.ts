/**
 * The search page, rendered for each search: an API Gateway HTTP API handler (payload format 2.0) that asks GraphQL and
 * renders with the bundle of all pages. A search has an address, and needs no script to be answered.
 */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { operations } from '#openapi/operations.gen.ts';
import type { SearchResult } from '#api/types.gen.ts';
import type { View } from '../view.ts';
import { readAsked, variablesOf } from './asked.ts';
import { searchView, type Answer } from './search-view.ts';

export interface SearchPagePorts {
  /** Renders a page of the site. */
  render: (path: string, view: Omit<View, 'site'>) => Promise<{ status: number; html: string }>;
  /** Calls GraphQL. */
  fetch: (url: string, init: RequestInit) => Promise<Pick<Response, 'json'>>;
  graphqlUrl: string;
  /** The key that visitors ask with. */
  apiKey: string;
  onError: (error: unknown) => void;
}

type Result = APIGatewayProxyStructuredResultV2;
export type PageHandler = (event: APIGatewayProxyEventV2) => Promise<Result>;

const ADDRESS = '/search/';
/** Found things on one page. */
const LIMIT = 24;
const TIMEOUT_MS = 20_000;
const HTML = { 'content-type': 'text/html; charset=utf-8' };

export function createSearchPage(ports: SearchPagePorts): PageHandler {
  const { render, onError } = ports;
  return async ({ rawPath, rawQueryString, requestContext: { http } }): Promise<Result> => {
    if (http.method !== 'GET' && http.method !== 'HEAD') {
      return { statusCode: 405, headers: { allow: 'GET, HEAD' }, body: '' };
    }
    if (rawPath === '/search') {
      const location = rawQueryString === '' ? ADDRESS : `${ADDRESS}?${rawQueryString}`;
      return { statusCode: 301, headers: { location, 'cache-control': 'public, max-age=86400' }, body: '' };
    }
    if (rawPath !== ADDRESS) {
      const { html } = await render('/404/', {});
      return { statusCode: 404, headers: { ...HTML, 'cache-control': 'no-cache' }, body: html };
    }
    const asked = readAsked(new URLSearchParams(rawQueryString));
    const answer = await ask(ports, variablesOf(asked, LIMIT)).catch((error: unknown): Answer => {
      onError(error);
      return { problem: { type: 'Unavailable', message: '' } };
    });
    const { html } = await render(ADDRESS, { search: searchView(asked, answer) });
    const { statusCode, caching } = outcomeOf(answer);
    return { statusCode, headers: { ...HTML, 'cache-control': caching }, body: html };
  };
}

/** Answers are kept for a minute, as those of the API are; failures and makeshifts are not. */
function outcomeOf(answer: Answer): { statusCode: number; caching: string } {
  if ('result' in answer) {
    return {
      statusCode: 200,
      caching: answer.result.notice === null ? 'public, max-age=60' : 'no-cache',
    };
  }
  const statuses: Record<string, number> = { BadInput: 400, NotFound: 404 };
  return { statusCode: statuses[answer.problem.type] ?? 503, caching: 'no-cache' };
}

interface GraphqlAnswer {
  data?: { search?: SearchResult | null } | null;
  errors?: Array<{ errorType?: string | null; message?: string }>;
}

async function ask({ fetch, graphqlUrl, apiKey }: SearchPagePorts, variables: object): Promise<Answer> {
  const response = await fetch(graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': apiKey, 'x-artissist-via': 'search-page' },
    body: JSON.stringify({ query: operations.search?.document, variables }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const { data, errors } = (await response.json()) as GraphqlAnswer;
  if (data?.search) return { result: data.search };
  const { errorType, message } = errors?.[0] ?? {};
  if (errorType === 'BadInput' || errorType === 'NotFound') {
    return { problem: { type: errorType, message: message ?? '' } };
  }
  throw new Error(`GraphQL did not search. Received: ${JSON.stringify(errors ?? data).slice(0, 500)}`);
}
