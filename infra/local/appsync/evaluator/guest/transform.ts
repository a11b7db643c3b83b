/**
 * `util.transform`. The DynamoDB transforms answer JSON text, the subscription filter an object, as on AWS.
 * Follows https://docs.aws.amazon.com/appsync/latest/devguide/transform-helpers-in-util-transform-js.html.
 */
import { toExpression } from './filter-expression.ts';
import { toElasticsearchQueryDSL } from './query-dsl.ts';
import { toSubscriptionFilter } from './subscription-filter.ts';

function toExpressionText(filter: unknown): string | null {
  const expression = toExpression(filter);
  return expression === null ? null : JSON.stringify(expression);
}

export const transform = {
  toDynamoDBFilterExpression: toExpressionText,
  toDynamoDBConditionExpression: toExpressionText,
  toElasticsearchQueryDSL,
  toSubscriptionFilter,
};
