import { portfolioShard, recentShard, unlistedShard } from '../../resolvers/_lib/keys.ts';

/** A public list that is spread over the partitions of an index. */
export interface Shards {
  index: string;
  partitionKey: string;
  sortKey: string;
  partition: (shard: number) => string;
  forward: boolean;
}

const byName = {
  index: 'listedPortfolios',
  partitionKey: 'portfolioShard',
  sortKey: 'portfolioOrder',
  forward: true,
} as const;

/** Listed portfolios by name. */
export const PORTFOLIOS: Shards = { ...byName, partition: portfolioShard };

/** Unlisted portfolios, only for jobs over the whole site. */
export const UNLISTED: Shards = { ...byName, partition: unlistedShard };

/** Listed works of everybody, latest published first. */
export const RECENT: Shards = {
  index: 'listedRecentWorks',
  partitionKey: 'recentShard',
  sortKey: 'recentAt',
  partition: recentShard,
  forward: false,
};
