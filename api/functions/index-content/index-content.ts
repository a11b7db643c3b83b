/**
 * The index follows the table. An event only says where to look: each thing is read again, made a document (or a
 * removal) and put into the index with its version, so that events may come late, twice and in any order.
 */
import type { ChangeEvent } from '../../events.ts';
import type { Change, Scope, SearchIndex } from '../../ports/search-index/port.ts';
import type { Table } from '../../ports/table/port.ts';
import { PROFILE, tenantKey } from '../../resolvers/_lib/keys.ts';
import { chunked } from './chunked.ts';
import { ownChanges } from './own-source.ts';
import { allPublic, publicChanges, type PublicSourcePorts } from './public-source.ts';
import { targetsOf } from './targets.ts';

/** What indexing works with. */
export interface IndexContentPorts extends PublicSourcePorts {
  table: Pick<Table, 'get' | 'batchGet' | 'query'>;
  index: Pick<SearchIndex, 'apply' | 'forget'>;
}

/** Documents of a whole portfolio that are written at once: a query waits for no more than these. */
const AT_ONCE = 100;

/** Handles events of any tenants, together; the bus delivers all again when it throws. */
export function createIndexContent(ports: IndexContentPorts) {
  return async (events: readonly ChangeEvent[]): Promise<void> => {
    const targets = targetsOf(events);
    await applied(ports, 'tenant', await ownChanges(ports.table, targets.own));
    await applied(ports, 'public', await publicChanges(ports, targets.public));
    for (const tenantId of targets.portfolios) await followPortfolio(ports, tenantId);
  };
}

async function applied(
  { index }: IndexContentPorts,
  scope: Scope,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length > 0) await index.apply(scope, changes);
}

/** A portfolio's name, handle and visibility are in all that stands in it. A deleted tenant leaves nothing. */
async function followPortfolio(ports: IndexContentPorts, tenantId: string): Promise<void> {
  const profile = await ports.table.get(tenantKey(tenantId, PROFILE), { consistent: true });
  if (!profile || profile.deletedAt) return ports.index.forget(tenantId);
  for await (const changes of chunked(allPublic(ports, tenantId), AT_ONCE))
    await ports.index.apply('public', changes);
}
