import { createHash } from 'node:crypto';
import { PUBLIC_SHARDS } from '../../resolvers/_lib/keys.ts';

/** Which of the shards of a public list something stands in: always the same for the same id. */
export const shardOf = (id: string): number =>
  (createHash('sha256').update(id).digest()[0] ?? 0) % PUBLIC_SHARDS;
