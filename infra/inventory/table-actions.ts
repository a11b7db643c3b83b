/** What DynamoDB is asked by whoever reads and changes single items. */
import type { TableAccess } from '../inventory.types.ts';

export const CHANGES: TableAccess['actions'] = [
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'ConditionCheckItem',
  'TransactWriteItems',
];
