import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';

type ContextError = { message: string; type: string };

/** Failures that AppSync tells by DynamoDB's own name; every other one is a DynamoDbException. */
const OWN_NAMES = new Set([
  'ConditionalCheckFailedException',
  'IdempotentParameterMismatchException',
  'InternalServerError',
  'ItemCollectionSizeLimitExceededException',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ResourceNotFoundException',
  'TransactionCanceledException',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

/** What DynamoDB refused, as `ctx.error`. Anything else is thrown on. */
export function dynamoDbError(error: unknown): ContextError {
  if (!(error instanceof DynamoDBServiceException)) throw error;
  const { httpStatusCode, requestId } = error.$metadata;
  const name = OWN_NAMES.has(error.name) ? error.name : 'DynamoDbException';
  return {
    message: `${error.message} (Service: DynamoDb, Status Code: ${httpStatusCode ?? 400}, Request ID: ${requestId ?? 'null'})`,
    type: `DynamoDB:${name}`,
  };
}
