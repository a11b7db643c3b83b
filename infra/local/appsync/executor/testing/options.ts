import type { AppSyncOptions } from '../options.ts';
import { noneDataSource } from '../datasources/none.ts';
import { API_KEY } from './server.ts';

/** Options of an API with one API key and the NONE data source; the rest is given. */
export function apiOptions(
  parts: Pick<AppSyncOptions, 'schema' | 'resolvers'> & Partial<AppSyncOptions>,
): AppSyncOptions {
  return {
    dataSources: { none: noneDataSource },
    auth: { default: 'API_KEY', apiKeys: [{ value: API_KEY }] },
    apiId: 'local',
    region: 'us-east-1',
    accountId: '000000000000',
    ...parts,
  };
}
