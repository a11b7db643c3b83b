import { util, type Context } from '@aws-appsync/utils';
import { dataSourceFailed } from './errors.ts';

/** Arguments of every list. */
export interface PageArguments {
  limit?: number | null;
  cursor?: string | null;
}

/** Page of a list: `next` is the cursor of the page after, or null. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Where a list looks: one partition of an index, forwards or backwards. */
export interface ListQuery {
  index: string;
  partitionKey: string;
  partition: string;
  forward: boolean;
}

/** One Query of an index. */
export function listRequest(list: ListQuery, page: PageArguments) {
  return {
    operation: 'Query' as const,
    index: list.index,
    query: {
      expression: '#partition = :partition',
      expressionNames: { '#partition': list.partitionKey },
      expressionValues: util.dynamodb.toMapValues({ ':partition': list.partition }),
    },
    scanIndexForward: list.forward,
    limit: page.limit ?? 20,
    nextToken: page.cursor ?? null,
  };
}

/** The items' cards with their cursor. */
export function listResponse<Card>(ctx: Context): Page<Card> {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const { items, nextToken } = ctx.result as { items: Array<{ card: Card }>; nextToken: string | null };
  return { items: items.map((item) => item.card), next: nextToken ?? null };
}
