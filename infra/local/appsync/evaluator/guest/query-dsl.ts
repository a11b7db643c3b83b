/**
 * A filter object to an OpenSearch query.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/transform-helpers-in-util-transform-js.html.
 */
import { isObject, notImplemented } from './evaluation.ts';

type Query = { [clause: string]: unknown };

const RANGES = ['gt', 'gte', 'lt', 'lte'];

function must(queries: Query[]): Query {
  const [only] = queries;
  return queries.length === 1 && only !== undefined ? only : { bool: { must: queries } };
}

function clause(field: string, operator: string, value: unknown): Query {
  if (RANGES.includes(operator)) return { range: { [field]: { [operator]: value } } };
  switch (operator) {
    case 'eq':
      return { term: { [field]: value } };
    case 'ne':
      return { bool: { must_not: { term: { [field]: value } } } };
    case 'range': {
      const [gte, lte] = Array.isArray(value) ? (value as unknown[]) : [];
      return { range: { [field]: { gte, lte } } };
    }
    case 'match':
    case 'wildcard':
    case 'regexp':
      return { [operator]: { [field]: value } };
    case 'matchPhrase':
      return { match_phrase: { [field]: value } };
    case 'matchPhrasePrefix':
      return { match_phrase_prefix: { [field]: value } };
    case 'multiMatch':
      return { multi_match: { fields: [field], query: value } };
    case 'exists':
      return value === false ? { bool: { must_not: { exists: { field } } } } : { exists: { field } };
    default:
      return notImplemented(`util.transform.toElasticsearchQueryDSL operator ${operator}`);
  }
}

function queries(filter: unknown): Query[] {
  if (!isObject(filter)) return [];
  return Object.entries(filter).map(([key, value]): Query => {
    if (key === 'not') return { bool: { must_not: must(queries(value)) } };
    if (key === 'and' || key === 'or') {
      const members = (Array.isArray(value) ? value : [value]).map((member) => must(queries(member)));
      return { bool: { [key === 'and' ? 'must' : 'should']: members } };
    }
    return isObject(value)
      ? must(Object.entries(value).map(([operator, argument]) => clause(key, operator, argument)))
      : clause(key, 'eq', value);
  });
}

/** JSON text of the query, or null for what is not a filter object. */
export function toElasticsearchQueryDSL(filter: unknown): string | null {
  if (!isObject(filter)) return null;
  return JSON.stringify(must(queries(filter)));
}
