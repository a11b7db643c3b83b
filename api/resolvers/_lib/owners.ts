import { util } from '@aws-appsync/utils';
import { profileKey } from './profile.ts';

/** One write of a transaction: counts the owners up or down. It fails where no owner would be left. */
export function ownersRequest(table: string, tenantId: string, by: number) {
  return {
    table,
    operation: 'UpdateItem' as const,
    key: util.dynamodb.toMapValues({ ...profileKey(tenantId) }),
    update: {
      expression: 'SET owners = owners + :by',
      expressionValues: util.dynamodb.toMapValues({ ':by': by }),
    },
    condition: {
      expression: 'attribute_not_exists(deletedAt) AND owners > :left',
      expressionValues: util.dynamodb.toMapValues({ ':left': by < 0 ? 1 : 0 }),
      returnValuesOnConditionCheckFailure: true,
    },
  };
}
