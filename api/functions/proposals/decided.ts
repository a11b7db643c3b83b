import type { Proposal } from '../../enrichment.ts';
import type { Item, Write } from '../../ports/table/port.ts';
import type { Key } from '../../resolvers/_lib/keys.ts';

/** The proposal as it becomes, and the write that makes it so where nobody else has written it since. */
export function decided<T extends Proposal & Key>(
  proposal: T,
  changes: Partial<Proposal> & Record<string, unknown>,
  gone: readonly string[],
): { item: T; write: Write } {
  const without = Object.fromEntries(Object.entries(proposal).filter(([name]) => !gone.includes(name)));
  const present = Object.entries(changes).filter(([, value]) => value !== undefined);
  const item = { ...without, ...Object.fromEntries(present), revision: proposal.revision + 1 } as T;
  return {
    item,
    write: {
      put: item as T & Item,
      if: { expression: 'revision = :read', values: { ':read': proposal.revision } },
    },
  };
}
