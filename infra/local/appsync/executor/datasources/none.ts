import type { DataSource } from '../../types.ts';

/** The data source without data: its result is the request's `payload`. */
export const noneDataSource: DataSource = {
  type: 'NONE',
  invoke: async (request) => ({ result: request['payload'] ?? null, error: null }),
};
