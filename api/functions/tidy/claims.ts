import { TransactionCancelled, type Table } from '../../ports/table/port.ts';
import type { Key } from '../../resolvers/_lib/keys.ts';

/** Gives names back that an entity holds; one that somebody else has taken meanwhile stays theirs. */
export const releaseClaims = (
  table: Pick<Table, 'transact'>,
  keys: readonly Key[],
  holder: string,
): Promise<void> => removeOwn(table, keys, 'holder', holder);

/** Removes redirects to an entity. */
export const removeRedirects = (
  table: Pick<Table, 'transact'>,
  keys: readonly Key[],
  to: string,
): Promise<void> => removeOwn(table, keys, 'to', to);

/** Removes each item whose attribute says that it belongs to `owner`. */
async function removeOwn(
  table: Pick<Table, 'transact'>,
  keys: readonly Key[],
  attribute: string,
  owner: string,
): Promise<void> {
  for (const remove of keys) {
    const own = {
      expression: 'attribute_not_exists(PK) OR #attribute = :owner',
      names: { '#attribute': attribute },
      values: { ':owner': owner },
    };
    try {
      await table.transact([{ remove, if: own }]);
    } catch (error) {
      if (!(error instanceof TransactionCancelled)) throw error;
    }
  }
}
