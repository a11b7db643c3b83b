/** IAM statements for the rows' access to the table. */
import { Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { TableAccess } from '../inventory.types.ts';

/**
 * Allows exactly what a row says. `ForAllValues` is true for a request without leading keys, such as a Scan or a
 * PartiQL statement without key, so `Null` asks for one.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export function tableStatement(access: TableAccess, tableArn: string): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions: tableActions(access),
    resources: [tableArn, ...access.indexes.map((index) => `${tableArn}/index/${index}`)],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': access.leadingKeys },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });
}

/**
 * Allows counting: updates of tenants' items that touch nothing but the two counters of `USAGE#<month>`. The sort key
 * is no condition that DynamoDB knows; attributes are.
 */
export function countingStatement(tableArn: string): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ['dynamodb:UpdateItem'],
    resources: [tableArn],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['TENANT#*'] },
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['PK', 'SK', 'tokens', 'microUsd'] },
      Null: { 'dynamodb:LeadingKeys': 'false', 'dynamodb:Attributes': 'false' },
    },
  });
}

/** A transaction has no permission of its own: it needs those of its parts. */
export function tableActions({ actions }: TableAccess): string[] {
  return actions.filter((action) => action !== 'TransactWriteItems').map((action) => `dynamodb:${action}`);
}

/** A role's inline policies: one document, or none where there is nothing to allow. */
export function inlinePolicy(statements: PolicyStatement[]): Record<string, PolicyDocument> {
  return statements.length === 0 ? {} : { Access: new PolicyDocument({ statements }) };
}
