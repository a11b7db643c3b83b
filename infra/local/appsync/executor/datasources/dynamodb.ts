/**
 * The DynamoDB data source: carries out AppSync's request objects through the AWS SDK.
 * AppSync developer guide, "JavaScript resolver function reference for DynamoDB".
 */
import type { DataSource, DataSourceResult, JsonObject } from '../../types.ts';
import { InvalidRequestError } from '../errors.ts';
import { batchDeleteItem, batchGetItem, batchPutItem } from './dynamodb/batch.ts';
import type { Table } from './dynamodb/client.ts';
import { dynamoDbError } from './dynamodb/failures.ts';
import { deleteItem, getItem, putItem, updateItem } from './dynamodb/items.ts';
import { query, scan } from './dynamodb/pages.ts';
import { transactGetItems, transactWriteItems } from './dynamodb/transactions.ts';

type Operation = (request: JsonObject, table: Table) => Promise<DataSourceResult>;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  GetItem: getItem,
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
  BatchGetItem: batchGetItem,
  BatchPutItem: batchPutItem,
  BatchDeleteItem: batchDeleteItem,
  TransactGetItems: transactGetItems,
  TransactWriteItems: transactWriteItems,
};

/** Members of a request that only a versioned data source understands. */
const VERSIONED = ['_version', 'customPartitionKey', 'populateIndexFields', 'deltaIndexName'];

/**
 * A data source over one table. Batch and transact operations name their tables themselves.
 *
 * What DynamoDB refuses becomes `ctx.error` (`DynamoDB:...`); a request object that cannot be carried out
 * rejects with InvalidRequestError, which ends the field.
 */
export function dynamoDbDataSource(table: Table): DataSource {
  return {
    type: 'AMAZON_DYNAMODB',
    async invoke(request, { signal }) {
      const operation = operationOf(request);
      try {
        return await operation(request, { ...table, signal });
      } catch (error) {
        return { result: null, error: dynamoDbError(error) };
      }
    },
  };
}

function operationOf(request: JsonObject): Operation {
  const name = request['operation'];
  if (name === 'Sync')
    throw new InvalidRequestError(
      'Sync needs a versioned data source, and versioned data sources are not supported. Use Query or Scan.',
    );
  const operation = typeof name === 'string' ? OPERATIONS[name] : undefined;
  if (!operation)
    throw new InvalidRequestError(
      `The DynamoDB operation must be one of ${Object.keys(OPERATIONS).join(', ')}. Received: ${JSON.stringify(name)}`,
    );
  const versioned = VERSIONED.find((member) => request[member] != null);
  if (versioned !== undefined)
    throw new InvalidRequestError(
      `${versioned} needs a versioned data source, and versioned data sources are not supported. Leave it out.`,
    );
  return operation;
}
