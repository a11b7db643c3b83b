/** Everything that an index should hold, tenant by tenant, read from the table. */
import { allOwn } from '#api/functions/index-content/own-source.ts';
import { allPublic, type PublicSourcePorts } from '#api/functions/index-content/public-source.ts';
import type { State } from '#api/functions/index-content/state.ts';
import type { Scope } from '#api/ports/search-index/port.ts';
import type { Table } from '#api/ports/table/port.ts';
import { PLATFORM_TENANT, tenantCollection } from '#api/resolvers/_lib/keys.ts';

export const SCOPES: readonly Scope[] = ['public', 'tenant'];

/** Ids of all tenants, oldest first. */
export async function* tenantIds(table: Pick<Table, 'query'>): AsyncGenerator<string> {
  for await (const { PK } of table.query({
    index: 'collectionByCreation',
    attributes: ['PK'],
    condition: {
      expression: '#collection = :collection',
      names: { '#collection': 'collection' },
      values: { ':collection': tenantCollection(PLATFORM_TENANT, 'TENANT') },
    },
  })) {
    yield (PK as string).slice('TENANT#'.length);
  }
}

/** What a scope should hold of a tenant. */
export const statesOf = (ports: PublicSourcePorts, scope: Scope, tenantId: string): AsyncIterable<State> =>
  scope === 'public' ? allPublic(ports, tenantId) : allOwn(ports.table, tenantId);
