import type { Context } from '@aws-appsync/utils';
import { dataSourceFailed, notFound, versionConflict } from './errors.ts';
import type { CancellationReason } from './requests.ts';

type Item = Record<string, unknown>;

/** The item as a conditional UpdateItem left it; else why not: gone, or changed by somebody else. */
export function written(ctx: Context, what: string, id: string, expectedVersion: number): Item {
  const item = (ctx.result ?? null) as Item | null;
  if (ctx.error) {
    if (ctx.error.type !== 'DynamoDB:ConditionalCheckFailedException') {
      dataSourceFailed(ctx.error, ctx.arguments);
    }
    stale(what, id, expectedVersion, item);
  }
  return item ?? notFound(what, id);
}

/** Why a condition on a version failed: the item is gone, or stands at another version. */
export function stale(
  what: string,
  id: string,
  expectedVersion: number,
  item: Item | null | undefined,
): never {
  if (item === null || item === undefined || item.deletedAt) {
    notFound(what, id);
  }
  versionConflict(what, id, expectedVersion, item.version as number);
}

/** As `stale`, for one write of a transaction. */
export function staleIn(
  reasons: CancellationReason[],
  index: number,
  what: string,
  id: string,
  expectedVersion: number,
): never {
  stale(what, id, expectedVersion, reasons[index]?.item);
}

/** The item that a GetItem found; tombstones and nothing answer not found. */
export function found(ctx: Context, what: string, id: string, field: string | null = null): Item {
  if (ctx.error) {
    dataSourceFailed(ctx.error, ctx.arguments);
  }
  const item = (ctx.result ?? null) as Item | null;
  if (item === null || item.deletedAt) {
    notFound(what, id, field);
  }
  return item;
}
