import type { Item, Table } from '../../ports/table/port.ts';
import type { Key } from '../../resolvers/_lib/keys.ts';
import { generationsOf, isOver } from '../publish/generation.ts';

/**
 * Removes the pieces of a draft's public form that nobody reads any more. Those of a publication that is under way
 * stay: it has a later number than the draft.
 * @param heads where the public form stands or stood
 */
export async function removeStalePieces(table: Table, draft: Item, heads: readonly Key[]): Promise<void> {
  const stale: Key[] = [];
  for (const head of heads) {
    for await (const { PK, SK } of table.query({
      condition: {
        expression: 'PK = :pk AND begins_with(SK, :prefix)',
        values: { ':pk': head.PK, ':prefix': `${head.SK}#${generationsOf(draft.id as string)}` },
      },
      consistent: true,
    })) {
      const generation = (SK as string).split('#')[2] ?? '';
      if (isOver(generation, draft)) stale.push({ PK: PK as string, SK: SK as string });
    }
  }
  await table.remove(stale);
}
